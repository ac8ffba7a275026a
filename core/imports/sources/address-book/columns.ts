// What the columns of a table are: every label on its own first, then all of them together.
import { fold } from '#core/shared/fold.ts';
import type { Lexicon } from './labels/model.ts';
import { layoutOf } from './layouts.ts';
import { keyOf, lexicons, meaningIn } from './lexicon.ts';
import { settled } from './settle.ts';
import { ownName, type Target } from './targets.ts';

export interface Columns {
  /** One for every label; a column nobody knows is a property of its own name. */
  readonly targets: readonly Target[];
  /** What the labels alone say, before they are looked at together; undefined where they say nothing. */
  readonly meanings: readonly (Target | undefined)[];
  readonly keys: readonly string[];
  readonly lexicon: Lexicon;
  /** The product whose fixed order of columns this is. */
  readonly layout?: 'outlook-csv' | 'thunderbird-csv';
}

/** More columns than any address book has; what is beyond stays as it is. */
const MOST_COLUMNS = 600;

const known = (meanings: readonly (Target | undefined)[]) =>
  new Set(meanings.filter((meaning) => meaning !== undefined)).size;

let labelled: ReadonlySet<string> | undefined;

/** Whether a header may be one of ours: a quick no for what is no table of people. */
export function mayBeHeader(labels: readonly string[]): boolean {
  // A whole export in a language nobody has listed.
  if (layoutOf(labels, []) !== undefined) return true;
  labelled ??= new Set(lexicons().flatMap(({ labels: all }) => [...all.keys()]));
  const all = labelled;
  return labels.slice(0, MOST_COLUMNS).some((label) => {
    if (label.length > 100) return false;
    const key = keyOf(label.slice(label.lastIndexOf('.', label.length - 2) + 1));
    return (
      all.has(key) ||
      all.has(keyOf(label)) ||
      lexicons().some(({ words }) => words.get(key)?.includes('email'))
    );
  });
}

/** The language in which most labels mean something; English when several do equally well. */
function spoken(keys: readonly string[]): { lexicon: Lexicon; meanings: (Target | undefined)[] } {
  let best: { lexicon: Lexicon; meanings: (Target | undefined)[]; count: number } | undefined;
  for (const lexicon of lexicons()) {
    const meanings = keys.map((key) => (key === '' ? undefined : meaningIn(lexicon, key)));
    const count = known(meanings);
    if (best === undefined || count > best.count) best = { lexicon, meanings, count };
  }
  // There is always English.
  return best!;
}

const LATIN = /^[\p{Script=Latin}\p{N}]+$/u;

/** A label in a third language: as a whole, or word by word where its letters say which languages it may be. */
function elsewhere(key: string): Target | undefined {
  const isLatin = LATIN.test(key);
  for (const lexicon of lexicons()) {
    const meaning = isLatin ? lexicon.labels.get(key)?.replace('-#', '') : meaningIn(lexicon, key);
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

/** What stands in a label beside its meaning: `Email (required)`, `Birthday (mm/dd)`, `First Name*`. */
const REMARK = /\s*[([][^()[\]]{0,60}[)\]]\s*[*:?]*\s*$/;

/** Labels that say what they are about in brackets: `Related (spouse)`, `Social (twitter)`, `Instant Message (Skype)`. */
const GENERAL =
  /^(?:related|relations?(?:hip)?|social(?: (?:profile|media|network))?|online|chat|im|instant messag(?:e|ing)|dates?|events?)\s*[([]([^()[\]]{1,60})[)\]]\s*$/i;
const IN_BRACKETS = /^(?:RELATED|IMPP|SOCIALPROFILE|URL linkedin|ANNIVERSARY|BDAY)\b/;

/** What a form asks: `What is your LinkedIn profile?`, `Please enter your job title`. */
const ASKED =
  /^(?:(?:what(?:['’]?s| is| are)|which is|please (?:enter|provide|share|give(?: us)?|tell us)|enter|provide|share)\s+(?:us\s+)?(?:your|the)|your)\s+(.{2,80}?)\s*[?.:*]*$/i;

/** A field of another record, as databases name it: `country_id/name`, `title/display_name`. */
const OF_RECORD = /^(.{2,60}?)(?:[_ ]id)?\/(?:display[_ ])?name$/i;

/** Every label of an event's or a shop's table may begin with whose it is: `Ticket First Name`, `buyer_email`. */
const OF_SOMEBODY =
  /^(?:ticket|attendee|guest|buyer|purchaser|billing|contact|customer|client|member|participant|delegate|registrant|speaker|student|employee|applicant|candidate|donor|subscriber)[\s_-]+(.{2,60})$/i;

/** What stands inside such a label. */
function within(label: string, meaning: (key: string) => Target | undefined): Target | undefined {
  const of = (pattern: RegExp, text = label) => {
    const part = pattern.exec(text)?.[1];
    return part === undefined ? undefined : meaning(keyOf(part));
  };
  const inner = of(GENERAL);
  if (inner !== undefined && IN_BRACKETS.test(inner)) return inner;
  const part = of(ASKED) ?? of(OF_RECORD);
  if (part !== undefined) return part;
  const said = of(OF_SOMEBODY, label.replace(/(?<=[a-z])(?=[A-Z])/g, ' '));
  // A ticket has a name and a title, too.
  return said?.endsWith('?') === true ? undefined : said;
}

/** A label nobody knows, by its parts: `contact.first_name`, `Surname / Family name`; undefined where they disagree. */
function inParts(label: string, meaning: (key: string) => Target | undefined): Target | undefined {
  if (label.length > 100) return undefined;
  const bare = label.replace(REMARK, '');
  const whole = (bare === label ? undefined : meaning(keyOf(bare))) ?? within(label, meaning);
  if (whole !== undefined) return whole;
  const path = bare.split('.');
  const last = path.length > 1 ? meaning(keyOf(path.at(-1) ?? '')) : undefined;
  if (last !== undefined) return last;
  const said = bare.split(/[/|]/).map((part) => meaning(keyOf(part)));
  const [first] = said;
  return said.length > 1 && said.every((one) => one === first) ? first : undefined;
}

/** Whose field it is, in front of what it is: `Person - First name`, `Lead: E-mail`. */
const WHOSE =
  /^(?:person|contact|lead|customer|client|attendee|guest|member|user|participant|delegate|subscriber|kontakt|persona|personne|contatto|contacto)\s*(?: [-–] |:|>)\s*(?=\S)/i;

/** The key of a label; without whose field it is, unless English has a meaning for all of it. */
function keyFor(label: string, english: Lexicon): string {
  if (label.length > 200) return '';
  const key = keyOf(label);
  return english.labels.has(key) || !WHOSE.test(label) ? key : keyOf(label.replace(WHOSE, ''));
}

/** Who has paid is not who came, where the table has both. */
const WHO_PAID = /^(?:buyer|purchaser|payer|billing)(?:[\s_-]|(?=[A-Z]))/i;

/** Meanings without those of whoever has paid, where they are said of somebody else as well. */
function withoutPayers(said: (Target | undefined)[], labels: readonly string[]): (Target | undefined)[] {
  const others = new Set(
    said.flatMap((target, at) => (target === undefined || isPayer(labels[at]) ? [] : [target])),
  );
  const isOthers = (target: Target) =>
    NAMES.includes(target)
      ? NAMES.some((name) => others.has(name))
      : /^(?:EMAIL|TEL)\b/.test(target) && others.has(target);
  return said.map((target, at) =>
    target !== undefined && isPayer(labels[at]) && isOthers(target) ? undefined : target,
  );
}

const NAMES = ['GIVEN', 'FAMILY', 'FULLNAME'];
const isPayer = (label = ''): boolean => WHO_PAID.test(label);

/**
 * The meaning of every column. `values` gives some values of a column, for labels that mean two things (`Title`).
 * Linear in the number of labels.
 */
export function columnsOf(
  labels: readonly string[],
  values: (at: number) => readonly string[] = () => [],
): Columns {
  const english = lexicons()[0]!; // The list starts with it.
  const keys = labels.slice(0, MOST_COLUMNS).map((label) => keyFor(label, english));
  const { lexicon, meanings } = spoken(keys);
  const anyMeaning = (key: string) =>
    key === '' ? undefined : (meaningIn(lexicon, key) ?? meaningIn(english, key) ?? elsewhere(key));
  for (const [at, key] of keys.entries())
    meanings[at] ??= key === '' ? undefined : (anyMeaning(key) ?? inParts(labels[at] ?? '', anyMeaning));
  const layout = layoutOf(labels, meanings);
  const all = meanings.map((meaning, at) => layout?.targets[at] ?? meaning);
  const said = labels.some(isPayer) ? withoutPayers(all, labels) : all;
  const own = labels.map((label, at) => ownName(fold(label), at));
  const targets = settled(said, own, values);
  return { targets, meanings, keys, lexicon, ...(layout && { layout: layout.product }) };
}
