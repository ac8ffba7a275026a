// What a record of the preview says besides a name, in words: for a person what they do, for a fact what happened.
import type { ImportItem } from '#core/imports/model.ts';
import type { TieEvidence } from '#core/network/model.ts';
import { everyDays } from '#core/reminders/days.ts';
import { PartialDate } from '#core/shared/dates.ts';
import { cadenceWords } from '#renderer/people/manners.ts';
import { countedWords } from '#renderer/people/tie.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { ownParts } from './own-words.ts';

/** What a record says about two people; `other` is the second one's name, empty for the owner. */
export interface Fact extends Pick<TieEvidence, 'kind' | 'on' | 'text'> {
  readonly count: number;
  readonly other: string;
}

type Shown = Pick<ImportItem, 'subject' | 'detail' | 'letter' | 'diary'> & {
  readonly fn?: string;
  readonly evidence?: Fact | undefined;
};

/** What a record is called in its list; undefined where it is about somebody without a name. */
export const titleWords = ({ fn, subject }: Pick<ImportItem, 'fn' | 'subject'>): string | undefined =>
  subject === 'policy' ? i18n.t('imports:own.rules') : fn === '' ? undefined : fn;

/** "14 letters both ways, the last in May 2024"; of two others with whom. Never more than the file says. */
export function factWords({ other, ...evidence }: Fact): string {
  const words = countedWords(evidence, other === '' ? 'owner' : 'others');
  return other === '' ? words : i18n.t('imports:fact.with', { other: isolated(other), words });
}

/** Between the parts of a detail; a plan writes it so. */
const BETWEEN = ' · ';

type Listed = Exclude<NonNullable<ImportItem['diary']>, { what: 'cadence' | 'encounter' }>;

function partsOf(diary: Listed, fn: string): string[] {
  if (diary.what === 'pair')
    return [i18n.t('imports:diary.pair', { other: isolated(diary.other) }), diary.reason];
  if (diary.what !== 'reminder') return ownParts(diary, fn);
  return [
    i18n.t(`imports:diary.reminder.${diary.kind}`, { day: dateWords(diary.dueOn) }),
    diary.outcome === undefined ? '' : i18n.t(`imports:diary.${diary.outcome}`),
    diary.text,
  ];
}

/** "Promised, due 1 June 2025 · done · the old maps". */
function diaryWords(diary: NonNullable<ImportItem['diary']>, fn: string): string {
  const { what } = diary;
  if (what === 'cadence') return cadenceWords(everyDays(diary.days));
  if (what === 'encounter') {
    const { on, location, note } = diary;
    return [on === undefined ? '' : dateWords(on), location, note]
      .filter((part) => part !== '')
      .join(BETWEEN);
  }
  const parts = partsOf(diary, fn);
  return parts.filter((part) => part !== '').join(BETWEEN);
}

/** The second line of a record. Days are written as people write them. */
export function detailWords({ subject, detail, fn = '', evidence, letter, diary }: Shown): string {
  if (evidence !== undefined) return factWords(evidence);
  if (letter !== undefined) {
    const written = i18n.t('imports:letter', { day: dateWords(letter.on) });
    return detail === '' ? written : [written, detail].join(BETWEEN);
  }
  if (diary !== undefined) return diaryWords(diary, fn);
  if (subject !== 'event') return detail;
  const [day = '', ...rest] = detail.split(BETWEEN);
  return [PartialDate.safeParse(day).success ? dateWords(day) : day, ...rest].join(BETWEEN);
}
