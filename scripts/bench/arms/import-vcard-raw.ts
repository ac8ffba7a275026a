// The raw limit of vCards: ical.js, the fastest parser of them there is for JavaScript, and prepared statements.
import ICAL from 'ical.js';
import { importRaw, type RawPerson } from '../import-arm.ts';

type Value = string | readonly string[];
type Line = readonly [name: string, parameters: unknown, type: string, value: Value];
type Card = readonly ['vcard', readonly Line[]];

// Its types know nothing of what comes out: RFC 7095, one card after the other.
const parse = (text: string): Card[] => ICAL.parse(text);

const textOf = (value: Value): string => (typeof value === 'string' ? value : value.join(';'));

function* people(cards: readonly Card[]): Generator<RawPerson> {
  for (const [, lines] of cards) {
    const properties = lines.flatMap(([name, , , value]) =>
      name === 'version' ? [] : [[name.toUpperCase(), textOf(value)] as const],
    );
    const first = (wanted: string) => properties.find(([name]) => name === wanted)?.[1] ?? '';
    yield {
      fn: first('FN'),
      org: first('ORG'),
      title: first('TITLE'),
      email: first('EMAIL'),
      connectedOn: '',
      properties,
    };
  }
}

await importRaw('import-vcard-raw', 'vcard', parse, people);
