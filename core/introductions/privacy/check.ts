// Reads a letter before it leaves, for what should not be in it (etiquette: nobody's secrets travel by accident).
import { nameKey } from '#core/contacts/names.ts';
import { emailKey } from '#core/contacts/identity.ts';
import { fold } from '#core/shared/fold.ts';
import { addressesIn, isSameNumber, linksIn, streetsIn, untracked } from './addresses.ts';
import { borrowedFrom, runsIn } from './borrowed.ts';
import type { Said } from './borrowed.ts';
import { wrongNames } from './greeting.ts';
import type { Answer, Flag, FlagSource, LetterContext, Party } from './model.ts';
import { without, withoutSentence } from './removal.ts';
import { sensitiveWords } from './sensitive.ts';
import { possibleNames, sequencesOf, wordsOf } from './words-of.ts';
import type { Range, Word } from './words-of.ts';

type Part = Flag['part'];
interface Text {
  readonly part: Part;
  readonly text: string;
  readonly words: readonly Word[];
}

/** What is wrong before it is a Flag: where, and, unless the sentence goes, what the text is afterwards. */
interface Finding extends Range {
  readonly kind: Flag['kind'];
  readonly source?: FlagSource | undefined;
  /** Absent: without the sentence. `false`: only its author can mend it. */
  readonly without?: string | false;
}

/**
 * Everything a letter should perhaps not say, in reading order, each finding once: addresses of third persons, wording of
 * private notes, what references said and who they are, health, family, money and job-hunting words from notes, people
 * who are not in the thread, places left to be filled in, the wrong name in the greeting, quoted letters, trackers, and
 * more than the channel takes. Heuristics by design: they ask the owner to look, they never hold a letter back.
 */
export function privacyCheck(
  letter: { readonly subject: string; readonly body: string },
  context: LetterContext,
): Flag[] {
  const drafted = runsIn(context.drafted);
  const isSaid: Said = (run) => drafted.has(run) || context.commonplace.has(run);
  const parts: readonly Part[] = ['subject', 'body'];
  return parts.flatMap((part) => {
    const text: Text = { part, text: letter[part], words: wordsOf(letter[part]) };
    const findings = [
      ...thirdAddresses(text, context),
      ...fromNotes(text, context, isSaid),
      ...fromReferences(text, context, isSaid),
      ...sensitive(text, context, isSaid),
      ...strangers(text, context),
      ...placeholders(text),
      ...trackers(text),
      ...(part === 'body' ? ofBody(text, context) : []),
    ];
    return distinct(findings).map((finding) => flagOf(text, finding));
  });
}

function flagOf({ part, text }: Text, { kind, start, end, source, without: mended }: Finding): Flag {
  const after = mended === undefined ? withoutSentence(text, { start, end }, part) : mended;
  return {
    kind,
    part,
    start,
    end,
    text: text.slice(start, end),
    ...(source !== undefined && { source }),
    ...(after !== false && { without: after }),
  };
}

/** Of two findings at one place the first stands: the more telling are asked first. */
function distinct(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const finding of findings) {
    const isTold = kept.some(
      ({ kind, start, end }) =>
        kind !== 'over_limit' && finding.kind !== 'over_limit' && start < finding.end && finding.start < end,
    );
    if (!isTold) kept.push(finding);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

/** The owner's own and the reader's own are theirs to have; everybody else's are not ours to give. */
function thirdAddresses(
  { text, words }: Text,
  { owner, readers, addresses, streets }: LetterContext,
): Finding[] {
  const own = [owner, ...readers];
  const isOwn = (key: string) =>
    own.some(({ emails, tels }) => emails.includes(key) || tels.some((tel) => isSameNumber(tel, key)));
  const found: Finding[] = addressesIn(text)
    .filter(({ key }) => !isOwn(key))
    .map(({ start, end, key }) => ({ kind: 'address', start, end, source: addresses.get(key) }));
  const known = streets.flatMap(({ text: street, source }) =>
    street.length < SHORTEST_STREET
      ? []
      : sequencesOf(street, words).map((range) => ({ kind: 'address' as const, ...range, source })),
  );
  return [...found, ...known, ...streetsIn(text).map((range) => ({ kind: 'address' as const, ...range }))];
}

/** Shorter ones are numbers and names of villages. */
const SHORTEST_STREET = 6;

const fromNotes = ({ words }: Text, { privateTexts }: LetterContext, isSaid: Said): Finding[] =>
  privateTexts.flatMap(({ text: note, source }) =>
    borrowedFrom(note, words, isSaid).map((range) => ({ kind: 'private_note' as const, ...range, source })),
  );

/** Neither what a reference said nor that they said anything: an answer was given in confidence. */
function fromReferences(text: Text, { answers }: LetterContext, isSaid: Said): Finding[] {
  return answers.flatMap(({ author, quote, source }: Answer) => [
    ...borrowedFrom(quote, text.words, isSaid).map((range) => ({
      kind: 'reference_answer' as const,
      ...range,
      source,
    })),
    ...mentionsOf(author, text).map((range) => ({ kind: 'reference_answer' as const, ...range, source })),
  ]);
}

/** Where somebody is named in full, or by their given name with a capital. */
const mentionsOf = ({ fn, given }: Party, { words, text }: Text): Range[] =>
  [fn, given]
    .flatMap((name) => sequencesOf(name, words))
    .filter(({ start }) => /^(?:\p{Lu}|\p{Lo})/u.test(text.slice(start)));

/** Only where a note has a word of the same kind: what the owner writes of their own accord is theirs to write. */
function sensitive({ words, text }: Text, { privateTexts }: LetterContext, isSaid: Said): Finding[] {
  const found = sensitiveWords(words).filter(({ start, end }) => !isSaid(fold(text.slice(start, end))));
  if (found.length === 0) return [];
  const sources = new Map<string, FlagSource>();
  for (const { text: note, source } of privateTexts) {
    for (const { matter } of sensitiveWords(wordsOf(note))) {
      if (!sources.has(matter)) sources.set(matter, source);
    }
  }
  return found
    .filter(({ matter }) => sources.has(matter))
    .map(({ matter, start, end }) => ({ kind: 'sensitive', start, end, source: sources.get(matter) }));
}

/** People of the book, by their whole names, whom nobody in this letter's thread has anything to do with. */
function strangers({ text }: Text, { owner, readers, about, people, drafted }: LetterContext): Finding[] {
  if (people.size === 0) return [];
  const thread = new Set([owner, ...readers, ...about].map(({ fn }) => nameKey(fn)));
  const saidNames = new Set(possibleNames(drafted).map(({ name }) => nameKey(name)));
  return possibleNames(text)
    .toSorted((a, b) => b.name.length - a.name.length)
    .flatMap(({ name, start, end }) => {
      const key = nameKey(name);
      // A single word at the start of a sentence has its capital from there.
      if (/^\p{Lu}\S*$/u.test(name) && startsSentence(text, start)) return [];
      const source = thread.has(key) || saidNames.has(key) ? undefined : people.get(key);
      return source === undefined ? [] : [{ kind: 'person_not_in_thread', start, end, source }];
    });
}

const startsSentence = (text: string, at: number): boolean => /(?:^|[.!?…:\n])\s*$/.test(text.slice(0, at));

const PLACES: readonly RegExp[] = [
  /\[\p{L}[^[\]\n]{0,60}\]/gu,
  /\{\{?[^{}\n]{0,60}\}\}?/g,
  /\{%[^\n]{0,80}?%\}/g,
  /<\p{L}[\p{L} _-]{0,40}>/gu,
  /%[\p{L}_]{2,30}%/gu,
  /_{3,}/g,
  /\b[Xx]{3,}\b/g,
  /\b(?:TODO|TBD|FIXME|N\.\s?N\.)/g,
];

/** Words in brackets as templates and people write them; a footnote (`[1]`) is none. */
const placeholders = ({ text }: Text): Finding[] =>
  PLACES.flatMap((place) =>
    Array.from(text.matchAll(place), (match) => {
      const range = { start: match.index, end: match.index + match[0].length };
      return { kind: 'placeholder' as const, ...range, without: without(text, range) };
    }),
  );

const trackers = ({ text }: Text): Finding[] =>
  linksIn(text).flatMap((range) => {
    const clean = untracked(text.slice(range.start, range.end));
    return clean === undefined ? [] : [{ kind: 'tracking', ...range, without: without(text, range, clean) }];
  });

/** How mail programs open what they quote. */
const QUOTES =
  /^(?:>.*|-{2,}\s*(?:Original|Ursprüngliche|Weitergeleitete|Forwarded|Message d|Mensaje|Messaggio|Mensagem|Oorspronkelijk|Doorgestuurd).*|(?:On|Am|Le|El|Il(?: giorno)?|Em|Op)\b.{5,120}\b(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef)\b.{0,60}:|(?:From|Von|De|Da|Van):\s.+@.+)\s*$/m;

function ofBody({ text }: Text, { readers, about, limit }: LetterContext): Finding[] {
  const quote = QUOTES.exec(text);
  return [
    ...wrongNames(text, readers, about).map(({ start, end, instead }) => ({
      kind: 'wrong_name' as const,
      start,
      end,
      without: without(text, { start, end }, instead),
    })),
    ...(quote === null
      ? []
      : [
          {
            kind: 'quoted_thread' as const,
            start: quote.index,
            end: text.length,
            without: without(text, { start: quote.index, end: text.length }),
          },
        ]),
    ...(limit === undefined || text.length <= limit
      ? []
      : [{ kind: 'over_limit' as const, start: limit, end: text.length, without: false as const }]),
  ];
}

/** What the book has to be asked about a letter: whose names these are, and whose addresses. */
export function questionsOf(letter: { readonly subject: string; readonly body: string }): {
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly tels: readonly string[];
} {
  const text = `${letter.subject}\n${letter.body}`;
  const found = addressesIn(text).map(({ key }) => key);
  return {
    names: [...new Set(possibleNames(text).map(({ name }) => nameKey(name)))].filter((key) => key !== ''),
    emails: found.filter((key) => emailKey(key) !== undefined),
    tels: found.filter((key) => /^\d+$/.test(key)),
  };
}
