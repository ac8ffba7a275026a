// The raw limit of LinkedIn's file: Papa Parse and prepared statements.
import Papa from 'papaparse';
import { importRaw, type RawPerson } from '../import-arm.ts';

/** The columns of LinkedIn's file, in its order. */
type Cells = readonly [string, string, string, string, string, string, string];

function parse(text: string): Cells[] {
  const header = text.indexOf('First Name,');
  return Papa.parse<Cells>(text.slice(header), { skipEmptyLines: true }).data;
}

function* people(rows: readonly Cells[]): Generator<RawPerson> {
  for (let at = 1; at < rows.length; at += 1) {
    const [given, family, url, email, org, title, connectedOn] = rows[at]!; // below length
    const fn = `${given} ${family}`;
    yield {
      fn,
      org,
      title,
      email,
      connectedOn,
      properties: [
        ['N', `${family};${given};;;`],
        ['FN', fn],
        ['URL', url],
        ['EMAIL', email],
        ['ORG', org],
        ['TITLE', title],
      ],
    };
  }
}

await importRaw('import-raw', 'linkedin', parse, people);
