import { z } from 'zod';
import { idOf } from '#core/shared/brand.ts';
import { command, query } from './base.ts';
import { QueryText } from './contacts.ts';

export const ViewId = idOf('View');
export type ViewId = z.infer<typeof ViewId>;

const ViewForm = z.strictObject({
  name: z.string().trim().min(1).max(100),
  text: QueryText.trim().min(1),
});
export type ViewForm = z.infer<typeof ViewForm>;

/** A query of people with a name. */
export const SavedView = z.strictObject({ id: ViewId, name: z.string(), text: z.string() });
export type SavedView = z.infer<typeof SavedView>;

export const views = {
  /** All of them, by name. */
  list: query.output(z.array(SavedView)),
  /** Saves a query; a view of that name, in whatever case, is given the new query instead. */
  save: command.input(ViewForm).output(z.strictObject({ id: ViewId })),
  rename: command.input(z.strictObject({ id: ViewId, name: ViewForm.shape.name })).output(z.void()),
  delete: command.input(z.strictObject({ id: ViewId })).output(z.void()),
};
