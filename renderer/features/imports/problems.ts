// Why a drop could not be prepared, in words: what happened, that the book is as it was, what to do.
import { ORPCError } from '@orpc/client';
import type { z } from 'zod';
import { errors } from '#api/errors.ts';
import { otherFile } from '#core/imports/other-files.ts';
import { errorWords } from '#renderer/client/errors.ts';
import { i18n } from '#renderer/strings/i18n.ts';

const Unreadable = errors.UNREADABLE_FILE.data;
export type WhyUnreadable = z.infer<typeof Unreadable>['why'];

/** What to show; `detail` names the file inside the drop that it was about, where that is known. */
export interface Problem {
  readonly title: string;
  readonly text: string;
  readonly detail?: string;
}

/** The words for one reason a drop cannot be read; `file_gone` is found in the page, before the book is asked. */
export const problemOf = (why: WhyUnreadable | 'file_gone'): Problem => ({
  title: i18n.t(`imports:problem.${why}.title`),
  text: i18n.t(`imports:problem.${why}.text`),
});

/** What a browser throws when a chosen file has since gone, changed or may not be read (File API §6.2). */
const FILE_GONE = new Set(['NotFoundError', 'NotReadableError', 'SecurityError']);

/** The words for anything that can end the preparation of a drop; `fileName` is what was dropped. */
export function problemFrom(error: unknown, fileName: string): Problem {
  if (error instanceof DOMException && FILE_GONE.has(error.name)) return problemOf('file_gone');
  if (error instanceof ORPCError && error.code === 'UNREADABLE_FILE') {
    const data = Unreadable.safeParse(error.data);
    if (data.success)
      return {
        ...problemOf(data.data.why),
        ...detailOf(data.data, fileName),
        ...known(data.data, fileName),
      };
  }
  return { title: i18n.t('imports:problem.other.title'), text: errorWords(error) };
}

/**
 * Of a file whose name says what it is: that, and what to do instead. Alone in a drop, or too large to be looked at at
 * all, as the mailboxes of Outlook are.
 */
function known({ why, detail }: z.infer<typeof Unreadable>, fileName: string): Partial<Problem> {
  if (why !== 'not_recognised' && why !== 'too_large') return {};
  if (why === 'not_recognised' && detail !== '' && detail !== fileName) return {};
  const other = otherFile(fileName, new Uint8Array());
  if (other === undefined) return {};
  return { title: i18n.t('imports:problem.known.title'), text: i18n.t(`imports:otherFile.${other}`) };
}

/** Whether a file arrived whole and could be read, and nothing in it was recognised: the owner may know better. */
export function isUnrecognised(error: unknown): boolean {
  if (!(error instanceof ORPCError) || error.code !== 'UNREADABLE_FILE') return false;
  const data = Unreadable.safeParse(error.data);
  return data.success && (data.data.why === 'not_recognised' || data.data.why === 'no_rows');
}

/**
 * A limit in bytes or the name that is shown anyway says nothing more; of a damaged archive what stands after its name
 * is for whoever wrote the program that opens it.
 */
function detailOf({ why, detail: whole }: z.infer<typeof Unreadable>, fileName: string): { detail?: string } {
  const detail = why === 'broken_zip' ? inside(whole) : whole;
  return detail === '' || detail === fileName || /^\d+$/.test(detail) ? {} : { detail };
}

/** The file in the archive that is damaged, without the code before it and the parser's words behind it. */
const inside = (detail: string): string => detail.replace(/^broken_zip: /, '').split(': ', 1)[0] ?? '';
