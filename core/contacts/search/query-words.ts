// Facets as they are called in another language. The canonical names always work, and win.
import { fold } from '#core/shared/fold.ts';
import { flagMeant, isOwnerWord, levelMeant } from './facets.ts';
import type { FacetName, Flag } from './facets.ts';

/** What may be typed besides the canonical words. Keys are folded. */
export interface QueryWords {
  readonly facets: ReadonlyMap<string, FacetName>;
  /** Values of `has` and `missing`, of `level`, and of `is`: the canonical word each stands for. */
  readonly flags: ReadonlyMap<string, string>;
  readonly levels: ReadonlyMap<string, string>;
  readonly owner: ReadonlyMap<string, string>;
  /** How each facet is written back. */
  readonly written: Readonly<Partial<Record<FacetName, string>>>;
}

/** Names as a catalogue has them: several of a thing with a space between, the first of a facet is the one written. */
export interface WordTable {
  readonly facets: Readonly<Partial<Record<FacetName, string>>>;
  readonly flags: Readonly<Partial<Record<Flag, string>>>;
  /** By TieLevel. */
  readonly levels: Readonly<Record<string, string>>;
  readonly owner: string;
}

const split = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** Each word of the table, folded, with what it stands for; the first to claim a word has it. */
function meanings<Meant extends string>(table: Readonly<Record<string, string>>): Map<string, Meant> {
  const found = new Map<string, Meant>();
  for (const [meant, words] of Object.entries(table)) {
    // The keys of the table are what its words stand for.
    for (const word of split(words)) if (!found.has(fold(word))) found.set(fold(word), meant as Meant);
  }
  return found;
}

/** Makes a catalogue's table ready for reading. A facet's word that could not be typed before a colon is left out. */
export function queryWords({ facets, flags, levels, owner }: WordTable): QueryWords {
  const typed = (words: string) => split(words).filter((word) => /^[\p{L}_]{1,30}$/u.test(word));
  const usable = Object.fromEntries(
    Object.entries(facets).map(([name, words]) => [name, typed(words).join(' ')]),
  );
  return {
    facets: meanings<FacetName>(usable),
    flags: meanings(flags),
    levels: meanings(levels),
    owner: meanings({ owner }),
    written: Object.fromEntries(
      Object.entries(usable).flatMap(([name, words]) => {
        const [first] = split(words);
        return first === undefined ? [] : [[name, first]];
      }),
    ),
  };
}

const VALUES_OF: Readonly<Partial<Record<FacetName, keyof Omit<QueryWords, 'facets' | 'written'>>>> = {
  has: 'flags',
  missing: 'flags',
  level: 'levels',
  is: 'owner',
};

const isCanonical: Readonly<Partial<Record<FacetName, (text: string) => boolean>>> = {
  has: (text) => flagMeant(text) !== undefined,
  missing: (text) => flagMeant(text) !== undefined,
  level: (text) => levelMeant(text) !== undefined,
  is: isOwnerWord,
};

/** The canonical value that a word of the language, or the beginning of one, stands for; any other as it is. */
export function canonicalValue(name: FacetName, text: string, words: QueryWords): string {
  const table = VALUES_OF[name];
  const typed = fold(text).trim();
  if (table === undefined || typed === '') return text;
  const whole = words[table].get(typed);
  if (whole !== undefined) return whole;
  if (isCanonical[name]?.(text) === true) return text;
  for (const [word, meant] of words[table]) if (word.startsWith(typed)) return meant;
  return text;
}
