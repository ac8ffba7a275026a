// Telegram Desktop's export in its machine-readable form (result.json): contacts, and who wrote in which chat; no words of it.
import { splitName } from '#core/contacts/names.ts';
import {
  isJsonObject,
  type JsonObject,
  type JsonReading,
  memberOf,
  objectsOf,
  readJson,
  textOf,
} from '#core/formats/json-lenient.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import { fold } from '#core/shared/fold.ts';
import type { ContactDraft, EvidenceDraft, Issue, OwnerDraft, ParsedEntry, PersonRef } from '../model.ts';
import type { ReadingContext, SourceFormat } from '../source-format.ts';
import { LARGEST_GROUP, tieOfTwo, tiesOfGroup, type Writer } from './chat-ties.ts';
import { contactBuilder, personRef } from './contact-builder.ts';
import { isoDay } from './json-dates.ts';
import { fullName, issue } from './table.ts';

/** Of a whole account, or of one chat alone. */
const ACCOUNT =
  /^\s*\{[^]{0,4000}?(?:"personal_information"\s*:\s*\{[^}]{0,2000}"phone_number"|"(?:contacts|chats)"\s*:\s*\{\s*"about"[^]{0,2000}?"list"\s*:)/;
const CHAT =
  /^\s*\{\s*"name"\s*:\s*(?:null|"(?:[^"\\]|\\.){0,500}")\s*,\s*"type"\s*:\s*"(?:personal_chat|bot_chat|saved_messages|(?:private|public)_(?:supergroup|group|channel))"/;
const GROUPS = new Set(['private_group', 'private_supergroup', 'public_supergroup']);

interface Person {
  readonly fn: string;
  readonly tel: string;
  readonly id: string;
  readonly line: number;
}

interface Speaker extends Person {
  messages: number;
  last: PartialDate | undefined;
}

interface Telegram {
  readonly owner: Person | undefined;
  /** By their number, or their name where they have none. */
  readonly people: Map<string, Person>;
  readonly context: ReadingContext;
  readonly reading: JsonReading;
  readonly evidence: EvidenceDraft[];
  readonly issues: Issue[];
}

/** `user123`; 123 before 2021, also in lists of contacts and as the number of a chat of two. */
const idOf = (value: JsonObject, key: string): string => textOf(value, key).replace(/^user/, '');

const keyOf = ({ id, fn, tel }: Pick<Person, 'id' | 'fn' | 'tel'>) => id || `${fold(fn)}\n${tel}`;

/** A person of the account's own lists; without a name the number stands for it. */
function listed(value: JsonObject, lineOf: JsonReading['lineOf']): Person {
  return {
    fn: fullName(textOf(value, 'first_name'), textOf(value, 'last_name')),
    // Versions before 2019 wrote `0034…` for `+34…`.
    tel: textOf(value, 'phone_number').replace(/^00(?=[1-9])/, '+'),
    id: idOf(value, 'user_id'),
    line: lineOf(value),
  };
}

/** Whoever deleted their account has no name, a channel no people; service messages (`Ana joined`) are nobody's. */
const isSomebodys = (message: JsonObject) =>
  textOf(message, 'type') === 'message' &&
  textOf(message, 'from').trim() !== '' &&
  !/^(?:channel|chat)/.test(textOf(message, 'from_id'));

/** Who wrote in a chat and when last. */
function speakersIn(chat: JsonObject, { reading, people }: Telegram): Speaker[] {
  const speakers = new Map<string, Speaker>();
  for (const message of objectsOf(chat['messages']).filter(isSomebodys)) {
    const fn = textOf(message, 'from').trim();
    const id = idOf(message, 'from_id');
    const key = keyOf({ id, fn, tel: '' });
    const known = people.get(key);
    const speaker = speakers.get(key) ?? {
      fn: known?.fn || fn,
      tel: known?.tel ?? '',
      id,
      line: reading.lineOf(message),
      messages: 0,
      last: undefined,
    };
    speakers.set(key, speaker);
    speaker.messages++;
    speaker.last = later(speaker.last, isoDay(textOf(message, 'date').slice(0, 10)));
  }
  return [...speakers.values()];
}

const later = (a: PartialDate | undefined, b: PartialDate | undefined) =>
  a === undefined || (b !== undefined && b > a) ? b : a;

const refOf = ({ fn, tel, id }: Person): PersonRef => personRef(fn, { tel, uid: id });

const writerOf = (speaker: Speaker): Writer => ({
  ref: refOf(speaker),
  line: speaker.line,
  messages: speaker.messages,
  last: speaker.last,
});

/** The owner among those who wrote: by number, by name, else, of two, the one the chat is not with. */
function ownerIn(
  speakers: readonly Speaker[],
  chat: JsonObject,
  { owner, context }: Telegram,
): Speaker | undefined {
  const isOwner = ({ id, fn }: Speaker) =>
    owner !== undefined && owner.id !== '' ? id === owner.id : context.ownerNames.has(fold(fn));
  const own = speakers.find(isOwner);
  if (own || owner?.id !== undefined || textOf(chat, 'type') !== 'personal_chat') return own;
  const [one, two] = speakers;
  if (speakers.length !== 2 || !one || !two) return undefined;
  const isWith = ({ id, fn }: Speaker) =>
    id === textOf(chat, 'id') || fold(fn) === fold(textOf(chat, 'name'));
  return isWith(one) === isWith(two) ? undefined : isWith(one) ? two : one;
}

function takeChat(chat: JsonObject, telegram: Telegram): Speaker | undefined {
  const type = textOf(chat, 'type');
  const isGroup = GROUPS.has(type);
  if (!isGroup && type !== 'personal_chat') return undefined;
  const speakers = speakersIn(chat, telegram);
  if (speakers.length > LARGEST_GROUP) {
    telegram.issues.push(issue(telegram.reading.lineOf(chat), 'CROWD', { count: speakers.length }));
    return undefined;
  }
  const own = ownerIn(speakers, chat, telegram);
  const others = speakers.filter((speaker) => speaker !== own);
  for (const speaker of others) {
    const key = keyOf(speaker);
    if (!telegram.people.has(key)) telegram.people.set(key, speaker);
  }
  const [other] = others;
  if (!own || !other) return own;
  const writer = writerOf(own);
  if (isGroup)
    telegram.evidence.push(
      ...tiesOfGroup([writer, ...others.map(writerOf)], writer, textOf(chat, 'name').slice(0, 200)),
    );
  else telegram.evidence.push(tieOfTwo(writerOf(other), writer));
  return own;
}

function contactOf({ fn, tel, id, line }: Person): ContactDraft | Issue {
  const person = contactBuilder(line);
  person.add('TEL', tel, 'cell');
  const draft = person.done(fn, splitName(fn));
  return 'code' in draft || id === '' ? draft : { ...draft, ref: id };
}

const ownerDraft = ({ fn, tel }: Person): OwnerDraft => ({
  fn,
  n: splitName(fn),
  url: '',
  ...(tel !== '' && { properties: [{ name: 'TEL', value: tel, type: 'cell' }] }),
});

function parse(text: string, context: ReadingContext): ParsedEntry {
  const reading = readJson(text);
  const { value } = reading;
  const own = memberOf(value, 'personal_information');
  const owner = isJsonObject(own) ? listed(own, reading.lineOf) : undefined;
  const people = new Map<string, Person>();
  for (const one of objectsOf(memberOf(memberOf(value, 'contacts'), 'list'))) {
    const person = listed(one, reading.lineOf);
    people.set(keyOf(person), person);
  }
  const issues = reading.troubles.map(({ line, code }) => issue(line, code));
  const telegram: Telegram = { owner, people, context, reading, evidence: [], issues };
  const chats = ['chats', 'left_chats'].flatMap((key) => objectsOf(memberOf(memberOf(value, key), 'list')));
  if (isJsonObject(value) && 'messages' in value) chats.push(value);
  const owners = chats.map((chat) => takeChat(chat, telegram)).filter((one) => one !== undefined);
  const contacts: ContactDraft[] = [];
  for (const person of people.values()) {
    const draft = contactOf(person);
    if ('code' in draft) issues.push(draft);
    else contacts.push(draft);
  }
  if (people.size === 0) issues.push(issue(0, 'NO_ROWS'));
  const known = owner ?? owners[0];
  return {
    kind: 'telegram',
    contacts,
    invitations: [],
    evidence: telegram.evidence,
    ...(known && { owner: ownerDraft(known) }),
    issues,
  };
}

/**
 * `result.json` of Telegram Desktop (Settings → Advanced → Export Telegram data, or a chat's Export chat history, as JSON):
 * contacts with their numbers, and everybody who wrote in a chat of two or in a group of at most thirty. `chat_two_way` and
 * `group_chat` as of WhatsApp. Channels, bots, saved messages and what anybody wrote are passed over.
 */
export const telegramFormat: SourceFormat = {
  kinds: ['telegram'],
  recognise: (entry, reading) => {
    const isAccount = ACCOUNT.test(entry.head);
    const isLikely = reading.kind === 'telegram' && /^\s*\{[^]*"(?:messages|list)"/.test(entry.head);
    const because =
      CHAT.exec(entry.head)?.[0].slice(0, 200) ?? (isAccount ? 'personal_information' : undefined);
    if (because === undefined && !isLikely) return undefined;
    return { kind: 'telegram', because: because ?? '', parse: (context) => parse(entry.text(), context) };
  },
};
