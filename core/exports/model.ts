// A person on the way out of the book: all that is said about them today, in the book's own words.
import { z } from 'zod';
import type { Parameters } from '#core/contacts/model.ts';

export const ExportFormat = z.enum([
  'vcard-4',
  'vcard-3',
  'csv-google',
  'csv-outlook',
  'csv-acquaint',
  'json',
  'markdown',
]);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** How the file of a format ends, and its media type (RFC 6350, 7111, 8259; zip is a folder of Markdown files). */
export const FILE_OF: Readonly<
  Record<ExportFormat, { readonly ending: string; readonly mediaType: string }>
> = {
  'vcard-4': { ending: '.vcf', mediaType: 'text/vcard' },
  'vcard-3': { ending: '.vcf', mediaType: 'text/vcard' },
  'csv-google': { ending: '.csv', mediaType: 'text/csv' },
  'csv-outlook': { ending: '.csv', mediaType: 'text/csv' },
  'csv-acquaint': { ending: '.csv', mediaType: 'text/csv' },
  json: { ending: '.json', mediaType: 'application/json' },
  markdown: { ending: '.zip', mediaType: 'application/zip' },
};

export interface ExportedProperty {
  readonly name: string;
  /** Written as PropertyName says. */
  readonly value: string;
  readonly type: string;
  readonly parameters?: Parameters | undefined;
}

export interface ExportedPerson {
  readonly fn: string;
  /** FN left out; N, where there is one, as `serialiseN` writes it. */
  readonly properties: readonly ExportedProperty[];
}

/** The first value of a property, or ''. */
export const valueOf = ({ properties }: ExportedPerson, name: string): string =>
  properties.find((property) => property.name === name)?.value ?? '';
