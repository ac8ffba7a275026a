// Facebook's list of friends from "Download your information": names and since when, nothing else is in it.
import { looksLikeEmail } from '#core/contacts/identity.ts';
import { splitName } from '#core/contacts/names.ts';
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  objectsOf,
  readJson,
  textOf,
} from '#core/formats/json-lenient.ts';
import { repairedMojibake } from '#core/formats/mojibake.ts';
import { fold } from '#core/shared/fold.ts';
import type { ContactDraft, Issue, ParsedEntry } from '../model.ts';
import type { Entry, Recognised, SourceFormat } from '../source-format.ts';
import { contactBuilder } from './contact-builder.ts';
import { dayOfUnixTime, readDateTime } from './linkedin-dates.ts';
import { bareName } from './linkedin-table.ts';
import { issue } from './table.ts';

/** `{"friends_v2":[…]}` since about 2020, `{"friends":[…]}` before. Requests, followers and removed friends are others. */
const FRIENDS = /^\s*\{\s*"friends(?:_v\d+)?"\s*:\s*\[/;
const LABELLED = /^\s*[[{][^]{0,4000}?"label_values"\s*:/;
const FRIENDS_FILE = /^(?:your_)?friends(?:_\d+)?\.(?:json|html?)$/;
const SINCE = 'X-FACEBOOK-FRIEND-SINCE';

interface Friend {
  readonly line: number;
  readonly name: string;
  readonly since: string | undefined;
  readonly info: string;
}

function parsedFriends(friends: readonly Friend[], troubles: readonly Issue[]): ParsedEntry {
  const contacts: ContactDraft[] = [];
  const issues: Issue[] = [...troubles];
  for (const { line, name, since = '', info } of friends) {
    // A closed account is `Facebook user`, in the owner's language.
    if (fold(name).includes('facebook')) {
      issues.push(issue(line, 'UNAVAILABLE_MEMBER'));
      continue;
    }
    const person = contactBuilder(line);
    person.add(SINCE, since);
    if (looksLikeEmail(info)) person.email(info);
    else person.add('TEL', info);
    const result = name === '' ? issue(line, 'NO_NAME') : person.done(name, splitName(name));
    if ('code' in result) issues.push(result);
    else contacts.push(result);
  }
  const rows = contacts.length + issues.length;
  return {
    kind: 'facebook-friends',
    contacts,
    invitations: [],
    issues: rows === 0 ? [issue(0, 'NO_ROWS')] : issues,
  };
}

/** The newest files write every value with a label in the owner's language; the name is the first of them. */
function labelled(friend: JsonObject): string {
  const values = objectsOf(friend['label_values']);
  const named = values.find((value) => NAME_LABEL.test(fold(repairedMojibake(textOf(value, 'label')))));
  const other = values.find((value) => !/^https?:/.test(textOf(value, 'value')));
  return textOf(named ?? other, 'value');
}

const NAME_LABEL =
  /^(?:name|nom|nombre|nome|naam|imie|имя|ad|namn|navn|nimi|jmeno|nev|numele|onoma|名前|姓名|이름|ชื่อ|اسم|שם)/;

/** Lists of the same file that are no friends any more, or not yet. */
const NO_FRIENDS = /deleted|removed|rejected|received|sent|request|follow/;

function listIn(value: JsonValue | undefined): JsonObject[] {
  const list = objectsOf(value);
  if (list.length > 0 || !isJsonObject(value)) return list;
  return Object.keys(value).flatMap((key) => (NO_FRIENDS.test(key) ? [] : objectsOf(value[key])));
}

function parseFriendsJson(text: string): ParsedEntry {
  const { value, lineOf, troubles } = readJson(text);
  const friends = listIn(value).map((friend): Friend => ({
    line: lineOf(friend),
    name: repairedMojibake(textOf(friend, 'name') || labelled(friend) || textOf(friend, 'title')).trim(),
    since: dayOfUnixTime(Number(textOf(friend, 'timestamp') || 'none')),
    info: repairedMojibake(textOf(friend, 'contact_info')),
  }));
  return parsedFriends(
    friends,
    troubles.map(({ line, code }) => issue(line, code)),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const unescaped = (html: string) =>
  html.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    const code = decimal === undefined ? parseInt(String(hex ?? ''), 16) : Number(decimal);
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** The texts between the tags of the body, each with its line; scripts and styles are no text. */
function* textsOf(html: string): Generator<{ line: number; text: string }> {
  let line = 1;
  let at = 0;
  let hidden = false;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const end = open < 0 ? html.length : open;
    const text = unescaped(html.slice(at, end)).trim();
    if (text !== '' && !hidden) yield { line, text };
    const close = open < 0 ? html.length : html.indexOf('>', open);
    const next = close < 0 ? html.length : close + 1;
    if (open >= 0) hidden = /^<(?:script|style|title|head)\b/i.test(html.slice(open, open + 8));
    for (let i = html.indexOf('\n', at); i >= 0 && i < next; i = html.indexOf('\n', i + 1)) line++;
    at = next;
  }
}

/** The same list as a page: a name, and below it the day. Its classes change with every export, its order does not. */
function parseFriendsHtml(html: string): ParsedEntry {
  const friends: Friend[] = [];
  let before: { line: number; text: string } | undefined;
  for (const piece of textsOf(html)) {
    const since = readDateTime(piece.text)?.slice(0, 10);
    if (since === undefined) {
      before = piece;
      continue;
    }
    if (before) friends.push({ line: before.line, name: before.text, since, info: '' });
    before = undefined;
  }
  return parsedFriends(friends, []);
}

function shapeOf({ name, head }: Entry): 'json' | 'html' | undefined {
  const isNamed = FRIENDS_FILE.test(bareName(name));
  if (FRIENDS.test(head) && /"(?:name|label_values)"\s*:/.test(head)) return 'json';
  if (isNamed && LABELLED.test(head)) return 'json';
  return isNamed && /<html/i.test(head.slice(0, 2000)) ? 'html' : undefined;
}

/** What a file may be that its owner takes for a list of friends. */
function likelyShape(head: string): 'json' | 'html' | undefined {
  if (/^\s*<[^]*<html|^\s*<html/i.test(head.slice(0, 2000))) return 'html';
  return /^\s*[[{][^]*"(?:name|label_values)"/.test(head) ? 'json' : undefined;
}

/**
 * `your_friends.json` (`friends.json` until 2022) and the same as a page, `your_friends.html`: one contact a friend, with
 * X-FACEBOOK-FRIEND-SINCE. Names are repaired: Facebook writes the bytes of UTF-8 as if they were Latin-1.
 */
export const facebookFormat: SourceFormat = {
  kinds: ['facebook-friends'],
  recognise: (entry, reading): Recognised | undefined => {
    const forced = reading.kind === 'facebook-friends' ? likelyShape(entry.head) : undefined;
    const shape = shapeOf(entry) ?? forced;
    if (shape === undefined) return undefined;
    const because = FRIENDS.exec(entry.head)?.[0].trim() ?? bareName(entry.name);
    const parse = shape === 'json' ? parseFriendsJson : parseFriendsHtml;
    return { kind: 'facebook-friends', because, parse: () => parse(entry.text()) };
  },
};
