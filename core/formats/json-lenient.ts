// JSON (RFC 8259) from other programs, read around whatever is broken in it, with the line every object starts on.

export type JsonValue = string | number | boolean | null | JsonObject | readonly JsonValue[];
/** Without a prototype, so that a key called `__proto__` is a key. */
export type JsonObject = { readonly [key: string]: JsonValue };

export interface JsonTrouble {
  readonly line: number;
  /** `BAD_LINE`: something there is no JSON and is left out. `CUT_OFF`: the text ends in the middle. */
  readonly code: 'BAD_LINE' | 'CUT_OFF';
}

export interface JsonReading {
  /** Undefined when the text holds no value at all. */
  readonly value: JsonValue | undefined;
  /** 1-based physical line an object starts on; 0 for an object that was not read here. */
  readonly lineOf: (object: JsonObject) => number;
  readonly troubles: readonly JsonTrouble[];
}

/** Nobody nests people deeper; what is deeper is passed over. */
const DEEPEST = 64;
const MOST_TROUBLES = 1000;

const SPACE = /[\s\ufeff]*/y;
const PLAIN = /[^"\\\n\r]*/y;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERAL = /true|false|null/y;
const UNTIL_NEXT = /[^,[\]{}"\n\r]*/y;

const LITERALS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

export const isJsonObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The reader's place; lines are counted as it moves on, so counting is linear. */
class Cursor {
  readonly text: string;
  readonly troubles: JsonTrouble[] = [];
  at = 0;
  #line = 1;
  /** Where the current line ends; found once a line, so that counting is linear in files of one line, too. */
  #end: number;

  constructor(text: string) {
    this.text = text;
    this.#end = this.#nextBreak(0);
  }

  #nextBreak(from: number): number {
    const found = this.text.indexOf('\n', from);
    return found < 0 ? Number.POSITIVE_INFINITY : found;
  }

  line(): number {
    while (this.#end < this.at) {
      this.#line++;
      this.#end = this.#nextBreak(this.#end + 1);
    }
    return this.#line;
  }

  report(code: JsonTrouble['code']): void {
    const isLast = this.troubles.at(-1)?.code === 'CUT_OFF';
    if (this.troubles.length < MOST_TROUBLES && !isLast) this.troubles.push({ line: this.line(), code });
  }

  take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  /** The next character that is no space; '' at the end. */
  peek(): string {
    this.take(SPACE);
    return this.text.charAt(this.at);
  }
}

/** A string at its opening quote; undefined when it never closes. */
function readString(cursor: Cursor): string | undefined {
  cursor.at++;
  let value = '';
  for (;;) {
    value += cursor.take(PLAIN);
    const sign = cursor.text.charAt(cursor.at);
    if (sign === '"') {
      cursor.at++;
      return value;
    }
    if (sign !== '\\') {
      // A line break, or the end: the quote was lost, and what follows is not a part of this text.
      cursor.report(sign === '' ? 'CUT_OFF' : 'BAD_LINE');
      return undefined;
    }
    value += readEscape(cursor);
  }
}

function readEscape(cursor: Cursor): string {
  const letter = cursor.text.charAt(cursor.at + 1);
  const code = letter === 'u' ? cursor.text.slice(cursor.at + 2, cursor.at + 6) : '';
  if (/^[0-9a-f]{4}$/i.test(code)) {
    cursor.at += 6;
    return String.fromCharCode(parseInt(code, 16));
  }
  cursor.at += 2;
  return ESCAPES[letter] ?? letter;
}

/** Passes over one value of any depth: brackets are counted, strings are not looked into. */
function skipValue(cursor: Cursor): void {
  let open = 0;
  do {
    const sign = cursor.peek();
    if (sign === '') return;
    if (sign === '"') readString(cursor);
    else cursor.at++;
    if (sign === '{' || sign === '[') open++;
    if (sign === '}' || sign === ']') open--;
  } while (open > 0);
}

type Lines = WeakMap<object, number>;

function readValue(cursor: Cursor, lines: Lines, depth: number): JsonValue | undefined {
  const sign = cursor.peek();
  if ((sign === '{' || sign === '[') && depth >= DEEPEST) {
    cursor.report('BAD_LINE');
    skipValue(cursor);
    return undefined;
  }
  if (sign === '{') return readObject(cursor, lines, depth);
  if (sign === '[') return readArray(cursor, lines, depth);
  if (sign === '"') return readString(cursor);
  return readScalar(cursor, sign);
}

function readScalar(cursor: Cursor, sign: string): number | boolean | null | undefined {
  const number = cursor.take(NUMBER);
  if (number !== '') return Number(number);
  const literal = cursor.take(LITERAL);
  if (literal !== '') return LITERALS[literal];
  cursor.report(sign === '' ? 'CUT_OFF' : 'BAD_LINE');
  cursor.take(UNTIL_NEXT);
  return undefined;
}

function readArray(cursor: Cursor, lines: Lines, depth: number): JsonValue[] {
  const list: JsonValue[] = [];
  cursor.at++;
  for (;;) {
    const sign = cursor.peek();
    if (sign === ']') cursor.at++;
    if (sign === '') cursor.report('CUT_OFF');
    // A brace that closes what was opened outside: this list lost its end.
    if (sign === ']' || sign === '' || sign === '}') return list;
    if (sign === ',') {
      cursor.at++;
      continue;
    }
    const value = readValue(cursor, lines, depth + 1);
    if (value !== undefined) list.push(value);
  }
}

function readObject(cursor: Cursor, lines: Lines, depth: number): JsonObject {
  const object: Record<string, JsonValue> = Object.create(null) as Record<string, JsonValue>; // no prototype, no inherited keys
  lines.set(object, cursor.line());
  cursor.at++;
  for (;;) {
    const sign = cursor.peek();
    if (sign === '}') cursor.at++;
    if (sign === '') cursor.report('CUT_OFF');
    if (sign === '}' || sign === '' || sign === ']') return object;
    if (sign === ',') {
      cursor.at++;
      continue;
    }
    readMember(cursor, lines, depth, object);
  }
}

/** Said again with nothing in it: what is left of a part that got lost, which must not cost the whole one before. */
const isEmptied = (value: JsonValue): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/**
 * What a key says that damage makes an object say twice: lists one behind the other, objects with the members of both, of
 * all else what was said last. What was said first grows, so that a thousand times is no more work than a thousand values.
 */
function both(known: JsonValue | undefined, value: JsonValue): JsonValue {
  if (known === undefined) return value;
  if (isEmptied(value)) return known;
  if (Array.isArray(known) && Array.isArray(value)) {
    for (const one of value) known.push(one);
    return known;
  }
  if (!isJsonObject(known) || !isJsonObject(value)) return value;
  // Made by this reader a moment ago, and nobody has it yet.
  const into = known as Record<string, JsonValue>;
  for (const key of Object.keys(value)) into[key] = both(into[key], value[key]!);
  return into;
}

function readMember(cursor: Cursor, lines: Lines, depth: number, object: Record<string, JsonValue>): void {
  const key = cursor.text.charAt(cursor.at) === '"' ? readString(cursor) : undefined;
  if (key === undefined || cursor.peek() !== ':') {
    if (cursor.at < cursor.text.length) cursor.report('BAD_LINE');
    cursor.take(UNTIL_NEXT);
    if (/[[{]/.test(cursor.text.charAt(cursor.at))) skipValue(cursor);
    return;
  }
  cursor.at++;
  const value = readValue(cursor, lines, depth + 1);
  if (value !== undefined) object[key] = both(object[key], value);
}

/**
 * Reads one JSON text. Total and linear: what is broken is left out and reported, and reading goes on behind it; a text
 * that ends too early gives all that was complete. Values nested deeper than 64 are passed over. What follows the first
 * value is ignored.
 */
export function readJson(text: string): JsonReading {
  const cursor = new Cursor(text);
  const lines: Lines = new WeakMap();
  const value = cursor.peek() === '' ? undefined : readValue(cursor, lines, 0);
  return { value, lineOf: (object) => lines.get(object) ?? 0, troubles: cursor.troubles };
}

/** A member of an object; undefined when there is none. */
export const memberOf = (value: JsonValue | undefined, key: string): JsonValue | undefined =>
  isJsonObject(value) ? value[key] : undefined;

/** A member as text: strings without surrounding space, numbers as written out; '' for all else. */
export function textOf(value: JsonValue | undefined, key: string): string {
  const member = memberOf(value, key);
  if (typeof member === 'string') return member.trim();
  return typeof member === 'number' ? String(member) : '';
}

/** A list, also one that PHP wrote as an object with numbers for keys; empty for all else. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (Array.isArray(value)) return value;
  if (!isJsonObject(value)) return [];
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => /^\d+$/.test(key)) ? keys.map((key) => value[key]!) : [];
}

/** The objects of a list. */
export const objectsOf = (value: JsonValue | undefined): JsonObject[] => listOf(value).filter(isJsonObject);
