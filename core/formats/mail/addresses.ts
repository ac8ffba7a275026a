// Address lists of headers (RFC 5322 §3.4, obsolete forms §4.4), as strict and as wild as programs write them.
import { isSuffixList } from '#core/contacts/credentials.ts';
import { decodeEncodedWords } from './encoded-words.ts';
import { angleEnd, atomEnd, commentEnd, literalEnd, quotedEnd, unescaped } from './address-tokens.ts';

export interface Mailbox {
  /** The display name, decoded; empty where there is none. */
  readonly name: string;
  /** What stands in round brackets, decoded: the name in the oldest form, `ana@x.test (Ana Ruiz)`. */
  readonly comment: string;
  /** As written, without white space, comments and source routes; empty where only a name was written. */
  readonly address: string;
}

export interface AddressGroup {
  /** Whether it was written as a group (`Friends: …;`); a list outside any group is one with this false. */
  readonly isGroup: boolean;
  readonly name: string;
  readonly comment: string;
  readonly mailboxes: readonly Mailbox[];
}

/** More than any letter has; what is behind them is left out. */
const MOST_ADDRESSES = 10_000;

interface Piece {
  readonly text: string;
  /** With its quotes, where it has any: they are part of an address. */
  readonly raw?: string;
  /** An atom with an `@`: the address, unless one in angle brackets follows. */
  isAddress: boolean;
}

interface State {
  readonly text: string;
  at: number;
  pieces: Piece[];
  comments: string[];
  angle: string | undefined;
  /** How many pieces stood before it. */
  angleAt: number;
  group: { isGroup: boolean; name: string; comment: string; mailboxes: Mailbox[] };
  readonly groups: AddressGroup[];
  count: number;
  /** Quotes and brackets that never close are letters like any other, from the first one on. */
  noQuotes: boolean;
  brokenComments: number;
  readonly lastWordEnd: number;
}

/** Longer than any address (RFC 5321 allows 254); what is longer is not put together from pieces. */
const LONGEST_ADDRESS = 1000;

const newGroup = (isGroup: boolean, name = '', comment = '') => ({
  isGroup,
  name,
  comment,
  mailboxes: [] as Mailbox[],
});

const collapsed = (text: string) => text.replace(/\s+/g, ' ').trim();
const phrase = (words: readonly string[]) => collapsed(decodeEncodedWords(words.join(' ')));

/** White space outside quotes is no part of an address (`"ana ruiz"@x.test` has one). */
const withoutSpace = (text: string) =>
  text.includes('"') && text.length < LONGEST_ADDRESS
    ? text.replace(/("(?:[^"\\]|\\[^])*")|\s+/g, (_, quoted: string | undefined) => collapsed(quoted ?? ''))
    : text.replace(/\s+/g, '');

/** RFC 5322 §4.4: a source route before the address is ignored; white space around dots and the `@` is no part of it. */
function bareAddress(text: string): string {
  const address = withoutSpace(text);
  return /^@[^:]*:/.test(address) ? address.slice(address.indexOf(':') + 1) : address;
}

/** Without the `mailto:` and the quotes around all of it that programs put there (`<mailto:a@x.test>`, `<"a@x.test">`). */
function plainAddress(address: string): string {
  const bare = address.replace(/^(?:mailto|smtp):/i, '');
  return /^"[^"@\\]+@[^"@\\]+"$/.test(bare) ? bare.slice(1, -1) : bare;
}

function addMailbox(state: State, pieces: readonly Piece[], address: string, comment: string): void {
  const name = phrase(pieces.map((piece) => piece.text));
  if ((address === '' && name === '' && comment === '') || state.count >= MOST_ADDRESSES) return;
  state.group.mailboxes.push({ name, comment, address: bareAddress(address) });
  state.count++;
}

const isWhole = ({ text, isAddress }: Piece) => isAddress && /[^@]@[^@]+\.[^@.]+$/.test(text);

/** Addresses with nothing but white space between them, each with the words before it. */
function addEach(state: State, pieces: readonly Piece[], comment: string): void {
  let from = 0;
  for (const [at, piece] of pieces.entries()) {
    if (!piece.isAddress) continue;
    addMailbox(state, pieces.slice(from, at), piece.text, from === 0 ? comment : '');
    from = at + 1;
  }
}

function finishMailbox(state: State): void {
  const { pieces, comments, angle } = state;
  const addresses = angle === undefined ? pieces.filter((piece) => piece.isAddress) : [];
  const [first] = addresses;
  const comment = phrase(comments);
  if (addresses.length > 1 && addresses.every(isWhole)) addEach(state, pieces, comment);
  else
    addMailbox(
      state,
      pieces.filter((piece) => piece !== first),
      angle ?? first?.text ?? '',
      comment,
    );
  state.pieces = [];
  state.comments = [];
  state.angle = undefined;
}

function finishGroup(state: State): void {
  finishMailbox(state);
  const { group } = state;
  if (group.isGroup || group.mailboxes.length > 0) state.groups.push(group);
  state.group = newGroup(false);
}

/** `Friends:` opens a group; the words before it are its name. */
function openGroup(state: State): void {
  const words = state.pieces.map((piece) => piece.text);
  if (words.length === 1 && words[0]?.toLowerCase() === 'mailto') {
    state.pieces = [];
    return;
  }
  const { comments } = state;
  state.pieces = [];
  state.comments = [];
  state.angle = undefined;
  finishGroup(state);
  state.group = newGroup(true, phrase(words), phrase(comments));
}

function readComment(state: State): void {
  const end = state.brokenComments > 3 ? -1 : commentEnd(state.text, state.at);
  if (end < 0) {
    state.brokenComments++;
    state.at++;
    return;
  }
  state.comments.push(unescaped(state.text.slice(state.at + 1, end)));
  state.at = end + 1;
}

function readQuoted(state: State): void {
  const { text, at } = state;
  const end = state.noQuotes ? -1 : quotedEnd(text, at);
  if (end < 0) {
    state.noQuotes = true;
    state.at++;
    return;
  }
  state.at = end + 1;
  if (text.charAt(end + 1) !== '@') {
    const raw = text.slice(at, end + 1);
    state.pieces.push({ text: unescaped(raw.slice(1, -1)), raw, isAddress: false });
    return;
  }
  // A quoted local part: `"ana ruiz"@x.test`.
  const stop = atomEnd(text, end + 1);
  state.pieces.push({ text: withWordsBefore(state.pieces, text.slice(at, stop)), isAddress: true });
  state.at = stop;
}

/**
 * An address with the words of its local part that stand before it, taken away from them (obsolete: `ana . ruiz @ x . test`,
 * `"ana" . ruiz@x.test`).
 */
function withWordsBefore(pieces: Piece[], address: string): string {
  let text = address;
  for (let last = pieces.at(-1); last && text.length < LONGEST_ADDRESS; last = pieces.at(-1)) {
    const isOpen = text.startsWith('@') || text.startsWith('.');
    const isLocal = isOpen || last.text === '.' || (text !== address && last.text.endsWith('.'));
    if (last.isAddress || !isLocal) return text;
    text = (last.raw ?? last.text) + text;
    pieces.pop();
  }
  return text;
}

/** What stands between angle brackets, its comments taken out. */
function insideAngle(state: State, end: number): string {
  const { text, at } = state;
  let inside = '';
  let from = at + 1;
  while (from < end) {
    const open = text.indexOf('(', from);
    const close = open < 0 || open >= end ? -1 : commentEnd(text.slice(0, end), open);
    inside += text.slice(from, close < 0 ? end : open);
    if (close >= 0) state.comments.push(unescaped(text.slice(open + 1, close)));
    from = close < 0 ? end : close + 1;
  }
  return inside.replace(/^[\s<]+/, '');
}

function readAngle(state: State): void {
  const { text, at } = state;
  const end = angleEnd(text, at);
  const address = insideAngle(state, end);
  // `Ana <ana@x.test> Leo <leo@x.test>`: a comma is missing.
  if (state.angle?.includes('@') && address.includes('@')) {
    const ofNext = state.pieces.splice(state.angleAt);
    finishMailbox(state);
    state.pieces = ofNext;
  }
  // `Ana <> <ana@x.test>`: the one that says something.
  if (state.angle === undefined || state.angle === '') state.angle = address;
  state.angleAt = state.pieces.length;
  state.at = text.charAt(end) === '>' ? end + 1 : end;
}

/** Takes an atom; pieces of one address parted by white space (`ana @ x . test`, obsolete) are put together. */
function readAtom(state: State): void {
  const { text, at } = state;
  const end = Math.max(atomEnd(text, at), at + 1);
  const atom = text.slice(at, end);
  state.at = end;
  const last = state.pieces.at(-1);
  const continues =
    last !== undefined &&
    last.isAddress &&
    last.text.length < LONGEST_ADDRESS &&
    (/^\.[^.]/.test(`${atom}x`) || /[@.]$/.test(last.text));
  const isAddress = atom.includes('@') && !atom.startsWith('=?');
  if (last && continues) state.pieces[state.pieces.length - 1] = { text: last.text + atom, isAddress: true };
  else if (isAddress) state.pieces.push({ text: withWordsBefore(state.pieces, atom), isAddress });
  else state.pieces.push({ text: unescaped(atom), isAddress });
}

const SPACE = /\s/;

function readSign(state: State): void {
  const sign = state.text.charAt(state.at);
  if (sign === '(') readComment(state);
  else if (sign === '"') readQuoted(state);
  else if (sign === '<') readAngle(state);
  else if (sign === '=' && state.text.charAt(state.at + 1) === '?') readWord(state);
  else if (sign === ',' || sign === ';' || sign === ':') readBorder(state, sign);
  else if (SPACE.test(sign) || sign === '>' || sign === ')') state.at++;
  else readAtom(state);
}

/** An encoded word is one piece, whatever signs its writer left unencoded in it. */
function readWord(state: State): void {
  const end = literalEnd(state.text, state.at, state.lastWordEnd);
  if (end < 0) {
    readAtom(state);
    return;
  }
  state.pieces.push({ text: state.text.slice(state.at, end), isAddress: false });
  state.at = end;
}

function readBorder(state: State, sign: string): void {
  state.at++;
  if (sign === ',') finishMailbox(state);
  else if (sign === ':') openGroup(state);
  // Outlook's semicolon between addresses ends nothing but the address.
  else if (state.group.isGroup) finishGroup(state);
  else finishMailbox(state);
}

/** How Outlook quotes an address in a text: `Ana Ruiz [mailto:ana@x.test]`. */
const IN_SQUARE_BRACKETS = /\[\s{0,9}(?:mailto|smtp):\s{0,9}([^[\]\s<>]{1,320})\s{0,9}\]/gi;

/**
 * The groups of an address list with their mailboxes, in order; a list without groups is one entry. Comments, quoted
 * strings, encoded words, source routes, groups, semicolons between addresses, brackets and quotes that never close.
 * Total and linear.
 */
export function parseAddressList(written: string): AddressGroup[] {
  const text = written.includes('[') ? written.replace(IN_SQUARE_BRACKETS, '<$1>') : written;
  const state: State = {
    text,
    at: 0,
    pieces: [],
    comments: [],
    angle: undefined,
    angleAt: 0,
    group: newGroup(false),
    groups: [],
    count: 0,
    noQuotes: false,
    brokenComments: 0,
    lastWordEnd: text.lastIndexOf('?='),
  };
  while (state.at < text.length && state.count < MOST_ADDRESSES) readSign(state);
  finishGroup(state);
  return state.groups;
}

/**
 * All mailboxes of an address list that have an address, groups flattened. A name alone before a named address is the
 * first half of one name whose comma nobody quoted: `Ruiz, Ana <ana@x.test>`. The name of the oldest form is its comment.
 */
export function mailboxesIn(text: string): Mailbox[] {
  const found: Mailbox[] = [];
  for (const { mailboxes } of parseAddressList(text)) {
    let half = '';
    for (const { name, comment, address } of mailboxes) {
      if (address.includes('@')) {
        const whole = half !== '' && name !== '' ? `${half}, ${name}` : name || comment;
        found.push({ name: whole, comment, address: plainAddress(address) });
      }
      // `Dr. Ana Ruiz, MD, PhD <ana@x.test>`
      const isBehind = half !== '' && isSuffixList(name, true);
      half = address !== '' ? '' : isBehind ? `${half}, ${name}` : name;
    }
  }
  return found;
}
