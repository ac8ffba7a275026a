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

function conflictWords(why: string): string {
  switch (why) {
    case 'already_undone':
      return i18n.t('app:errors.alreadyUndone');
    case 'changed_since':
      return i18n.t('app:errors.changedSince');
    case 'owner_absorbed':
      return i18n.t('app:errors.ownerAbsorbed');
    case 'same_person':
      return i18n.t('app:errors.samePerson');
    case 'too_many_people':
      return i18n.t('app:errors.tooManyPeople');
    case 'no_day':
      return i18n.t('app:errors.noDay');
    case 'owner_forgotten':
      return i18n.t('app:errors.ownerForgotten');
    case 'import_again':
      return i18n.t('app:errors.importAgain');
    case 'do_not_introduce':
      return i18n.t('app:errors.doNotIntroduce');
    case 'never_introduced':
      return i18n.t('app:errors.neverIntroduced');
    case 'is_owner':
      return i18n.t('app:errors.isOwner');
    case 'settled':
      return i18n.t('app:errors.settled');
    default:
      return i18n.t('app:errors.conflict');
  }
}

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
