// The closed list of what can go wrong in a way a person can do something about. Anything else is INTERNAL.
import { z } from 'zod';
import { TemplateMistake } from '#core/introductions/template-mistake.ts';

export const errors = {
  NOT_FOUND: { status: 404, data: z.strictObject({ what: z.string() }) },
  CONFLICT: { status: 409, data: z.strictObject({ why: z.string() }) },
  /** The owner has locked the book: nothing is answered until they open it. */
  LOCKED: { status: 423, data: z.strictObject({}) },
  /** The template of a letter cannot be kept like this. */
  TEMPLATE_MISTAKE: { status: 422, data: TemplateMistake },
  UNREADABLE_FILE: {
    status: 422,
    data: z.strictObject({
      why: z.enum([
        'not_recognised',
        'broken_zip',
        'zip_bomb',
        'too_large',
        'too_many_entries',
        'empty',
        'no_rows',
        'encrypted_zip',
        'upload_incomplete',
        'disk_full',
      ]),
      detail: z.string(),
    }),
  },
  BOOK_UNAVAILABLE: {
    status: 503,
    data: z.strictObject({
      why: z.enum([
        'locked',
        'read_only',
        'corrupt',
        'newer',
        'disk_full',
        'not_a_book',
        'no_folder',
        'gone',
      ]),
    }),
  },
} as const;

export type BookTrouble = z.infer<(typeof errors)['BOOK_UNAVAILABLE']['data']>['why'];
