// Finds which of the book's people and events a message names, in one pass over its words.
import { tokens } from '#core/shared/fold.ts';

/** Names to be found, by their first word; made once, used for every message. */
export type PhraseIndex<Id> = ReadonlyMap<
  string,
  readonly { readonly id: Id; readonly words: readonly string[] }[]
>;

/**
 * Indexes names of people (at least two words: a given name alone names nobody) or events (one word suffices
 * from four letters on). Names without such words are left out.
 */
export function phraseIndex<Id>(
  names: readonly { readonly id: Id; readonly name: string }[],
  of: 'people' | 'events',
): PhraseIndex<Id> {
  const index = new Map<string, { id: Id; words: readonly string[] }[]>();
  for (const { id, name } of names) {
    const all = tokens(name);
    // People write "DevConf" for the event "DevConf 2026", but not "Meeting" for "Meeting 12".
    const bare =
      of === 'events' && all.length > 1 && /^(?:19|20)\d{2}$/.test(all.at(-1) ?? '') ? all.slice(0, -1) : all;
    const [first] = bare;
    if (first === undefined || (of === 'people' ? bare.length < 2 : bare.join('').length < 4)) continue;
    const entry = { id, words: bare };
    const list = index.get(first);
    if (list) list.push(entry);
    else index.set(first, [entry]);
  }
  return index;
}

/** Ids of the indexed names that occur in the text as whole words, in order of first appearance. */
export function phrasesIn<Id>(index: PhraseIndex<Id>, text: string): Id[] {
  const found = new Set<Id>();
  const all = tokens(text);
  for (const [at, word] of all.entries()) {
    for (const entry of index.get(word) ?? []) {
      if (entry.words.every((part, offset) => all[at + offset] === part)) found.add(entry.id);
    }
  }
  return [...found];
}
