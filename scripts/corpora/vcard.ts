// How much of a folder of real vCards the book takes over: files with all their cards, lines found again in the drafts.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parted, unescaped } from '#core/formats/vcard/escapes.ts';
import type { VCard, VCardProperty } from '#core/formats/vcard/model.ts';
import { readVCards } from '#core/formats/vcard/reader.ts';
import { sourceText } from '#core/formats/vcard/source-text.ts';
import type { ContactDraft, ParsedEntry } from '#core/imports/model.ts';
import { parseJCards, parseVCards } from '#core/imports/sources/vcard.ts';

export interface CorpusGroup {
  readonly producer: string;
  readonly files: number;
  readonly filesWithAllCards: number;
  readonly cards: number;
  readonly expectedCards: number;
  readonly properties: number;
  readonly represented: number;
}

export interface CorpusReport {
  readonly kind: 'vcard';
  readonly groups: readonly CorpusGroup[];
  readonly misses: readonly string[];
}

type Counted = { -readonly [Key in keyof CorpusGroup]: CorpusGroup[Key] };

/**
 * Reads DIR/vcard/PRODUCER/*.vcf. How many cards a file has is what DIR/INDEX.tsv says, else the BEGINs on lines of
 * their own outside AGENTs. A line is represented when its value is found again in the draft of its card; what is left
 * out on purpose is not. Where another reader's version of a file lies beside it (`*.vcf.out`), differences are misses.
 */
export async function measureVCards(dir: string): Promise<CorpusReport> {
  const expected = expectedCards(dir);
  const misses: string[] = [];
  const groups: CorpusGroup[] = [];
  const root = path.join(dir, 'vcard');
  for (const producer of namesIn(root)) {
    const group: Counted = {
      producer,
      files: 0,
      filesWithAllCards: 0,
      cards: 0,
      expectedCards: 0,
      properties: 0,
      represented: 0,
    };
    for (const name of namesIn(path.join(root, producer))) {
      const where = `vcard/${producer}/${name}`;
      const file = path.join(root, producer, name);
      if (/\.(?:vcf|vcard)$/i.test(name))
        measureFile({ file, where, expected: expected.get(where) }, group, misses);
      else if (name.endsWith('.json')) measureJCard({ file, where }, group, misses);
    }
    groups.push(group);
    await Promise.resolve();
  }
  return { kind: 'vcard', groups, misses };
}

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);

function expectedCards(dir: string): Map<string, number> {
  const index = path.join(dir, 'INDEX.tsv');
  const counts = new Map<string, number>();
  if (!existsSync(index)) return counts;
  const [header = '', ...rows] = readFileSync(index, 'utf8').split(/\r?\n/);
  const columns = header.split('\t');
  for (const row of rows) {
    const cells = row.split('\t');
    const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
    if (cell('kind') === 'vcard' && /^\d+$/.test(cell('records')))
      counts.set(cell('file'), Number(cell('records')));
  }
  return counts;
}

/** BEGINs on lines of their own, minus those of cards inside AGENTs. */
function countedBegins(text: string): number {
  return [...text.matchAll(/(^|[\r\n])(AGENT[^\r\n]*:[ \t]*[\r\n]+)?BEGIN:VCARD/gi)].filter(
    (match) => !match[2],
  ).length;
}

interface Measured {
  readonly file: string;
  readonly where: string;
  readonly expected?: number | undefined;
}

function measureFile({ file, where, expected }: Measured, group: Counted, misses: string[]): void {
  const bytes = readFileSync(file);
  const source = sourceText(bytes);
  const { cards } = readVCards(bytes);
  const wanted = expected ?? countedBegins(source.text);
  group.files++;
  const read = countedCards(cards, expected !== undefined);
  group.cards += read;
  group.expectedCards += wanted;
  if (read === wanted) group.filesWithAllCards++;
  else misses.push(`${where}: ${read} cards, not ${wanted}`);
  measureLines(where, cards, parseVCards(source), { group, misses });
  if (existsSync(`${file}.out`)) compare(where, cards, readVCards(readFileSync(`${file}.out`)).cards, misses);
}

function measureJCard({ file, where }: Measured, group: Counted, misses: string[]): void {
  const { contacts, issues } = parseJCards(readFileSync(file, 'utf8'));
  const read =
    contacts.length + issues.filter(({ code }) => code === 'NO_NAME' || code === 'NOT_A_PERSON').length;
  group.files++;
  group.cards += read;
  group.expectedCards += 1;
  if (read > 0) group.filesWithAllCards++;
  else misses.push(`${where}: no card`);
}

/** Cards of the file; the index counts those inside AGENTs, too. */
function countedCards(cards: readonly VCard[], withAgents: boolean): number {
  if (!withAgents) return cards.length;
  const inside = cards.flatMap(({ properties }) =>
    properties.flatMap(({ nested }) => (nested ? [nested] : [])),
  );
  return cards.length + (inside.length > 0 ? countedCards(inside, true) : 0);
}

interface Result {
  readonly group: Counted;
  readonly misses: string[];
}

function measureLines(
  where: string,
  cards: readonly VCard[],
  parsed: ParsedEntry,
  { group, misses }: Result,
): void {
  const drafts = new Map(parsed.contacts.map((draft) => [draft.line, draft]));
  const unusable = new Set(parsed.issues.map(({ line }) => line));
  for (const card of cards) {
    const draft = drafts.get(card.line);
    const found = draft === undefined ? '' : everythingIn(draft);
    // A group without an issue of its own has become a category of its members.
    const isGroup = draft === undefined && !unusable.has(card.line);
    for (const property of card.properties) {
      if (plain(property.value) === '' && property.nested === undefined) continue;
      group.properties++;
      if (isGroup || isRepresented(property, found)) group.represented++;
      else
        misses.push(
          `${where}:${property.line}: ${property.name} ${JSON.stringify(property.value.slice(0, 60))}`,
        );
    }
  }
}

const plain = (text: string): string => unescaped(text).replace(/\s+/g, ' ').trim().toLowerCase();

/** All words of a draft, each value on a line of its own. */
function everythingIn({ fn, n, properties }: ContactDraft): string {
  const words = [fn, ...Object.values(n)];
  for (const { name, value, type, parameters } of properties) {
    words.push(`#${name}`, value, ...parted(value, ';,'), type);
    for (const values of Object.values(parameters ?? {})) words.push(...values);
  }
  return `\n${words.map(plain).join('\n')}\n`;
}

const DATES = /^(?:BDAY|ANNIVERSARY|DEATHDATE|X-ABDATE|.*ANNIVERSARY)$/;
const digits = (text: string) => text.replace(/\D/g, '');

/** Is everything a line says found in the words of the draft? */
function isRepresented(property: VCardProperty, found: string): boolean {
  const whole = plain(property.value);
  if (property.nested !== undefined) {
    const name = property.nested.properties.find((other) => other.name === 'FN')?.value ?? '';
    return found.includes(plain(name));
  }
  if (found.includes(whole)) return true;
  const parts = parted(property.value, ';,').map(plain).filter(Boolean);
  if (parts.every((part) => found.includes(part))) return true;
  if (DATES.test(property.name)) return hasDate(property, found);
  if (property.name === 'PHOTO') return found.includes(whole.replace(/^data:[^,]*,/, ''));
  if (property.name === 'TEL') return found.includes(whole.replace(/^tel:/, '').replace(/;ext=/, ' ext. '));
  if (property.name.endsWith('GENDER')) return found.includes(`\n#gender\n${whole.charAt(0)}`);
  const label = whole.replace(/^_\$!<|>!\$_$/g, '');
  return property.name === 'X-ABLABEL' && (found.includes(label) || found.includes(`\n#${label}\n`));
}

/** The digits of the day: a year that is none, and a time of midnight, are not missed. */
function hasDate({ value }: VCardProperty, found: string): boolean {
  const day = digits(value.replace(/T.*$/i, ''));
  const dates = found
    .split('\n')
    .filter((line) => /^[\d-]+$/.test(line))
    .map(digits);
  return dates.includes(day) || (day.startsWith('1604') && dates.includes(day.slice(4)));
}

/** Another reader's version of the same file: as many cards, and the same values under the same names. */
function compare(where: string, ours: readonly VCard[], theirs: readonly VCard[], misses: string[]): void {
  if (ours.length !== theirs.length)
    misses.push(`${where}: ${ours.length} cards, another reader has ${theirs.length}`);
  for (const [at, card] of theirs.entries()) {
    const own = ours[at]?.properties ?? [];
    for (const { name, value } of card.properties) {
      const isSame = own.some(
        (property) => property.name === name && squeezed(property.value) === squeezed(value),
      );
      if (!isSame) misses.push(`${where}: another reader has ${name} ${JSON.stringify(value.slice(0, 60))}`);
    }
  }
}

const squeezed = (value: string): string =>
  unescaped(value)
    .replace(/\\r|\s+/g, '')
    .toLowerCase();
