// An exported WhatsApp chat: who took part, and how lately; not a word of it is kept.
import { telKey } from '#core/contacts/identity.ts';
import { splitName } from '#core/contacts/names.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import { fold } from '#core/shared/fold.ts';
import type { ContactDraft, EvidenceDraft, Issue, OwnerDraft, ParsedEntry } from '../model.ts';
import type { Entry, ReadingContext, SourceFormat } from '../source-format.ts';
import { LARGEST_GROUP, tieOfTwo, tiesOfGroup, type Writer } from './chat-ties.ts';
import { clipped, contactBuilder, personRef } from './contact-builder.ts';
import { dayAfter } from './linkedin-dates.ts';
import { bareName } from './linkedin-table.ts';
import { issue } from './table.ts';
import { chatDates } from './whatsapp-dates.ts';
import { type ChatLine, readChatLine } from './whatsapp-lines.ts';

interface Speaker {
  readonly fn: string;
  readonly tel: string;
  /** Line of their first message. */
  readonly line: number;
  /** Messages of their own, and lines that WhatsApp wrote under their name. */
  spoken: number;
  marked: number;
  last: PartialDate | undefined;
}

/** Nobody one could know: machines, and notices with a quotation in them that has a colon. */
const NO_SPEAKER = /[“”"«»„]|^(?:meta ai|whatsapp|whatsapp business|chatgpt)$/i;
/** What stands for a picture that was not exported, in any language: `Ana: <Media omitted>`. */
const LEFT_OUT = /: [\u200e\u200f]?<\p{L}[\p{L}\p{M} '’]{4,60}>$/u;
/** Lines of programs' own diaries look much the same. */
const LOG_LEVEL = /\b(?:ERROR|WARN(?:ING)?|INFO|DEBUG|NOTICE|CRITICAL|TRACE|FATAL)\b/;
/** Some versions call the owner so. */
const OWNER_WORDS = new Set('you yo tú vous du sie você tu ty вы あなた 你 您 siz jij'.split(' ').map(fold));

/** Physical lines with their number; CR, LF and CRLF. */
function* linesOf(text: string): Generator<{ number: number; line: string }> {
  const breaks = /\r\n?|\n/g;
  let start = 0;
  for (let number = 1; start < text.length; number++) {
    const found = breaks.exec(text);
    yield { number, line: text.slice(start, found ? found.index : text.length) };
    start = found ? breaks.lastIndex : text.length;
  }
}

interface Chat {
  readonly speakers: Speaker[];
  readonly issues: Issue[];
}

type Line = ChatLine & { readonly number: number };

function chatLines(text: string): Line[] {
  const found: Line[] = [];
  for (const { number, line } of linesOf(text)) {
    const chatLine = readChatLine(line);
    if (chatLine) found.push({ ...chatLine, number });
  }
  return found;
}

function count(
  { sender = '', marked, number, isFirst }: Line & { readonly isFirst: boolean },
  on: PartialDate | undefined,
  speakers: Map<string, Speaker>,
) {
  const dialled = telKey(sender);
  const key = dialled ?? fold(sender);
  const tel = dialled === undefined ? '' : sender;
  const speaker = speakers.get(key) ?? {
    fn: sender,
    tel,
    line: number,
    spoken: 0,
    marked: 0,
    last: undefined,
  };
  speakers.set(key, speaker);
  if (marked) speaker.marked += isFirst ? 0 : 1;
  else speaker.spoken++;
  if (on !== undefined && (speaker.last === undefined || on > speaker.last)) speaker.last = on;
}

/** A notice with a colon (`Ana changed the description to: …`) looks like somebody whose name begins with Ana's. */
function isNotice({ fn, spoken, tel }: Speaker, speakers: ReadonlyMap<string, Speaker>): boolean {
  if (tel !== '' || spoken > 2) return false;
  const words = fn.split(' ');
  return words.some((word, at) => {
    // Names go on and end with a capital, sentences do not.
    if (at === 0 || words.length - at < 2 || !isSmall(word) || !isSmall(words.at(-1)!)) return false;
    const known = speakers.get(fold(words.slice(0, at).join(' ')));
    return known !== undefined && known.spoken > 0;
  });
}

const isSmall = (word: string) => /^\p{Ll}/u.test(word);

function readChat(text: string, { now, defaultRegion }: ReadingContext): Chat {
  const lines = chatLines(text);
  const dateOf = chatDates(
    lines.map(({ stamp }) => stamp),
    // A phone east of here may be a day ahead.
    dayAfter(now.slice(0, 10)),
    defaultRegion,
  );
  const speakers = new Map<string, Speaker>();
  // On an iPhone a chat begins with a notice that nobody wrote, under the other one's name.
  const first = lines.find(({ sender }) => sender !== undefined)?.number;
  let undated = 0;
  for (const line of lines) {
    const on = dateOf(line.stamp);
    if (on === undefined) undated++;
    if (line.sender !== undefined && !NO_SPEAKER.test(line.sender))
      count({ ...line, isFirst: line.number === first }, on, speakers);
  }
  // On an iPhone the notice a chat begins with stands under the chat's own name; that is nobody, or has not spoken.
  const real = [...speakers.values()].filter(
    (speaker) => (speaker.spoken > 0 || speaker.line !== first) && !isNotice(speaker, speakers),
  );
  return { speakers: real, issues: undated > 0 ? [issue(0, 'BAD_DATE', { count: undated })] : [] };
}

const BEHIND =
  /whatsapp.{0,20}?(?: with | mit | con | avec | com | met | med | z użytkownikiem | z | s | se | с | з | com o | cu | dengan | με | עם | مع | - | – )(.+)$/iu;
/** Languages that put the name before the word for a chat. */
const BEFORE = /^(.+?)(?: ile | とのトーク|との| ?님과(?:의)? )\s*whatsapp/iu;
const BETWEEN = /^[与與和](.+?)的\s*whatsapp/iu;

/** `WhatsApp Chat with Ana Ruiz.txt`, `WhatsApp-Chat mit …`, `WhatsApp Chat - Ana Ruiz/_chat.txt`: the chat's name. */
function chatName(entryName: string): string {
  const parts = entryName.split(/[/\\]/);
  const own = parts.at(-1) ?? '';
  const text = /^_chat\.txt$/i.test(own) ? (parts.at(-2) ?? '') : own;
  const bare = text
    .slice(0, 300)
    .normalize('NFC')
    .replace(/(?: \(\d+\))?\.(?:txt|zip)$/i, '');
  const name = (BEHIND.exec(bare) ?? BEFORE.exec(bare) ?? BETWEEN.exec(bare))?.[1] ?? '';
  return clipped(name.trim(), 200);
}

/** Who of them the owner is: by name, by `You`, or, of two, the one the chat is not called after. */
function ownerIn(speakers: readonly Speaker[], title: string, context: ReadingContext): Speaker | undefined {
  const named = speakers.filter(({ fn }) => context.ownerNames.has(fold(fn)) || OWNER_WORDS.has(fold(fn)));
  if (named.length === 1) return named[0];
  const [one, two] = speakers;
  if (named.length > 0 || speakers.length !== 2 || !one || !two) return undefined;
  if (isCalled(one, title)) return two;
  return isCalled(two, title) ? one : undefined;
}

/** Is the chat called after them? File names leave signs out of a number that a chat has. */
const isCalled = ({ fn, tel }: Speaker, title: string): boolean =>
  fold(fn) === fold(title) || (tel !== '' && telKey(tel) === telKey(title));

const writerOf = ({ fn, tel, line, spoken, marked, last }: Speaker): Writer => ({
  ref: personRef(fn, { tel }),
  line,
  messages: spoken + marked,
  last,
});

/** `chat_two_way` for a chat of two, `group_chat` for the busiest of a group; nothing of a crowd. */
function evidenceOf(speakers: readonly Speaker[], owner: Speaker, title: string): EvidenceDraft[] {
  const others = speakers.filter((speaker) => speaker !== owner);
  const [only] = others;
  const isGroup =
    others.length > 1 ||
    (title !== '' && only !== undefined && fold(only.fn) !== fold(title) && only.tel === '');
  const own = writerOf(owner);
  if (only !== undefined && !isGroup) return [tieOfTwo(writerOf(only), own)];
  return tiesOfGroup(
    speakers.map((speaker) => (speaker === owner ? own : writerOf(speaker))),
    own,
    title,
  );
}

function contactOf({ fn, tel, line }: Speaker): ContactDraft | Issue {
  const person = contactBuilder(line);
  person.add('TEL', tel, 'cell');
  return person.done(fn, splitName(tel === '' ? fn : ''));
}

function parse(entry: Entry, context: ReadingContext): ParsedEntry {
  const { speakers, issues } = readChat(entry.text(), context);
  const title = chatName(entry.name);
  const owner = ownerIn(speakers, title, context);
  const contacts: ContactDraft[] = [];
  const found = [...issues];
  for (const speaker of speakers) {
    const result = speaker === owner ? undefined : contactOf(speaker);
    if (result === undefined) continue;
    if ('code' in result) found.push(result);
    else contacts.push(result);
  }
  if (speakers.length === 0) found.push(issue(0, 'NO_ROWS'));
  if (speakers.length > LARGEST_GROUP) found.push(issue(0, 'CROWD', { count: speakers.length }));
  return {
    kind: 'whatsapp-chat',
    contacts,
    invitations: [],
    evidence: owner ? evidenceOf(speakers, owner, title) : [],
    ...(owner && { owner: ownerDraft(owner) }),
    issues: found,
  };
}

const ownerDraft = ({ fn, tel }: Speaker): OwnerDraft => ({
  fn: tel === '' && !OWNER_WORDS.has(fold(fn)) ? fn : '',
  n: splitName(tel === '' && !OWNER_WORDS.has(fold(fn)) ? fn : ''),
  url: '',
});

/** Lines of a beginning that are a chat's; names of files count for those that are dated like any other diary. */
function evidenceOfChat({ name, head }: Entry): string | undefined {
  const called = bareName(name);
  if (/\.(?:log|csv|json|vcf|ics|mbox|eml|html?)$/.test(called)) return undefined;
  const isNamed = /whatsapp|^_chat\.txt$/.test(called) || /whatsapp/i.test(name);
  const lines = [...linesOf(head.slice(0, 16_384))].slice(0, 60);
  const found = lines.flatMap(({ line }) => {
    const read = readChatLine(line);
    return read && !LOG_LEVEL.test(line.slice(0, 120)) ? [{ ...read, line }] : [];
  });
  const spoken = found.filter(({ sender }) => sender !== undefined);
  const [first] = found;
  if (!first || spoken.length === 0) return undefined;
  const looksAlike =
    first.stamp.separator === '-' && first.stamp.numbers[0] > 999 && !/^\S+,/.test(first.line);
  const isDiary = looksAlike && !found.some(({ line }) => LEFT_OUT.test(line));
  const enough = isNamed || (!isDiary && spoken.length >= 2 && found.length * 10 >= lines.length);
  return enough
    ? first.line
        .replace(/[\u200e\u200f]/g, '')
        .slice(0, 40)
        .split(/\]| [-–—] |: (?!\d)/, 1)[0]
    : undefined;
}

function hasChatLine(head: string): boolean {
  for (const { line } of linesOf(head)) if (readChatLine(line)?.sender !== undefined) return true;
  return false;
}

/**
 * A chat exported as text, from an iPhone (`[13/06/2026, 12:34:56] Ana: …`) or from Android (`13/6/2026, 12:34 - Ana: …`), in
 * any locale. Everybody who wrote is a contact, a number for a name is a TEL. When the owner can be told apart (their
 * name in the book, or the chat's name of the other one), a chat of two is `chat_two_way` and a group `group_chat` between
 * the eight who wrote most; on the day both had last spoken.
 */
export const whatsAppFormat: SourceFormat = {
  kinds: ['whatsapp-chat'],
  recognise: (entry, reading) => {
    const isLikely = reading.kind === 'whatsapp-chat' && hasChatLine(entry.head);
    const because = evidenceOfChat(entry) ?? (isLikely ? '' : undefined);
    return because === undefined
      ? undefined
      : { kind: 'whatsapp-chat', because, parse: (context) => parse(entry, context) };
  },
};
