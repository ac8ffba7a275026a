// Made-up people who are in a book more than once, with the truth: three kinds of mess, any size, any seed.
import type { LinkageRecord } from '#core/contacts/duplicates/model.ts';
import { emailKey, telKey } from '#core/contacts/identity.ts';
import { splitName } from '#core/contacts/names.ts';
import { seeded } from '#scripts/bench/generate.ts';
import type { LabelledSet } from './labelled-set.ts';

/**
 * `book`: the same people from several exports, with nicknames, changed jobs and second mailboxes. `typed`: forms typed in
 * several times, badly. `annals`: people of the past, ten records each, with titles, places and years.
 */
export type Mess = 'book' | 'typed' | 'annals';

const GIVEN = (
  'Alexander:Alex Andrew:Andy Anna:Annie Anthony:Tony Barbara:Babs Benjamin:Ben Catherine:Kate Charles:Charlie Christopher:Chris ' +
  'Daniel:Dan David:Dave Deborah:Debbie Donald:Don Edward:Ted Elizabeth:Liz Emily:Em Frances:Fran Francis:Frank Frederick:Fred ' +
  'George Gerald:Gerry Grace Gregory:Greg Hannah Harold:Harry Helen:Nell Henry:Harry Isabella:Bella Jack James:Jim Jane Jennifer:Jenny ' +
  'John:Jack Jonathan:Jon Joseph:Joe Judith:Judy Katherine:Kathy Kenneth:Ken Laura Lawrence:Larry Leonard:Len Louise:Lou Lucy Margaret:Peggy ' +
  'Maria Mary:Polly Matthew:Matt Michael:Mike Nancy Nathaniel:Nat Nicholas:Nick Olivia Oscar Patricia:Pat Patrick:Paddy Paul Peter:Pete ' +
  'Philip:Phil Rachel Raymond:Ray Rebecca:Becky Richard:Dick Robert:Bob Roger Ronald:Ron Rose Ruth Samuel:Sam Sarah:Sally Sophia Stephen:Steve ' +
  'Susan:Sue Theodore:Ted Thomas:Tom Timothy:Tim Victoria:Vicky Vincent:Vince Walter:Walt William:Bill Zoe'
)
  .split(' ')
  .map((pair) => pair.split(':'));

const SYLLABLES =
  'al an ar bar bel ben ber bur cal car cor dal den dor el er fal far gar gil har hol hun ing kel kir lan lin lor mar mel mon nor par pel ral ren rin ros sal sel sor stan tar tel tor tur val ver wal wen wil yar'.split(
    ' ',
  );
const ENDINGS =
  'by dale den don er field ford ham hurst ington ley lock man mer more ridge shaw son stead ston ton well wick win wood worth'.split(
    ' ',
  );
const STREETS = 'street road avenue place close lane drive crescent'.split(' ');
const TITLES = 'Sir ,Dr ,Lord ,Rev. ,Capt. ,Lady '.split(',');
const AFTER = [', 1st Baronet', ', 2nd Baronet', ' Jr.', ', 3rd Baron', ', 1st Viscount'];
const JOBS =
  'politician writer engineer painter merchant clergyman botanist soldier physician actor lawyer teacher'.split(
    ' ',
  );
const NEAR = 'qwertyuiop asdfghjkl zxcvbnm';

interface Person {
  readonly given: readonly string[];
  readonly middle: string;
  readonly family: string;
  readonly bday: string;
  readonly number: string;
  readonly house: string;
  readonly street: string;
  readonly extended: string;
  readonly town: number;
  readonly email: string;
  readonly tel: string;
  readonly org: string;
  readonly title: string;
}

/** `people` persons of one kind of mess; the records are shuffled. */
export function madeUpSet(mess: Mess, people: number, seed: number): LabelledSet {
  const dice = diceOf(seed);
  const world = worldOf(people, dice);
  const cards: { record: Omit<LinkageRecord, 'id'>; person: string }[] = [];
  for (let at = 0; at < people; at++) {
    const person = personOf(world, at, dice);
    for (let copy = 0; copy < copiesOf(mess, dice); copy++)
      cards.push({ record: MESSES[mess](person, copy, { ...dice, world }), person: `p${at}` });
  }
  for (let at = cards.length - 1; at > 0; at--) {
    const other = dice.below(at + 1);
    [cards[at], cards[other]] = [cards[other]!, cards[at]!];
  }
  return {
    name: `made up: ${mess}, ${people} people, seed ${seed}`,
    records: cards.map(({ record }, at) => ({ ...record, id: at + 1 })),
    people: cards.map(({ person }) => person),
  };
}

const copiesOf = (mess: Mess, { random, below }: Dice): number =>
  mess === 'annals'
    ? 1 + below(14)
    : mess === 'typed'
      ? 1 + Math.floor(random() ** 2 * 5)
      : 1 + (random() < 0.25 ? 1 + below(3) : 0);

interface Dice {
  readonly random: () => number;
  readonly below: (limit: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** Early items far more often than late ones. */
  readonly common: <Item>(items: readonly Item[]) => Item;
}

function diceOf(seed: number): Dice {
  const random = seeded(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  return {
    random,
    below,
    pick: (items) => items[below(items.length)]!,
    common: (items) => items[Math.floor(random() ** 2.5 * items.length)]!,
  };
}

interface World {
  /** Formal name and short form, where it has one. */
  readonly givens: readonly (readonly string[])[];
  readonly families: readonly string[];
  readonly towns: readonly { readonly name: string; readonly code: string; readonly region: string }[];
  readonly streets: readonly string[];
  readonly orgs: readonly string[];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function worldOf(people: number, { pick, below, random }: Dice): World {
  const word = () => pick(SYLLABLES) + (random() < 0.3 ? pick(SYLLABLES) : '') + pick(ENDINGS);
  const many = (count: number) => [...new Set(Array.from({ length: count }, word))];
  return {
    // Beside the common names as many rare ones as a larger book has.
    givens: [...GIVEN, ...many(Math.min(3000, people / 20)).map((name) => [capital(name)])],
    families: many(Math.min(40_000, 200 + people / 2)).map(capital),
    towns: many(Math.min(800, 30 + people / 40)).map((name) => ({
      name,
      code: String(1000 + below(9000)),
      region: pick(['nsw', 'vic', 'qld', 'wa', 'sa', 'tas']),
    })),
    streets: many(Math.min(4000, 100 + people / 3)).map((name) => `${name} ${pick(STREETS)}`),
    orgs: many(Math.min(8000, 40 + people / 12)).map(
      (name) => `${capital(name)} ${pick(['Ltd', 'Labs', 'Bank', 'Group', 'Media'])}`,
    ),
  };
}

function personOf(world: World, person: number, { random, below, pick, common }: Dice): Person {
  const given = common(world.givens);
  const family = common(world.families);
  const two = (n: number) => String(n).padStart(2, '0');
  return {
    given,
    middle: random() < 0.3 ? common(GIVEN)[0]! : '',
    family,
    bday: `${1930 + below(75)}-${two(1 + below(12))}-${two(1 + below(28))}`,
    number: String(1_000_000 + below(8_999_999)),
    house: String(1 + Math.floor(random() ** 2 * 300)),
    street: pick(world.streets),
    extended: random() < 0.4 ? pick(world.families).toLowerCase() : '',
    town: Math.floor(random() ** 2 * world.towns.length),
    email: `${given[0]!.toLowerCase()}.${family.toLowerCase()}${random() < 0.6 ? below(99_999) : `.${person}`}@${pick(['example.org', 'mail.example', 'post.example', `${pick(SYLLABLES)}.example`])}`,
    tel: `+4930${1_000_000 + below(8_999_999)}`,
    org: common(world.orgs),
    title: pick(JOBS),
  };
}

type Messing = Dice & { readonly world: World };
type Card = Omit<LinkageRecord, 'id'>;

/** One slip of the hand: a neighbouring key, a letter lost, doubled or swapped, a space. */
function slip(text: string, { below, pick }: Dice): string {
  if (text.length < 2) return text;
  const at = below(text.length - 1);
  const row = NEAR.split(' ').find((keys) => keys.includes(text[at]!.toLowerCase())) ?? 'aeiou';
  switch (below(6)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2);
    case 2:
      return text.slice(0, at) + text[at]! + text.slice(at);
    case 3:
      return `${text.slice(0, at + 1)} ${text.slice(at + 1)}`;
    default:
      return (
        text.slice(0, at) + pick(Array.from(/\d/.test(text[at]!) ? '0123456789' : row)) + text.slice(at + 1)
      );
  }
}

const EMPTY: Card = {
  n: { family: '', given: '', additional: '', prefix: '', suffix: '' },
  otherNames: [],
  emails: [],
  tels: [],
  profiles: [],
  identifiers: [],
  bday: '',
  org: '',
  title: '',
  adr: [],
  connectedOn: '',
};

const MESSES: Readonly<Record<Mess, (person: Person, copy: number, dice: Messing) => Card>> = {
  book,
  typed,
  annals,
};

/** How often a card of each export has a value: LinkedIn's, a telephone's, a mail program's, one typed by hand. */
const FILLED = {
  email: [0.1, 0.5, 0.9, 0.5],
  tel: [0, 0.9, 0.2, 0.4],
  org: [0.95, 0.3, 0.4, 0.5],
  title: [0.9, 0.1, 0.2, 0.3],
  adr: [0.05, 0.3, 0.05, 0.05],
} as const;

function book(person: Person, copy: number, dice: Messing): Card {
  const { random, pick, world } = dice;
  const [formal = ''] = person.given;
  const isFirst = copy === 0;
  const has = (chance: number) => random() < chance;
  const isFilled = (field: keyof typeof FILLED) => has(FILLED[field][copy % 4]!);
  const moved = !isFirst && has(0.3);
  const at = moved ? { org: pick(world.orgs), title: pick(JOBS) } : person;
  return {
    ...EMPTY,
    n: nameInBook(person, isFirst, dice),
    emails: isFilled('email') ? [emailKey(has(0.75) ? person.email : workEmail(person))!] : [],
    tels: isFilled('tel') ? [telAsTyped(person, dice)] : [],
    profiles: isFirst ? [`${formal}-${person.family}-${person.number}`.toLowerCase()] : [],
    bday: has(0.1) ? person.bday : '',
    org: isFilled('org') ? at.org : '',
    title: isFilled('title') ? at.title : '',
    adr: isFilled('adr') ? [homeOf(person, world)] : [],
  };
}

function homeOf({ house, street, town }: Person, { towns }: World): LinkageRecord['adr'][number] {
  const { name, code } = towns[town]!;
  return { street: `${house} ${street}`, extended: '', locality: name, region: '', code };
}

const telAsTyped = ({ tel }: Person, { random }: Dice) =>
  telKey(random() < 0.7 ? tel : tel.replace('+49', '0'))!;

const workEmail = ({ given: [formal = ''], family, number, org }: Person) =>
  `${formal}${family}${number.slice(0, 3)}@${org.split(' ')[0]!}.example`.toLowerCase();

/** The first card has the formal name; later ones a short form, a slip or the two fields swapped now and then. */
function nameInBook(person: Person, isFirst: boolean, dice: Messing): LinkageRecord['n'] {
  const { random } = dice;
  const [formal = '', short = formal] = person.given;
  const given = !isFirst && random() < 0.3 ? short : formal;
  const family = !isFirst && random() < 0.04 ? slip(person.family, dice) : person.family;
  const hasMiddle = person.middle !== '' && random() < 0.5;
  const additional = hasMiddle ? (random() < 0.5 ? person.middle : person.middle.charAt(0)) : '';
  return !isFirst && random() < 0.02
    ? { ...EMPTY.n, given: family, family: given, additional }
    : { ...EMPTY.n, given, family, additional };
}

/** A form: the first copy is clean, the others have up to ten slips in all. */
function typed(person: Person, copy: number, dice: Messing): Card {
  const { random, below, world, common } = dice;
  const town = world.towns[person.town]!;
  const cells = {
    given: person.given[0]!.toLowerCase(),
    family: person.family.toLowerCase(),
    house: person.house,
    street: person.street,
    extended: person.extended,
    locality: town.name,
    code: town.code,
    region: town.region,
    bday: person.bday,
    number: person.number,
  };
  const keys = Object.keys(cells) as (keyof typeof cells)[];
  for (let slips = copy === 0 ? 0 : 1 + below(8); slips > 0; slips--) {
    const key = keys[below(keys.length)]!;
    cells[key] = random() < 0.12 ? '' : slip(cells[key], dice);
  }
  if (copy > 0 && random() < 0.04) [cells.given, cells.family] = [cells.family, cells.given];
  if (copy > 0 && random() < 0.05) [cells.street, cells.extended] = [cells.extended, cells.street];
  if (copy > 0 && random() < 0.03) cells.family = common(world.families).toLowerCase();
  return {
    ...EMPTY,
    n: { ...EMPTY.n, given: cells.given, family: cells.family },
    bday: /^\d{4}-\d{2}-\d{2}$/.test(cells.bday) ? cells.bday : '',
    identifiers: cells.number === '' ? [] : [cells.number],
    adr: [
      {
        street: `${cells.house} ${cells.street}`.trim(),
        extended: cells.extended,
        locality: cells.locality,
        region: cells.region,
        code: cells.code,
      },
    ],
  };
}

/** A reference work's entry: titles, forms of the name, a birthday often known by its year only, a place or none. */
function annals(person: Person, _copy: number, dice: Messing): Card {
  const { random, pick, below } = dice;
  const year = Number(person.bday.slice(0, 4)) - 200 + (random() < 0.05 ? below(5) - 2 : 0);
  const day = random() < 0.35 ? '-01-01' : person.bday.slice(4);
  const job = random() < 0.8 ? person.title : pick(JOBS);
  return {
    ...EMPTY,
    n: splitName(nameInAnnals(person, dice)),
    bday: random() < 0.15 ? '' : `${year}${day}`,
    title: random() < 0.25 ? '' : job,
    adr: random() < 0.2 ? [] : [birthplace(person, dice)],
  };
}

const noisy = (text: string, chance: number, dice: Dice) =>
  dice.random() < chance ? slip(text, dice) : text;

function nameInAnnals(person: Person, dice: Messing): string {
  const { random, pick, common, world } = dice;
  const [formal = '', short = formal] = person.given;
  const given = random() < 0.15 ? short : random() < 0.05 ? formal.charAt(0) : formal;
  const family = random() < 0.06 ? common(world.families) : person.family;
  const middle = random() < 0.4 ? person.middle.charAt(0) : person.middle;
  const names = [noisy(given, 0.12, dice), random() < 0.6 ? middle : '', noisy(family, 0.12, dice)];
  const title = random() < 0.2 ? pick(TITLES) : '';
  return `${title}${names.filter(Boolean).join(' ')}${random() < 0.12 ? pick(AFTER) : ''}`;
}

function birthplace(person: Person, dice: Messing): LinkageRecord['adr'][number] {
  const { random, below, world } = dice;
  const town = world.towns[random() < 0.9 ? person.town : below(world.towns.length)]!;
  const code = `${town.code.slice(0, 2)} ${town.code.slice(2)}${person.house.charAt(0)}`;
  return {
    street: '',
    extended: '',
    locality: noisy(town.name, 0.1, dice),
    region: '',
    code: random() < 0.3 ? '' : noisy(code, 0.1, dice),
  };
}
