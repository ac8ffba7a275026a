// What Google's labels mean: `* Home`, `Work Fax`, `Privat`, `Anniversary`, in whatever language they were chosen.
import type { Parameters } from '#core/contacts/model.ts';
import { type Has, placeOf, wordsOf } from './label-words.ts';
import { keyOf, lexicons } from './lexicon.ts';
import type { Typed } from './values.ts';

const KINDS = [
  ['mobile', 'cell'],
  ['fax', 'fax'],
  ['pager', 'pager'],
] as const;

/** vCard TYPE of a label, as far as some language has words for it. */
function typeOf(key: string): string | undefined {
  for (const lexicon of lexicons()) {
    const found = new Set(wordsOf(lexicon, key));
    const has: Has = (word) => found.has(word);
    // `Homepage` is a kind of page, not a place.
    if (found.size === 0 || has('web')) continue;
    const kind = KINDS.find(([word]) => has(word))?.[1] ?? '';
    const place = placeOf(has) || (kind === '' && has('main') ? 'main' : '');
    const type = [place, kind].filter(Boolean).join(',');
    if (type !== '') return type;
  }
  return undefined;
}

/** `* Home`, where the star stands for the preferred one. */
const STARRED = /^\* ?/;

/** TYPE and parameters of a label; what is no TYPE stays a label. */
function typedLabel(written: string): Typed {
  const label = written.replace(STARRED, '').trim();
  const type = label === '' ? '' : typeOf(keyOf(label));
  const parameters: Parameters = {
    ...(STARRED.test(written) && { PREF: ['1'] }),
    ...(type === undefined && { 'X-ABLABEL': [label] }),
  };
  return Object.keys(parameters).length === 0 ? { type: type ?? '' } : { type: type ?? '', parameters };
}

/** Asked for every value, with a few dozen different labels in a whole file. */
const MOST_REMEMBERED = 5000;

function remembering<T>(answer: (label: string) => T): (label: string) => T {
  const known = new Map<string, T>();
  return (label) => {
    let found = known.get(label);
    if (found === undefined) {
      found = answer(label);
      if (known.size < MOST_REMEMBERED) known.set(label, found);
    }
    return found;
  };
}

export interface Relationship {
  readonly relation: string;
  readonly typed: Typed;
}

const KIN: ReadonlyMap<string, string> = new Map([
  ...'mother father mom mum dad mutter vater mère père madre padre mãe pai matka ojciec moeder vader мать отец 母 父'
    .split(' ')
    .map((word) => [keyOf(word), 'parent'] as const),
  ...'brother sister sibling bruder schwester frère sœur hermano hermana fratello sorella irmão irmã brat siostra broer zus брат сестра'
    .split(' ')
    .map((word) => [keyOf(word), 'sibling'] as const),
  ...'son daughter sohn tochter fils fille hijo hija figlio figlia filho filha syn córka zoon dochter сын дочь'
    .split(' ')
    .map((word) => [keyOf(word), 'child'] as const),
  ...'freund freundin ami amie amigo amiga amico amica przyjaciel vriend vriendin друг подруга vän'
    .split(' ')
    .map((word) => [keyOf(word), 'friend'] as const),
  ['relative', 'kin'],
  ['colleague', 'colleague'],
  ['neighbor', 'neighbor'],
  ['neighbour', 'neighbor'],
]);

/** vCard's own words among the relations of our dictionaries. */
const TYPES = new Set(['spouse', 'child', 'parent', 'friend']);

/** What the dictionaries call a relation, in any language; undefined when none does. */
function listedRelation(key: string): string | undefined {
  for (const { labels } of lexicons()) {
    const meaning = labels.get(key);
    if (meaning?.startsWith('RELATED ')) return meaning.slice('RELATED '.length);
  }
  return undefined;
}

/** RELATED has a TYPE for some relations; the word itself stays where it says more (`Mother`). */
function relationship(written: string): Relationship {
  const label = written.replace(STARRED, '').trim();
  const key = keyOf(label);
  if (key === '') return { relation: '', typed: { type: '' } };
  const kin = KIN.get(key);
  const relation = kin ?? listedRelation(key) ?? label;
  const type = kin !== undefined || TYPES.has(relation) ? relation : '';
  const parameters = key === type ? undefined : { 'X-ABLABEL': [label] };
  return { relation, typed: { type, parameters } };
}

const isAnniversary = (written: string) => {
  const key = keyOf(written.replace(STARRED, ''));
  return lexicons().some(({ labels }) => labels.get(key) === 'ANNIVERSARY');
};

/** The meanings of labels, each looked up once for a file. */
export const googleLabels = () => ({
  typed: remembering(typedLabel),
  relationship: remembering(relationship),
  isAnniversary: remembering(isAnniversary),
});
export type GoogleLabels = ReturnType<typeof googleLabels>;
