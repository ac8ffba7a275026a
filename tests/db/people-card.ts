// Cards that two imports and the owner have filled, and forms over them.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { propertyKey } from '#core/contacts/identity.ts';
import { ContactForm, ContactId } from '#core/contacts/model.ts';
import type { FormValue, Parameters } from '#core/contacts/model.ts';
import { openWritable } from '#db/book.ts';
import type { OpenBook } from '#db/book.ts';
import { formOf } from '#db/contacts/properties.ts';
import { project, updateContact } from '#db/contacts/queries.ts';
import { Recorder } from '#db/history/journal.ts';
import { contact, importBatch, property } from '#db/schema.ts';
import { tempFolder } from './temp-folder.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));
export const NOW = '2026-03-01T00:00:00Z';
const LATER = '2026-04-01T00:00:00Z';

/** A book of this file's own, open until the test's file is done. */
export const openCards = (): OpenBook => openWritable(path.join(tempFolder(), 'form.acquaint'), MIGRATIONS);

export interface Row {
  readonly name: string;
  readonly value: string;
  readonly type?: string;
  readonly parameters?: Parameters;
  /** 1 or 2: a batch; absent: the owner. */
  readonly batchId?: number | undefined;
}

/** Somebody of whom two imports and the owner have said these things. */
export function card(book: OpenBook, rows: readonly Row[]): ContactId {
  const recorder = new Recorder(book);
  for (const fileName of ['one.vcf', 'two.vcf'])
    recorder.insert(importBatch, { fileName, state: 'applied', stagedAt: NOW, entries: [], counts: {} });
  const id = recorder.insert(contact, { fn: '', sortKey: '', nameKey: '', createdAt: NOW });
  const name = { contactId: id, recordedAt: NOW, batchId: 1, line: 1 };
  recorder.insert(property, { ...name, name: 'N', value: 'Ruiz;Ana;María;Dr.;' });
  recorder.insert(property, { ...name, name: 'FN', value: 'Ana Ruiz' });
  for (const row of rows)
    recorder.insert(property, {
      contactId: id,
      name: row.name,
      value: row.value,
      type: row.type ?? '',
      parameters: row.parameters === undefined ? '' : JSON.stringify(row.parameters),
      key: propertyKey(row.name, row.value),
      recordedAt: NOW,
      ...(row.batchId !== undefined && { batchId: row.batchId, line: 1 }),
    });
  project(recorder, ContactId.parse(id));
  return ContactId.parse(id);
}

/** Does something in the book, and leaves it as it was. */
export function inBook(book: OpenBook, act: () => void): void {
  book.sqlite.exec('begin');
  try {
    act();
  } finally {
    book.sqlite.exec('rollback');
  }
}

/** The form as a window gets it. */
export const formFor = (book: OpenBook, id: ContactId): ContactForm => ContactForm.parse(formOf(book, id));

/** Saves a form as a window sends it; answers what was changed. */
export function save(book: OpenBook, id: ContactId, form: unknown): Recorder {
  const recorder = new Recorder(book);
  updateContact(recorder, id, ContactForm.parse(form), LATER);
  return recorder;
}

export interface StoredRow {
  readonly id: number;
  readonly name: string;
  readonly batch_id: number | null;
  readonly hidden: number;
}

/** Every row of somebody as SQLite has it. */
export const rowsOf = (book: OpenBook, id: ContactId): StoredRow[] =>
  // The columns a StoredRow names are among them.
  book.sqlite.prepare('select * from property where contact_id = ? order by id').all(id) as StoredRow[];

/** A value of a form. */
export const value = (name: string, text: string, more: Partial<FormValue> = {}): FormValue => ({
  name,
  value: text,
  type: '',
  label: '',
  preferred: false,
  service: '',
  ...more,
});
