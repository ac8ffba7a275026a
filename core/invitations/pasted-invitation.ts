// Text copied from LinkedIn's invitation list, a profile page or its invitation e-mail, taken apart.
import { linkedInKey, linkedInUrl } from '#core/contacts/identity.ts';
import { aboutProfile, isAboutHeading } from './about-profile.ts';
import type { AboutProfile, InvitationForm } from './model.ts';
import { parseMutualLine } from './mutual-line.ts';
import {
  AGE,
  ANSWERS,
  CHROME,
  COUNTER,
  DEGREE,
  DEGREE_ALONE,
  FOOTER,
  GREETING,
  INVITES,
  PLACE,
  PRONOUNS,
  SECTION,
  TOPICS,
} from './page-words.ts';

/** A screenful of cards is some thousand characters; a list of two hundred has room. */
const LONGEST = 100_000;
const LONGEST_LINE = 4000;
const URL_IN_TEXT =
  /(?:https?:\/\/)?(?:[a-z]{2,3}\.|www\.)?linkedin\.com\/(?:comm\/)?(?:in|pub)\/[^\s<>"'?#]{1,300}/iu;
const URL_LINE = /^(?:https?:\/\/)?(?:[a-z]{2,3}\.|www\.)?linkedin\.com\/\S+$/iu;

/** One invitation or profile found in a paste. */
export interface PastedInvitation {
  readonly form: Partial<InvitationForm>;
  /** What its "About this profile" panel says. */
  readonly about?: AboutProfile;
  /** How many connections the profile shows; "500+" is 500. */
  readonly connections?: number;
}

interface Block {
  name: string | undefined;
  url: string | undefined;
  location: string | undefined;
  connections: number | undefined;
  /** How many lines stood before the place: on a profile page the headline and where they work. */
  beforePlace: number | undefined;
  /** "… wants to connect" or a greeting was seen: there may be a note. */
  invites: boolean;
  readonly lines: string[];
  mutuals: ReturnType<typeof parseMutualLine>;
  /** Its card has come to the buttons. */
  answered: boolean;
  /** The page has gone on to other things. */
  over: boolean;
}

const emptyBlock = (): Block => ({
  name: undefined,
  url: undefined,
  location: undefined,
  connections: undefined,
  beforePlace: undefined,
  invites: false,
  lines: [],
  mutuals: undefined,
  answered: false,
  over: false,
});

/**
 * Every invitation of a pasted list, or the one of a pasted page or letter. Best effort, never throws: a card begins
 * with a name or "… wants to connect" and ends with its buttons. Fields that were not found are absent; an empty
 * array for text without any name.
 */
export function parsePastedInvitations(text: string): PastedInvitation[] {
  const lines = linesOf(text);
  const about = aboutProfile(lines);
  const blocks = blocksOf(lines).filter(isPlausible);
  return blocks.map((block, at) => ({
    form: formOf(block),
    ...(at === 0 && about !== undefined ? { about } : {}),
    ...(block.connections === undefined ? {} : { connections: block.connections }),
  }));
}

/**
 * The first invitation of a paste: name, address, headline, place, mutual line and note. The first line that is not a
 * button or a counter is the name, the next short one the headline; what follows the mutual line (or the headline) is
 * the note.
 */
export const parsePastedInvitation = (text: string): Partial<InvitationForm> =>
  parsePastedInvitations(text)[0]?.form ?? addressOf(text);

function addressOf(text: string): Partial<InvitationForm> {
  const key = linkedInKey(URL_IN_TEXT.exec(text.slice(0, LONGEST))?.[0] ?? '');
  return key === undefined ? {} : { url: linkedInUrl(key).slice(0, 2000) };
}

const linesOf = (text: string): string[] =>
  text
    .slice(0, LONGEST)
    .replaceAll(/[\u00a0\u2009\u202f]/g, ' ')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && line.length <= LONGEST_LINE);

function blocksOf(lines: readonly string[]): Block[] {
  let block = emptyBlock();
  const blocks = [block];
  for (const line of lines) {
    if (FOOTER.test(line) && block.name !== undefined) break;
    if (begins(block, line)) {
      block = emptyBlock();
      blocks.push(block);
    }
    take(block, line);
  }
  return blocks;
}

/** Another card: after the buttons of the last one, or with somebody else's "… wants to connect". */
function begins(block: Block, line: string): boolean {
  if (block.name === undefined || ANSWERS.test(line) || isChrome(line)) return false;
  if (block.answered) return parseMutualLine(line) === undefined;
  const invites = INVITES.exec(line)?.[1];
  return invites !== undefined && bareName(invites) !== block.name && block.lines.length > 0;
}

function take(block: Block, line: string): void {
  const url = URL_IN_TEXT.exec(line)?.[0];
  block.url ??= url;
  if (ANSWERS.test(line)) block.answered = block.name !== undefined;
  else if (isAboutHeading(line) || (SECTION.test(line) && block.lines.length > 0)) block.over = true;
  else if (takeFact(block, line) || isChrome(line) || block.over) return;
  else place(block, line);
}

/** Mutual connections, counters and the place: facts with a form of their own. */
const takeFact = (block: Block, line: string): boolean =>
  takeMutuals(block, line) || takeCounter(block, line) || takePlace(block, line);

function takeMutuals(block: Block, line: string): boolean {
  const mutuals = block.mutuals === undefined && line.length < 400 ? parseMutualLine(line) : undefined;
  if (mutuals === undefined) return false;
  block.mutuals = mutuals;
  // Without a headline before it, what follows the mutual line is the note.
  if (block.name !== undefined && block.lines.length === 0) block.lines.push('');
  return true;
}

function takeCounter(block: Block, line: string): boolean {
  const counter = COUNTER.exec(line);
  if (!counter) return false;
  const [, count = '', of = ''] = counter;
  if (!/follow|abonn|seguidor|volger/iu.test(of)) block.connections ??= Number(count.replaceAll(/\D/g, ''));
  return true;
}

function takePlace(block: Block, line: string): boolean {
  const where = PLACE.exec(line)?.[1];
  if (where === undefined || block.name === undefined) return false;
  block.location ??= where.replace(/[\s·•]+$/u, '');
  block.beforePlace ??= block.lines.length;
  return true;
}

const bareName = (line: string) => line.replace(DEGREE, '').trim();

function place(block: Block, line: string): void {
  const invites = INVITES.exec(line)?.[1];
  const bare = bareName(invites ?? line);
  const { name, lines } = block;
  if (invites !== undefined || (name !== undefined && GREETING.test(line))) block.invites = true;
  if (name === undefined) block.name = bare;
  else if (!repeats(name, bare, invites !== undefined && lines.length === 0)) {
    if (lines.length === 0 && GREETING.test(line)) lines.push('');
    lines.push(line);
  }
}

/** The page repeats the name for screen readers, also with its own words behind. */
const repeats = (name: string, bare: string, announced: boolean) =>
  bare === name || (announced && bare.startsWith(`${name} `));

const isChrome = (line: string) =>
  CHROME.test(line) ||
  AGE.test(line) ||
  PRONOUNS.test(line) ||
  TOPICS.test(line) ||
  DEGREE_ALONE.test(line) ||
  URL_LINE.test(line);

/** A name is short and no sentence; what comes after the last card's buttons is rarely one. */
function isPlausible(block: Block, at: number): boolean {
  if (block.name === undefined) return false;
  if (at === 0) return true;
  const isName = block.name.length <= 80 && !/[.!?:]$|\d{2}/u.test(block.name);
  return isName && (block.answered || block.invites || block.mutuals !== undefined);
}

/** A profile page has no note: what stands between headline and place is where they work. */
const isProfile = ({ beforePlace, connections, invites, answered }: Block) =>
  (beforePlace ?? connections) !== undefined && !invites && !answered;

function formOf(block: Block): Partial<InvitationForm> {
  const { name, url, location, lines, mutuals } = block;
  const key = url === undefined ? undefined : linkedInKey(url);
  const [headline, ...rest] = lines;
  const isPage = isProfile(block);
  const note = isPage ? [] : rest;
  const org = isPage && (block.beforePlace ?? 0) > 1 ? rest[0] : undefined;
  const texts = {
    fn: name?.slice(0, 300),
    url: key === undefined ? undefined : linkedInUrl(key).slice(0, 2000),
    headline: headline?.slice(0, 500),
    org: org?.slice(0, 300),
    location: location?.slice(0, 300),
    message: note.join('\n').slice(0, LONGEST_LINE),
  };
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined && text !== '')),
    ...(mutuals ? { mutualNames: mutuals.names.slice(0, 50), mutualCount: mutuals.total } : {}),
  };
}
