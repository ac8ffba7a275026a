// How we know each other, as a sentence: the first thing under a name.
import type { HowWeKnow } from '#core/network/how-we-know.ts';
import { TieLevel } from '#core/network/model.ts';
import { tieWords } from '#renderer/people/tie.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { i18n } from '#renderer/strings/i18n.ts';

/** "Introduced by Tom Weber at GopherCon 2025, Berlin, June 2025 – twice since". */
export function howWeKnowWords({ code, params, on }: HowWeKnow): string {
  const when = (how: string) =>
    on === undefined ? how : i18n.t('contacts:how.when', { how, on: dateWords(on) });
  switch (code) {
    case 'met':
    case 'introduced':
      return since(when(meeting(code, params)), Number(params['since'] ?? 0));
    case 'said':
      return when(saidWords(params));
    case 'vouched':
      return when(vouchedWords(params));
    case 'imported':
      return when(i18n.t('contacts:how.imported', params));
    default:
      return when(i18n.t(`contacts:how.${code}`));
  }
}

function meeting(code: 'met' | 'introduced', params: HowWeKnow['params']): string {
  const event = String(params['event'] ?? '');
  const place = String(params['place'] ?? '');
  const how =
    code === 'introduced'
      ? i18n.t('contacts:how.introduced', { introducer: params['introducer'] })
      : metWords(String(params['channel'] ?? ''));
  const at = event === '' ? how : i18n.t('contacts:how.atEvent', { how, event });
  // An event that is named after its place need not say it twice.
  const isSaid = place === '' || event.toLocaleLowerCase().includes(place.toLocaleLowerCase());
  return isSaid ? at : i18n.t('contacts:how.place', { how: at, place });
}

function metWords(channel: string): string {
  switch (channel) {
    case 'online':
      return i18n.t('contacts:how.metOnline');
    case 'work':
      return i18n.t('contacts:how.metWork');
    case 'school':
      return i18n.t('contacts:how.metSchool');
    default:
      return i18n.t('contacts:how.met');
  }
}

function vouchedWords(params: HowWeKnow['params']): string {
  const fn = String(params['fn'] ?? '');
  const count = Number(params['others'] ?? 0);
  return count === 0
    ? i18n.t('contacts:how.vouched', { fn })
    : i18n.t('contacts:how.vouchedMore', { fn, count });
}

function saidWords(params: HowWeKnow['params']): string {
  const level = TieLevel.safeParse(params['level']).data ?? 'unknown';
  const note = String(params['note'] ?? '');
  return note === ''
    ? i18n.t('contacts:how.said', { level: tieWords(level) })
    : i18n.t('contacts:how.saidNote', { level: tieWords(level), note });
}

function since(how: string, count: number): string {
  if (count <= 0) return how;
  return count === 2
    ? i18n.t('contacts:how.sinceTwice', { how })
    : i18n.t('contacts:how.since', { how, count });
}
