// One document of ours being read: its lists record by record, and what is wrong with them.
import type { z } from 'zod';
import { type JsonReading, memberOf, objectsOf, textOf } from '#core/formats/json-lenient.ts';
import type { Issue, PersonRef } from '../model.ts';
import { issue } from './table.ts';

export interface Located<T> {
  readonly line: number;
  readonly record: T;
}

/** Whom an id of the document names; the owner is nobody here. */
export type Known = ReadonlyMap<string, PersonRef>;

/** Reads the lists of one document; what does not fit its schema is a BAD_LINE of its own. */
export class Document {
  readonly issues: Issue[];
  readonly #reading: JsonReading;

  constructor(reading: JsonReading) {
    this.#reading = reading;
    this.issues = reading.troubles.map(({ line, code }) => issue(line, code));
  }

  text(key: string): string {
    return textOf(this.#reading.value, key);
  }

  list<T>(key: string, schema: z.ZodType<T>): Located<T>[] {
    return objectsOf(memberOf(this.#reading.value, key)).flatMap((value) => {
      const line = this.#reading.lineOf(value);
      const record = this.checked(value, schema, line);
      return record === undefined ? [] : [{ line, record }];
    });
  }

  checked<T>(value: unknown, schema: z.ZodType<T>, line: number): T | undefined {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    const where = result.error.issues[0]?.path.join('.') ?? '';
    this.issues.push(issue(line, 'BAD_LINE', { value: where.slice(0, 200) }));
    return undefined;
  }
}
