// Which given names are forms of one another: short forms, pet names, and the same name in other languages.
import de from '#assets/names/diminutives/de.json' with { type: 'json' };
import en from '#assets/names/diminutives/en.json' with { type: 'json' };
import enMore from '#assets/names/diminutives/en-nicknames.json' with { type: 'json' };
import es from '#assets/names/diminutives/es.json' with { type: 'json' };
import fr from '#assets/names/diminutives/fr.json' with { type: 'json' };
import it from '#assets/names/diminutives/it.json' with { type: 'json' };
import nl from '#assets/names/diminutives/nl.json' with { type: 'json' };
import pl from '#assets/names/diminutives/pl.json' with { type: 'json' };
import pt from '#assets/names/diminutives/pt.json' with { type: 'json' };
import ru from '#assets/names/diminutives/ru.json' with { type: 'json' };
import uk from '#assets/names/diminutives/uk.json' with { type: 'json' };
import equivalents from '#assets/names/equivalents.json' with { type: 'json' };
import { romanise, soundKey, withoutUmlauts } from './romanise.ts';
import { fullForms } from './pet-name-endings.ts';

/** Formal name → its short forms, separated by `, `; one list per language. */
const LISTS: readonly Readonly<Record<string, string>>[] = [
  en.names,
  de.names,
  fr.names,
  es.names,
  it.names,
  nl.names,
  pl.names,
  pt.names,
  ru.names,
  uk.names,
  enMore.names,
];

const NONE: readonly number[] = [];
const REMEMBERED = 20_000;
const UMLAUT = /[äöüøåæ]/i;

const lettersOf = (name: string) => romanise(name).replace(/[^a-z]/g, '');

interface Index {
  /** Romanised form → its groups: even numbers are formal names, odd ones the same name in several languages. */
  readonly forms: ReadonlyMap<string, readonly number[]>;
  /** The same by `soundKey`, for spellings that are not listed. */
  readonly sounds: ReadonlyMap<string, readonly number[]>;
}

const add = (map: Map<string, Set<number>>, key: string, group: number) => {
  if (key === '') return;
  const groups = map.get(key);
  if (groups) groups.add(group);
  else map.set(key, new Set([group]));
};

/** Every formal name with all its forms, the formal one first. */
function* formsOfNames(): Generator<readonly [string, readonly string[]]> {
  for (const list of LISTS)
    for (const [formal, short] of Object.entries(list)) yield [formal, short.split(', ')];
}

function built(): Index {
  const ids = new Map<string, number>();
  const languages = new Map<number, Set<number>>();
  const forms = new Map<string, Set<number>>();
  const idOf = (formal: string) => {
    const key = lettersOf(formal);
    const id = ids.get(key) ?? ids.size * 2;
    ids.set(key, id);
    return id;
  };
  equivalents.names.forEach((line, at) => {
    for (const name of line.split(', ')) {
      const id = idOf(name);
      languages.set(id, (languages.get(id) ?? new Set()).add(at * 2 + 1));
      add(forms, lettersOf(name), id);
    }
  });
  for (const [formal, short] of formsOfNames()) {
    const id = idOf(formal);
    for (const form of [formal, ...short]) {
      add(forms, lettersOf(form), id);
      if (UMLAUT.test(form)) add(forms, withoutUmlauts(form) ?? '', id);
    }
  }
  const sounds = new Map<string, Set<number>>();
  for (const [form, groups] of forms) {
    // Those added on the way are languages, which are of no language themselves.
    for (const id of groups) for (const language of languages.get(id) ?? NONE) groups.add(language);
    const sound = soundKey(form);
    for (const id of groups) add(sounds, sound, id);
  }
  const listed = (map: Map<string, Set<number>>) =>
    new Map([...map].map(([key, groups]) => [key, [...groups].sort((a, b) => a - b)] as const));
  return { forms: listed(forms), sounds: listed(sounds) };
}

let index: Index | undefined;
const known = new Map<string, readonly number[]>();

function lookedUp(letters: string): readonly number[] {
  index ??= built();
  const { forms, sounds } = index;
  const listed = forms.get(letters) ?? sounds.get(soundKey(letters));
  if (listed) return listed;
  for (const full of fullForms(letters)) {
    const groups = forms.get(full);
    if (groups) return groups;
  }
  return NONE;
}

/**
 * The groups of names a given name belongs to, ascending; two names are forms of one another when they share a group.
 * Even numbers are formal names with their short forms, odd ones the same name in several languages. Not transitive:
 * Саша is in the groups of Александр and of Александра, which share none. Empty for a name that is not known. A name of
 * several words is looked up as one (`José María`). The numbers may change with the lists: never store them.
 */
export function givenNameGroups(name: string): readonly number[] {
  let groups = known.get(name);
  if (groups === undefined) {
    groups = lookedUp(lettersOf(name));
    if (known.size >= REMEMBERED) known.clear();
    known.set(name, groups);
  }
  return groups;
}

/** How two given names are one: see `isSameGivenName`. */
export type GivenNameRelation = 'same' | 'spelling' | 'diminutive' | 'equivalent';

/** Whether two ascending lists of groups share one, and whether that is a formal name. */
export function sharedGroup(
  a: readonly number[],
  b: readonly number[],
): 'diminutive' | 'equivalent' | undefined {
  let found: 'equivalent' | undefined;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const one = a[i]!;
    const other = b[j]!;
    if (one === other) {
      if (one % 2 === 0) return 'diminutive';
      found = 'equivalent';
    }
    if (one <= other) i++;
    if (other <= one) j++;
  }
  return found;
}

const bare = (name: string) =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]/gu, '');

function isSpelling(a: string, b: string): boolean {
  const first = lettersOf(a);
  const second = lettersOf(b);
  if (first === '' || second === '') return false;
  const isEqual = first === second || withoutUmlauts(a) === second || withoutUmlauts(b) === first;
  return isEqual || (first.length > 1 && soundKey(a) === soundKey(b));
}

/**
 * Whether two given names are one: `same` (but for case, spaces and hyphens), `spelling` (accents, scripts and
 * transliterations: Юлия/Julia, Müller/Mueller), `diminutive` (one is a short form of the other, or both of a third:
 * Paco/Francisco, Bill/Will), `equivalent` (one name in two languages: John/Juan); undefined otherwise. Symmetric.
 */
export function isSameGivenName(a: string, b: string): GivenNameRelation | undefined {
  const first = bare(a);
  const second = bare(b);
  if (first === '' || second === '') return undefined;
  if (first === second) return 'same';
  if (isSpelling(a, b)) return 'spelling';
  const [groups, others] = [givenNameGroups(a), givenNameGroups(b)];
  const shared = sharedGroup(groups, others);
  if (shared) return shared;
  // Both are listed, and not as one: the ending of Marina does not make it a Maria.
  if (groups.length > 0 && others.length > 0) return undefined;
  const [one, other] = [lettersOf(a), lettersOf(b)];
  return fullForms(one).includes(other) || fullForms(other).includes(one) ? 'diminutive' : undefined;
}
