// Words about health, family, money and looking for work, by language; `assets/privacy` says how to correct them.
import de from '#assets/privacy/de.json' with { type: 'json' };
import en from '#assets/privacy/en.json' with { type: 'json' };
import es from '#assets/privacy/es.json' with { type: 'json' };
import fr from '#assets/privacy/fr.json' with { type: 'json' };
import it from '#assets/privacy/it.json' with { type: 'json' };
import nl from '#assets/privacy/nl.json' with { type: 'json' };
import pt from '#assets/privacy/pt.json' with { type: 'json' };
import { fold } from '#core/shared/fold.ts';
import type { Range, Word } from './words-of.ts';

const MATTERS = ['health', 'family', 'money', 'work'] as const;
export type Matter = (typeof MATTERS)[number];

interface Phrase {
  readonly matter: Matter;
  /** Folded; the last may be the beginning of a word. */
  readonly words: readonly string[];
  readonly isStem: boolean;
}

/** By the first word, or by the first three letters of a phrase that is one stem. */
type Lexicon = ReadonlyMap<string, readonly Phrase[]>;

let lexicon: Lexicon | undefined;

/** All languages in one: notes are in whichever language the owner thinks in. Made when a letter is first checked. */
function allPhrases(): Lexicon {
  const found = new Map<string, Phrase[]>();
  for (const language of [de, en, es, fr, it, nl, pt]) {
    for (const matter of MATTERS) {
      for (const written of language[matter]) {
        const isStem = written.endsWith('*');
        const words = written.replace(/\*$/, '').split(' ').map(fold);
        const key = keyOf(words[0] ?? '');
        found.set(key, [...(found.get(key) ?? []), { matter, words, isStem }]);
      }
    }
  }
  return found;
}

const keyOf = (word: string): string => word.slice(0, 2);

/** Where such words stand in a text, and what about. */
export function sensitiveWords(words: readonly Word[]): (Range & { readonly matter: Matter })[] {
  lexicon ??= allPhrases();
  return words.flatMap((first, at) => {
    const phrase = lexicon?.get(keyOf(first.word))?.find((candidate) => isAt(words, at, candidate));
    const last = words[at + (phrase?.words.length ?? 1) - 1];
    if (phrase === undefined || last === undefined) return [];
    return [{ matter: phrase.matter, start: first.start, end: last.end }];
  });
}

const isAt = (words: readonly Word[], at: number, phrase: Phrase): boolean =>
  phrase.words.every((word, index) => {
    const found = words[at + index]?.word ?? '';
    return phrase.isStem && index === phrase.words.length - 1 ? found.startsWith(word) : found === word;
  });
