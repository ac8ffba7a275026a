// Labels nobody has listed, read word by word: `Business Street 2`, `Telefon (privat)`, `Número de teléfono del trabajo`.
import type { Lexicon, Word } from './labels/model.ts';
import type { Target } from './targets.ts';

/** Longer labels are sentences. */
const LONGEST_LABEL = 80;

/**
 * The words a label consists of, as few as possible and all of it: labels are compounds in half of the languages
 * (`Geschäftstelefon`, `会社電話`), so spaces say nothing. Undefined when something is left over.
 */
export function wordsOf({ words, longestWord }: Lexicon, key: string): readonly Word[] | undefined {
  if (key.length > LONGEST_LABEL) return undefined;
  const best: (readonly (readonly Word[])[] | undefined)[] = [[]];
  for (let end = 1; end <= key.length; end++) {
    for (let start = Math.max(0, end - longestWord); start < end; start++) {
      const before = best[start];
      const word = before && words.get(key.slice(start, end));
      if (word && before.length + 1 < (best[end]?.length ?? Infinity)) best[end] = [...before, word];
    }
  }
  return best[key.length]?.flat();
}

/** What a telephone's place is called when it is not home, work or other. */
const TELEPHONES = ['assistant', 'callback', 'car', 'radio', 'telex', 'textphone', 'isdn'] as const;
const ADDRESS: readonly (readonly [Word, Target])[] = [
  ['pobox', 'ADR-POBOX'],
  ['code', 'ADR-CODE'],
  ['country', 'ADR-COUNTRY'],
  ['city', 'ADR-CITY'],
  ['region', 'ADR-REGION'],
  ['street', 'ADR-STREET'],
  ['house', 'ADR-STREET'],
  ['ext', 'ADR-EXT'],
];

export type Has = (word: Word) => boolean;

const placed = (name: string, ...types: readonly string[]): Target => {
  const type = types.filter((one) => one !== '').join(',');
  return type === '' ? name : `${name} ${type}`;
};

function telephone(has: Has, place: string): Target | undefined {
  if (has('mobile')) return placed('TEL', place, 'cell');
  if (has('fax')) return placed('TEL', place, 'fax');
  if (has('pager')) return placed('TEL', place, 'pager');
  const other = TELEPHONES.find((word) => has(word));
  if (!has('phone') && (other === undefined || other === 'assistant')) return undefined;
  if (other !== undefined) return placed('TEL', other);
  return has('company') ? 'TEL work,main' : placed('TEL', place === '' && has('main') ? 'pref' : place);
}

/** `PLZ / Ort` and `Street, City` hold several parts in one cell, taken for what it mostly is. */
function severalParts(has: Has): Target | undefined {
  const hasTown = has('city') || has('code') || has('country');
  if (has('street') && hasTown) return 'ADR';
  return has('code') && has('city') ? 'ADR-CITY' : undefined;
}

function address(has: Has, place: string, number: number): Target | undefined {
  const part = severalParts(has) ?? ADDRESS.find(([word]) => has(word))?.[1];
  if (part !== undefined) return placed(part, place);
  if (!has('address')) return undefined;
  return placed(has('line') || number > 1 ? 'ADR-STREET' : 'ADR', place);
}

/** The place a label names; `other` only where neither of the others is said. */
export function placeOf(has: Has): string {
  if (has('work')) return 'work';
  if (has('home')) return 'home';
  return has('other') ? 'other' : '';
}

/** What a label's words mean together; `number` is the one that stood in it. */
export function targetOfWords(lexicon: Lexicon, key: string, number: number): Target | undefined {
  const words = wordsOf(lexicon, key);
  if (!words) return undefined;
  const found = new Set(words);
  const has: Has = (word) => found.has(word);
  const place = placeOf(has);
  // An assistant's mailbox would make two people one.
  if (has('email')) return has('assistant') ? undefined : placed('EMAIL', place);
  const tel = telephone(has, place);
  if (tel !== undefined) return tel;
  const part = address(has, place, number);
  if (part !== undefined) return part;
  return has('web') ? placed('URL', place) : undefined;
}
