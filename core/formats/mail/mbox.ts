// Letters out of an mbox as its bytes come in (RFC 4155; mboxo, mboxrd, mboxcl2, Takeout): headers only, bodies skipped.
import { copyOfBytes } from '#core/shared/bytes.ts';
import { guessedText } from './charsets.ts';
import { type HeaderField, headerOf } from './header-fields.ts';
import { beginsWithFrom, isBareSeparator, isSeparator, LONGEST_SEPARATOR } from './separator.ts';

export interface MboxOptions {
  /** False for a file that is one letter: a line that begins with `From ` is then nothing but text. */
  readonly splits: boolean;
  /** Lower-case names of the header fields to keep; all others are skipped unread. */
  readonly fields: ReadonlySet<string>;
}

export interface MboxHandlers<Letter> {
  /**
   * Called when a letter's headers are complete; `line` is where it begins (1-based). The fields' bytes are only lent:
   * the memory is used again for the next letter.
   */
  opened(
    fields: readonly HeaderField[],
    line: number,
  ): { readonly letter: Letter; readonly wantsBody: boolean };
  /** Called once for each letter, at its end, in the order of the file. */
  closed(letter: Letter, body: Uint8Array | undefined): void;
}

export interface MboxReader {
  push(bytes: Uint8Array): void;
  /** Answers whether the file ended within headers. */
  end(): { readonly isCutOff: boolean; readonly lines: number };
}

/** RFC 5322 allows 998; a field that is longer than this, folds included, is cut. */
const LONGEST_FIELD = 1_048_576;
const MOST_FIELDS = 1000;
/** Of all fields of one letter together. */
const LONGEST_HEADERS = 4 * LONGEST_FIELD;
/** As much of the one kind of body that is read at all. */
const LONGEST_BODY = 1_048_576;
/** Letters that may turn out to be part of another one's body; more are believed. */
const MOST_HELD = 1000;

const LF = 10;
const CR = 13;

interface Done<Letter> {
  readonly letter: Letter;
  readonly body: Uint8Array | undefined;
}

interface Place {
  readonly name: string;
  readonly start: number;
  end: number;
}

interface State<Letter> {
  part: 'before' | 'headers' | 'body';
  /** The line before was empty, so a separator may follow. */
  afterBlank: boolean;
  line: number;
  /** Bytes of the file before the line at hand. */
  offset: number;
  letterLine: number;
  /** The file begins with a separator that has no date, so others may have none. */
  isBare: boolean;
  /** The fields of the letter at hand lie one after the other in `memory`. */
  memory: Uint8Array;
  used: number;
  fields: Place[];
  /** The field that is being read; undefined while one is skipped. */
  field: Place | undefined;
  contentLength: number | undefined;
  open: { letter: Letter; body: Uint8Array[] | undefined; bodyLength: number } | undefined;
  /**
   * Where the Content-Length of an unfinished letter says it ends. Letters that begin before are held: when a
   * separator stands exactly there they were part of its text (mboxcl2 quotes nothing), else the length was a lie.
   */
  claim: { readonly end: number; readonly held: Done<Letter>[]; first: Done<Letter> | undefined } | undefined;
}

const newState = <Letter>(): State<Letter> => ({
  part: 'before',
  afterBlank: true,
  line: 0,
  offset: 0,
  letterLine: 1,
  isBare: false,
  memory: new Uint8Array(65_536),
  used: 0,
  fields: [],
  field: undefined,
  contentLength: undefined,
  open: undefined,
  claim: undefined,
});

/** Reads an mbox in pieces of any size; what it holds does not grow with the file. Total: any bytes are letters or none. */
export function mboxReader<Letter>(options: MboxOptions, handlers: MboxHandlers<Letter>): MboxReader {
  const state = newState<Letter>();
  const reading = { state, options, handlers };
  /** The beginning of a line whose end has not come yet, and how long that line really is. */
  let carried: Uint8Array[] = [];
  let carriedLength = 0;
  let held = 0;

  const carry = (piece: Uint8Array) => {
    // A line of headers has a name before its field.
    const most = state.part === 'headers' ? LONGEST_FIELD + 100 : LONGEST_SEPARATOR + 2;
    const wanted = wantsText(state) ? LONGEST_BODY : most;
    if (held < wanted && piece.length > 0) {
      carried.push(copyOfBytes(piece, 0, wanted - held));
      held = Math.min(wanted, held + piece.length);
    }
    carriedLength += piece.length;
  };
  const flush = (end: number) => {
    const line = joined(carried);
    takeLine(reading, line, 0, line.length);
    state.offset += carriedLength + end;
    carried = [];
    carriedLength = 0;
    held = 0;
  };

  return {
    push(bytes) {
      let from = 0;
      if (carriedLength > 0) {
        const end = bytes.indexOf(LF);
        carry(end < 0 ? bytes : bytes.subarray(0, end));
        if (end < 0) return;
        flush(1);
        from = end + 1;
      }
      for (;;) {
        const end = bytes.indexOf(LF, from);
        if (end < 0) break;
        takeLine(reading, bytes, from, end);
        state.offset += end + 1 - from;
        from = end + 1;
      }
      if (from < bytes.length) carry(bytes.subarray(from));
    },
    end() {
      if (carriedLength > 0) flush(0);
      const isCutOff = state.part === 'headers' && (state.fields.length > 0 || state.field !== undefined);
      if (state.part === 'headers') closeHeaders(reading);
      closeLetter(reading);
      settle(reading, state.offset, true);
      return { isCutOff, lines: state.line };
    },
  };
}

interface Reading<Letter> {
  readonly state: State<Letter>;
  readonly options: MboxOptions;
  readonly handlers: MboxHandlers<Letter>;
}

const wantsText = <Letter>({ part, open }: State<Letter>) => part === 'body' && open?.body !== undefined;

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** One line without its LF. */
function takeLine<Letter>(reading: Reading<Letter>, bytes: Uint8Array, from: number, lineEnd: number): void {
  const { state } = reading;
  const start = state.line === 0 && isByteOrderMark(bytes, from) ? from + 3 : from;
  const end = lineEnd > start && bytes[lineEnd - 1] === CR ? lineEnd - 1 : lineEnd;
  state.line++;
  if (state.part === 'body') bodyLine(reading, bytes, start, end);
  else if (state.part === 'headers') headerLine(reading, bytes, start, end);
  else firstLine(reading, bytes, start, end);
}

const isByteOrderMark = (bytes: Uint8Array, at: number) =>
  bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf;

function isBorder<Letter>(
  { options, state }: Reading<Letter>,
  bytes: Uint8Array,
  start: number,
  end: number,
): boolean {
  if (!options.splits || !beginsWithFrom(bytes, start) || end - start > LONGEST_SEPARATOR) return false;
  const line = guessedText(bytes.subarray(start, end)).trimEnd();
  return isSeparator(line) || (state.isBare && isBareSeparator(line));
}

function bodyLine<Letter>(reading: Reading<Letter>, bytes: Uint8Array, start: number, end: number): void {
  const { state } = reading;
  if (state.afterBlank && isBorder(reading, bytes, start, end)) {
    openLetter(reading);
    return;
  }
  state.afterBlank = end === start;
  const body = state.open?.body;
  if (!state.open || !body) return;
  state.open.bodyLength += end - start + 1;
  if (state.open.bodyLength <= LONGEST_BODY) body.push(copyOfBytes(bytes, start, end), LINE_BREAK);
}
const LINE_BREAK = Uint8Array.of(LF);

/** Before the first letter: blank lines, and the count of bytes that Apple Mail writes before a letter (`.emlx`). */
function firstLine<Letter>(reading: Reading<Letter>, bytes: Uint8Array, start: number, end: number): void {
  const { state } = reading;
  if (end === start) return;
  if (reading.options.splits && beginsWithFrom(bytes, start))
    state.isBare = isBareSeparator(
      guessedText(bytes.subarray(start, Math.min(end, start + LONGEST_SEPARATOR))),
    );
  if (isBorder({ ...reading, options: { ...reading.options, splits: true } }, bytes, start, end)) {
    openLetter(reading);
    return;
  }
  if (state.line === 1 && end - start < 12 && /^\d+\s*$/.test(guessedText(bytes.subarray(start, end))))
    return;
  openLetter(reading);
  headerLine(reading, bytes, start, end);
}

function headerLine<Letter>(reading: Reading<Letter>, bytes: Uint8Array, start: number, end: number): void {
  const { state, options } = reading;
  if (end === start) {
    closeHeaders(reading);
    return;
  }
  const first = bytes[start];
  if (first === 32 || first === 9) {
    if (state.field) addToField(state, state.field, bytes.subarray(start, end));
    return;
  }
  closeField(state);
  const name = headerOf(bytes, start, end);
  if (name === undefined) {
    if (isBorder(reading, bytes, start, end) && state.line > state.letterLine + 1) openLetter(reading);
    return;
  }
  const isLength = name.name === 'content-length';
  if (!isLength && !options.fields.has(name.name)) return;
  state.field = { name: name.name, start: state.used, end: state.used };
  addToField(state, state.field, bytes.subarray(name.valueStart, end));
}

/** A copy: the caller may read the next piece of the file into the same memory. */
function addToField<Letter>(state: State<Letter>, field: Place, piece: Uint8Array): void {
  const most = Math.min(LONGEST_FIELD - (field.end - field.start), LONGEST_HEADERS - state.used) - 1;
  if (most <= 0) return;
  const kept = piece.length > most ? piece.subarray(0, most) : piece;
  if (state.used + kept.length + 1 > state.memory.length) {
    const larger = new Uint8Array(2 * (state.used + kept.length + 1));
    larger.set(state.memory.subarray(0, state.used));
    state.memory = larger;
  }
  if (field.end > field.start) state.memory[state.used++] = LF;
  state.memory.set(kept, state.used);
  state.used += kept.length;
  field.end = state.used;
}

function closeField<Letter>(state: State<Letter>): void {
  const { field } = state;
  state.field = undefined;
  if (!field || state.fields.length >= MOST_FIELDS) return;
  if (field.name === 'content-length') {
    const bytes = state.memory.subarray(field.start, Math.min(field.end, field.start + 40));
    const length = /^\s*(\d{1,15})\s*$/.exec(guessedText(bytes))?.[1];
    if (length !== undefined) state.contentLength = +length;
  } else state.fields.push(field);
}

function closeHeaders<Letter>(reading: Reading<Letter>): void {
  const { state, options, handlers } = reading;
  closeField(state);
  const fields = state.fields.map(({ name, start: from, end }) => ({
    name,
    bytes: state.memory.subarray(from, end),
  }));
  const { letter, wantsBody } = handlers.opened(fields, state.letterLine);
  state.open = { letter, body: wantsBody ? [] : undefined, bodyLength: 0 };
  state.part = 'body';
  state.afterBlank = true;
  state.fields = [];
  state.used = 0;
  // The blank line itself is not yet counted in `offset`; a CR before its LF is within the tolerance of `settle`.
  const start = state.offset + 1;
  if (options.splits && state.contentLength !== undefined && !state.claim)
    state.claim = { end: start + state.contentLength, held: [], first: undefined };
  state.contentLength = undefined;
}

function openLetter<Letter>(reading: Reading<Letter>): void {
  const { state } = reading;
  if (state.part === 'headers' && (state.fields.length > 0 || state.field)) closeHeaders(reading);
  closeLetter(reading);
  settle(reading, state.offset, false);
  state.part = 'headers';
  state.letterLine = state.line;
  state.contentLength = undefined;
}

function closeLetter<Letter>({ state, handlers }: Reading<Letter>): void {
  const { open, claim } = state;
  state.open = undefined;
  if (!open) return;
  const done = { letter: open.letter, body: open.body && joined(open.body) };
  if (!claim) handlers.closed(done.letter, done.body);
  else if (claim.first) claim.held.push(done);
  else claim.first = done;
}

/** At a separator, or the end of the file: was a letter's Content-Length true, a lie, or is it too early to tell? */
function settle<Letter>({ state, handlers }: Reading<Letter>, at: number, isFileEnd: boolean): void {
  const { claim } = state;
  if (!claim?.first) return;
  const isAtEnd = at >= claim.end && at <= claim.end + 4;
  if (at < claim.end && claim.held.length < MOST_HELD && !isFileEnd) return;
  state.claim = undefined;
  handlers.closed(claim.first.letter, claim.first.body);
  if (!isAtEnd) for (const { letter, body } of claim.held) handlers.closed(letter, body);
}
