// What is held about somebody, in words: the page and the file say the same.
import type { Held } from '#api/holdings.ts';
import type { HeldRow, HeldSection } from '#core/exports/held.ts';
import { propertyTerm, propertyText, provenanceWords } from '#renderer/people/property.ts';
import { countedWords } from '#renderer/people/tie.ts';
import { dateTimeWords, dateWords } from '#renderer/strings/dates.ts';
import { historyWords } from '#renderer/strings/history.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { introductionRows, invitationRows, mutualRows } from './exchange-rows.ts';
import { joined } from './joined.ts';

/** The sections in reading order; those with nothing in them are left out. */
export const sectionsOf = (held: Held): HeldSection[] =>
  (
    [
      ['values', valueRows(held, true)],
      ['encounters', encounterRows(held)],
      ['introduced', introducedRows(held)],
      ['attended', attendedRows(held)],
      ['ties', tieRows(held)],
      ['letters', letterRows(held)],
      ['invitations', invitationRows(held)],
      ['mutuals', mutualRows(held)],
      ['introductions', introductionRows(held)],
      ['pairs', pairRows(held)],
      ['reminders', reminderRows(held)],
      ['named', namedRows(held)],
      ['former', valueRows(held, false)],
      ['merged', mergedRows(held)],
      ['imports', importRows(held)],
      ['deeds', deedRows(held)],
    ] as const
  )
    .filter(([, rows]) => rows.length > 0)
    .map(([key, rows]) => ({ title: i18n.t(`holdings:section.${key}`), rows }));

const day = (on: string): string => (on === '' ? i18n.t('holdings:noDate') : dateWords(on));

/** A name is said once in parts and once as a whole, and reads the same. */
const distinct = (rows: readonly HeldRow[]): HeldRow[] => [
  ...new Map(rows.map((row) => [`${row.term}\n${row.text}\n${row.source}`, row])).values(),
];

const valueRows = ({ values }: Held, stands: boolean): HeldRow[] =>
  distinct(
    values
      .filter(({ state }) => (state === 'stands') === stands)
      .map((value) => ({
        term: propertyTerm(value),
        text: propertyText(value),
        source: joined(
          provenanceWords(value.provenance),
          stands ? '' : i18n.t(`holdings:state.${value.state}`),
        ),
      })),
  );

const encounterRows = ({ encounters }: Held): HeldRow[] =>
  encounters.map(({ event, metOn, location, channel, note, introducedBy, provenance }) => ({
    term: day(metOn),
    text: joined(
      event === '' ? i18n.t(`contacts:encounters.channel.${channel}`) : event,
      location,
      introducedBy === '' ? '' : i18n.t('holdings:introducedBy', { fn: introducedBy }),
      note,
    ),
    source: provenanceWords(provenance),
  }));

const introducedRows = ({ introduced }: Held): HeldRow[] =>
  introduced.map(({ fn, metOn }) => ({ term: day(metOn), text: fn, source: '' }));

const attendedRows = ({ attended }: Held): HeldRow[] =>
  attended.map(({ event, partstat, role, provenance }) => ({
    term: event,
    text: i18n.t('holdings:list', { partstat, role }).trim(),
    source: provenanceWords(provenance),
  }));

const tieRows = ({ ties }: Held): HeldRow[] =>
  ties.map(({ kind, on, level, text, count, other, isFormer, provenance }) => ({
    term: other === '' ? i18n.t('holdings:tieYou') : other,
    text: countedWords(
      { kind, text, count, ...(on === '' ? {} : { on }), ...(level === undefined ? {} : { level }) },
      other === '' ? 'owner' : 'others',
    ),
    source: joined(provenanceWords(provenance), isFormer ? i18n.t('holdings:former') : ''),
  }));

const letterRows = ({ letters }: Held): HeldRow[] =>
  letters.map(({ on, subject, messageId, references, isFormer, provenance }) => ({
    term: dateWords(on),
    text: joined(subject, messageId, ...references),
    source: joined(provenanceWords(provenance), isFormer ? i18n.t('holdings:olderLetter') : ''),
  }));

const pairRows = ({ pairs }: Held): HeldRow[] =>
  pairs.map(({ kind, other, reason, at }) => ({
    term: i18n.t(`holdings:${kind}`),
    text: joined(other, reason),
    source: dateTimeWords(at),
  }));

const reminderRows = ({ reminders }: Held): HeldRow[] =>
  reminders.map(({ text, event, dueOn, settledAt }) => ({
    term: dateWords(dueOn),
    text: joined(text, event),
    source: settledAt === '' ? '' : i18n.t('holdings:settled', { on: dateTimeWords(settledAt) }),
  }));

function namedRows({ named: { total, rows } }: Held): HeldRow[] {
  const shown = rows.map(({ place, of, excerpt }) => ({
    term: i18n.t(`trash:place.${place}`, { of }),
    text: excerpt,
    source: '',
  }));
  const more = total - rows.length;
  return more === 0
    ? shown
    : [...shown, { term: i18n.t('holdings:more', { count: more }), text: '', source: '' }];
}

const mergedRows = ({ merged }: Held): HeldRow[] =>
  merged.map(({ fn, mergedAt }) => ({ term: fn, text: '', source: dateTimeWords(mergedAt) }));

const importRows = ({ imports }: Held): HeldRow[] =>
  imports.map(({ fileName, appliedAt, values, isReverted }) => ({
    term: fileName,
    text: i18n.t('holdings:importValues', { count: values }),
    source: joined(
      appliedAt === '' ? '' : dateTimeWords(appliedAt),
      isReverted ? i18n.t('holdings:reverted') : '',
    ),
  }));

const deedRows = ({ deeds }: Held): HeldRow[] =>
  deeds.map((deed) => ({
    term: dateTimeWords(deed.at),
    text: historyWords(deed),
    source: deed.undone ? i18n.t('holdings:undone') : '',
  }));
