// What the book knows around one letter, for the privacy check: who is in its thread, what notes say about them, and
// whose names and addresses are in the letter. The letter's own words are asked for, never the book's names one by one.
import { emailKey } from '#core/contacts/identity.ts';
import { ContactId } from '#core/contacts/model.ts';
import { limitOf } from '#core/introductions/draft.ts';
import type { Correspondent, DraftFacts } from '#core/introductions/facts.ts';
import type { DraftRequest } from '#core/introductions/model.ts';
import { readerOf } from '#core/introductions/letter-facts.ts';
import { progressOf } from '#core/introductions/progress.ts';
import { privacyCheck, questionsOf } from '#core/introductions/privacy/check.ts';
import type {
  Flag,
  FlagSource,
  LetterContext,
  Party,
  PrivateText,
} from '#core/introductions/privacy/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { formOf } from '#db/contacts/properties.ts';
import { contactRow } from '#db/contacts/queries.ts';
import { encounterById, encountersWith } from '#db/events/encounters.ts';
import { invitationById } from '#db/invitations/read.ts';
import { keptFrom } from '#db/manners/pairs.ts';
import { ownerId, preferencesOf } from '#db/settings/queries.ts';
import { draftFacts } from './facts.ts';
import { letter } from './letters.ts';
import { introductionById } from './queries.ts';
import { answersAbout } from './reference-answers.ts';
import { commonplaces } from './shipped-templates.ts';

interface Letter {
  readonly subject: string;
  readonly body: string;
}

/** What the letter should perhaps not say. Throws as `draftFacts` does. */
export function checkLetter(book: ReadBook, request: DraftRequest, written: Letter, now: DateTime): Flag[] {
  const facts = draftFacts(book, request, now);
  const drafted = letter(book, withoutOffer(request), now);
  const { readers, about } = threadOf(book, request, now);
  const questions = questionsOf(written);
  const owner = ownerId(book);
  const thread = [...readers, ...about];
  const limit = limitOf(drafted.channel, preferencesOf(book).noteLimit);
  const context: LetterContext = {
    owner: owner === undefined ? asParty(facts.owner) : partyOf(book, owner),
    readers: [...readers.map((id) => partyOf(book, id)), ...namedReaders(facts, request)],
    about: [...about.map((id) => partyOf(book, id)), ...named(facts)],
    people: peopleNamed(book, questions.names),
    addresses: holdersOf(book, questions),
    streets: thread.flatMap((id) => streetsOf(book, id)),
    privateTexts: thread.flatMap((id) => privateTextsOn(book, id)).concat(textsOn(book, request)),
    answers: answersAbout(book, thread, { readers, request }).map(({ authorId, ...answer }) => ({
      ...answer,
      author: authorId === undefined ? answer.author : partyOf(book, authorId),
    })),
    drafted: [drafted.subject, drafted.body, facts.why, facts.purpose, facts.benefit].join('\n'),
    commonplace: commonplaces(drafted.style.language),
    ...(limit !== undefined && { limit }),
  };
  return privacyCheck(written, context);
}

/** What is offered in place of an introduction is read like what is typed: a no must not slip in with it. */
const withoutOffer = (request: DraftRequest): DraftRequest =>
  request.about === 'introduction' ? { ...request, offer: '' } : request;

/** Who reads the letter, and whom of the book it is about. */
export function threadOf(
  book: ReadBook,
  request: DraftRequest,
  now: DateTime,
): { readonly readers: readonly ContactId[]; readonly about: readonly ContactId[] } {
  const some = (...ids: readonly (ContactId | undefined)[]) => ids.filter((id) => id !== undefined);
  switch (request.about) {
    case 'invitation': {
      const { contactId } = invitationById(book, request.invitationId, now);
      return request.to === undefined
        ? { readers: some(contactId), about: [] }
        : { readers: [request.to], about: some(contactId) };
    }
    case 'introduction': {
      const told = introductionById(book, request.introductionId, now.slice(0, 10));
      const { a, b } = told;
      if (request.kind === 'introduction') return { readers: [a, b], about: [] };
      // To B, and A reads along.
      if (request.kind === 'moving_to_bcc') return { readers: [b, a], about: [] };
      return readerOf(request.kind, progressOf(told)) === 'b'
        ? { readers: [b], about: [a] }
        : { readers: [a], about: [b] };
    }
    case 'path':
      return { readers: [request.via], about: [request.to] };
    case 'meeting':
      return { readers: [encounterById(book, request.encounterId).contactId], about: [] };
    case 'person':
      return { readers: [request.to], about: some(request.other) };
    case 'stranger':
      return { readers: some(request.via), about: [] };
  }
}

/** An inviter who is not in the book has a name all the same. */
const namedReaders = ({ to }: DraftFacts, { about }: DraftRequest): Party[] =>
  about === 'invitation' || about === 'stranger' ? [asParty(to)] : [];

const named = ({ other, introducer, mutual }: DraftFacts): Party[] =>
  [other, introducer?.quotable === true ? introducer.person : undefined, mutual]
    .filter((person) => person !== undefined)
    .map((person) => ({ ...asParty(person), emails: [] }));

const asParty = ({ fn, given, email }: Correspondent): Party => ({
  fn,
  given,
  emails: [emailKey(email)].filter((key) => key !== undefined),
  tels: [],
});

function partyOf(book: ReadBook, id: ContactId): Party {
  const { fn } = contactRow(book, id);
  const { given, nickname, emails, tels } = formOf(book, id);
  return {
    fn: nickname === '' ? fn : `${fn} ${nickname}`,
    given,
    emails: emails.map((email) => emailKey(email) ?? email.toLowerCase()),
    tels: tels.map((tel) => tel.replaceAll(/\D/g, '')),
  };
}

/** People of the book under these name keys; by a single word only those who have no other name. */
function peopleNamed(book: ReadBook, names: readonly string[]): Map<string, FlagSource> {
  const rows = book
    .statement(
      `select c.id, c.fn, c.name_key as nameKey from contact c
       where c.name_key in (select value from json_each(?)) and c.deleted_at is null`,
    )
    .all(JSON.stringify(names)) as { id: number; fn: string; nameKey: string }[]; // the columns named
  return new Map(
    rows.map(({ id, fn, nameKey }) => [nameKey, { contactId: ContactId.parse(id), fn, record: 'card' }]),
  );
}

/** Whose the addresses in the letter are. */
function holdersOf(
  book: ReadBook,
  { emails, tels }: ReturnType<typeof questionsOf>,
): Map<string, FlagSource> {
  const find = book.statement(
    `select c.id, c.fn from property p join contact c on c.id = p.contact_id and c.deleted_at is null
     where p.key = ? and p.key <> '' and p.name = ? and p.hidden = 0 and p.superseded_by is null order by c.id limit 1`,
  );
  const asked = [
    ...emails.map((key) => [key, key, 'EMAIL'] as const),
    ...tels.flatMap((key) => [[key, key, 'TEL'] as const, [key, `+${key}`, 'TEL'] as const]),
  ];
  const found = new Map<string, FlagSource>();
  for (const [key, stored, name] of asked) {
    const row = find.get(stored, name) as { id: number; fn: string } | undefined; // the columns named
    if (row !== undefined) found.set(key, { contactId: ContactId.parse(row.id), fn: row.fn, record: 'card' });
  }
  return found;
}

const STREET = 2; // of ADR's components (RFC 6350 §6.3.1)

function streetsOf(book: ReadBook, id: ContactId): PrivateText[] {
  const { fn } = contactRow(book, id);
  const { more = [] } = formOf(book, id);
  return more
    .filter(({ name }) => name === 'ADR')
    .map(({ value }) => ({
      text: (value.split(/(?<!\\);/)[STREET] ?? '').replaceAll(/\\(.)/g, '$1'),
      source: { contactId: id, fn, record: 'card' as const },
    }));
}

/** Everything the owner wrote about somebody for themselves. */
function privateTextsOn(book: ReadBook, id: ContactId): PrivateText[] {
  const { fn } = contactRow(book, id);
  const source = (record: FlagSource['record']): FlagSource => ({ contactId: id, fn, record });
  return [
    { text: formOf(book, id).note, source: source('note') },
    ...encountersWith(book, id).map(({ note }) => ({ text: note, source: source('meeting') })),
    ...keptFrom(book, id).map(({ reason }) => ({ text: reason, source: source('kept_apart') })),
  ].filter(({ text }) => text !== '');
}

/** And about the matter of the letter itself. */
function textsOn(book: ReadBook, request: DraftRequest): PrivateText[] {
  const of = (sql: string, id: number, record: FlagSource['record']): PrivateText[] =>
    (book.statement(sql).pluck().all(id) as string[]) // one text column
      .filter((text) => text !== '')
      .map((text) => ({ text, source: { fn: '', record } }));
  if (request.about === 'introduction') {
    const sql = 'select note from introduction_step where introduction_id = ?';
    return of(sql, request.introductionId, 'introduction');
  }
  if (request.about !== 'invitation') return [];
  return of('select reason from decision where invitation_id = ?', request.invitationId, 'decision');
}
