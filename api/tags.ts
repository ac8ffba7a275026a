// The tags of the book as a whole. Each deed about them is one entry of the history.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { command, Page, query } from './base.ts';
import { Tag } from './bulk.ts';
import { PeopleChanged, PeopleProgress } from './people.ts';

/** A tag exactly as it is written, and how many people have it so. */
export const TagShare = z.strictObject({ tag: z.string(), people: z.int().positive() });
export type TagShare = z.infer<typeof TagShare>;

/** One that somebody has already: an import may have brought a long one. */
const Written = z.string().trim().min(1).max(2000);

const done = eventIterator(PeopleProgress, PeopleChanged);

export const tags = {
  /** All tags that are like `find`, those of most people first, and groups of tags that may be one, the most written first. */
  list: query.input(z.strictObject({ find: z.string().max(200).default(''), page: Page })).output(
    z.strictObject({
      total: z.int().nonnegative(),
      rows: z.array(TagShare),
      alike: z.array(z.array(TagShare)),
    }),
  ),
  rename: command.input(z.strictObject({ from: Written, to: Tag })).output(done),
  /** Whoever has one of `from` has `to` afterwards, once. */
  merge: command.input(z.strictObject({ from: z.array(Written).min(1).max(50), to: Tag })).output(done),
  /** Takes a tag away from everybody. */
  delete: command.input(z.strictObject({ tag: Written })).output(done),
};
