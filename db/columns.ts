// Columns every table shares, so that keys and provenance look the same everywhere.
import { integer, text } from 'drizzle-orm/sqlite-core';

/** Row key: never reused, so that an undone deletion gets its old key back. */
export const id = () => integer('id').primaryKey({ autoIncrement: true });

/**
 * Row key of the tables that imports fill by the hundred thousand. A key may be used again once its row is gone: then
 * undoing that row's deletion out of order is refused, and nothing else. Remembering the highest key ever used would
 * cost every insert a second one.
 */
export const bulkId = () => integer('id').primaryKey();

/** RFC 3339 instant, UTC. */
export const instant = (name: string) => text(name);

/** Which import said so; null means the owner did, by hand. */
export const provenance = () => ({
  batchId: integer('batch_id'),
  line: integer('line'),
});

/** Said by the owner from now on, whoever said it before: taking an import back leaves it alone. */
export const OWNERS = { batchId: null, line: null } as const;

export const flag = (name: string) => integer(name, { mode: 'boolean' }).notNull().default(false);
