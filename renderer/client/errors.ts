// What went wrong, in words: what happened, what was kept, what to do.
import { isDefinedError, ORPCError } from '@orpc/client';
import type { BookTrouble } from '#api/errors.ts';
import { i18n } from '#renderer/strings/i18n.ts';

/** A sentence for any error a call can end with. Codes nobody planned for are a bug, and say so calmly. */
export function errorWords(error: unknown): string {
  if (!(error instanceof ORPCError)) return i18n.t('app:errors.connection');
  switch (error.code) {
    case 'NOT_FOUND':
      return i18n.t('app:errors.notFound');
    case 'LOCKED':
      return i18n.t('lock:title');
    case 'CONFLICT':
      return conflictWords(whyOf(error.data));
    case 'BOOK_UNAVAILABLE':
      return troubleWords(whyOf(error.data));
    case 'UNREADABLE_FILE':
      return i18n.t('app:errors.unreadable');
    case 'TEMPLATE_MISTAKE':
      return i18n.t('app:errors.templateMistake');
    case 'BAD_REQUEST':
      return i18n.t('app:errors.badRequest');
    default:
      return i18n.t('app:errors.internal');
  }
}

/** Whether what was asked for is not (or no longer) in the book. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof ORPCError && error.code === 'NOT_FOUND';

/** The `why` of a CONFLICT or BOOK_UNAVAILABLE; empty for anything else. */
function whyOf(data: unknown): string {
  return typeof data === 'object' && data !== null && 'why' in data && typeof data.why === 'string'
    ? data.why
    : '';
}

/** The conflicts a person can do something about, and the sentence for each. */
const CONFLICTS = {
  already_undone: 'alreadyUndone',
  changed_since: 'changedSince',
  owner_absorbed: 'ownerAbsorbed',
  same_person: 'samePerson',
  too_many_people: 'tooManyPeople',
  no_day: 'noDay',
  owner_forgotten: 'ownerForgotten',
  import_again: 'importAgain',
  do_not_introduce: 'doNotIntroduce',
  never_introduced: 'neverIntroduced',
  is_owner: 'isOwner',
  settled: 'settled',
  needs_reason: 'needsReason',
  proposed_lately: 'proposedLately',
  already_asked: 'alreadyAsked',
  not_now: 'notNow',
  not_their_letter: 'notTheirLetter',
  no_reason: 'noReason',
  asked_often: 'askedOften',
  day_order: 'dayOrder',
  no_later_day: 'noLaterDay',
  same_letter: 'sameLetter',
} as const;

const isKnownConflict = (why: string): why is keyof typeof CONFLICTS => Object.hasOwn(CONFLICTS, why);

const conflictWords = (why: string): string =>
  i18n.t(isKnownConflict(why) ? `app:errors.${CONFLICTS[why]}` : 'app:errors.conflict');

const TROUBLES = [
  'locked',
  'read_only',
  'corrupt',
  'newer',
  'disk_full',
  'not_a_book',
  'no_folder',
  'gone',
] as const satisfies readonly BookTrouble[];

/** What is wrong with the book, or with the connection to it, in words. */
export function troubleWords(why: string): string {
  const trouble = TROUBLES.find((one) => one === why);
  if (trouble !== undefined) return i18n.t(`app:trouble.${trouble}`);
  if (why === 'no_session') return i18n.t('app:trouble.no_session');
  if (why === 'stopped') return i18n.t('app:trouble.stopped');
  return i18n.t('app:trouble.dropped');
}

/** The book's trouble behind an error, if that is what it is. */
export function bookTrouble(error: unknown): string | undefined {
  return error instanceof ORPCError && isDefinedError(error) && error.code === 'BOOK_UNAVAILABLE'
    ? whyOf(error.data)
    : undefined;
}
