// Spellings of one name that no rule brings together, from the list in assets/.
import list from '#assets/names/spellings.json' with { type: 'json' };
import { transliterated } from './transliteration.ts';

const plain = (name: string) => transliterated(name).replace(/[^a-z]/g, '');

let spellings: Map<string, string> | undefined;

function built(): Map<string, string> {
  const map = new Map<string, string>();
  for (const line of list.names) {
    const [first = '', ...others] = line.split(', ').map(plain);
    // Of two lines with one spelling the first is believed.
    for (const other of [first, ...others]) if (other && !map.has(other)) map.set(other, first);
  }
  return map;
}

/** The spelling that stands for all of this name's: `muhammad` → `mohammed`; undefined for a name not in the list. */
export function standardSpelling(letters: string): string | undefined {
  spellings ??= built();
  return spellings.get(letters);
}
