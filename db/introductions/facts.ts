// Looks up what a letter may say; what it says is for core.
import type { ContactId } from '#core/contacts/model.ts';
import { splitName } from '#core/contacts/names.ts';
import type { Encounter, EncounterId } from '#core/events/model.ts';
import type { Correspondent, DraftFacts } from '#core/introductions/facts.ts';
import { letterLanguage } from '#core/introductions/language-words.ts';
import { letterFacts } from '#core/introductions/letter-facts.ts';
import type { DraftRequest } from '#core/introductions/model.ts';
import { mayWrite } from '#core/introductions/next-letter.ts';
import { progressOf } from '#core/introductions/progress.ts';
import { atLeast } from '#core/network/model.ts';
import type { Invitation, Verdict } from '#core/invitations/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { formOf } from '#db/contacts/properties.ts';
import { contactRow } from '#db/contacts/queries.ts';
import { encounterById, encountersWith } from '#db/events/encounters.ts';
import { invitationById } from '#db/invitations/read.ts';
import { vetting } from '#db/invitations/vetting.ts';
import { mannersOf } from '#db/manners/preferences.ts';
import { conflict } from '#db/problems.ts';
import { ownerTie } from '#db/network/queries.ts';
import { ownerId } from '#db/settings/queries.ts';
import { introductionById } from './queries.ts';

const NOBODY: Correspondent = { fn: '', given: '', org: '', title: '', headline: '', email: '' };

/** The facts for one letter. Throws NOT_FOUND when what it is about is not in the book. */
export function draftFacts(book: ReadBook, request: DraftRequest, now: DateTime): DraftFacts {
  const owner = ownerOf(book);
  switch (request.about) {
    case 'invitation':
      return { owner, ...invitationFacts(book, request, now) };
    case 'introduction':
      return introductionFacts(book, request, now);
    case 'path':
      return {
        owner,
        to: correspondent(book, request.via),
        other: correspondent(book, request.to),
        purpose: request.purpose,
      };
    case 'meeting':
      return { owner, ...followUpFacts(book, request.encounterId) };
    case 'person':
      return {
        owner,
        ...(request.kind === 'brief_note' ? noteFacts(book, request, now) : personalFacts(book, request)),
      };
    case 'stranger':
      return { owner, ...strangerFacts(book, request) };
  }
}

function correspondent(book: ReadBook, id: ContactId): Correspondent {
  const { fn } = contactRow(book, id);
  const { given, org, title, emails, more = [] } = formOf(book, id);
  const { address, channel } = mannersOf(book, id);
  // The first language of a card that letters are written in: its own order is the order of preference.
  const spoken = more.filter(({ name }) => name === 'LANG').toSorted((a, b) => +b.preferred - +a.preferred);
  const language = spoken.map(({ value }) => letterLanguage(value)).find((one) => one !== undefined);
  return {
    fn,
    given,
    org,
    title,
    headline: '',
    email: emails[0] ?? '',
    ...(language !== undefined && { language }),
    ...(address !== undefined && { address }),
    ...(channel !== undefined && { channel }),
  };
}

function ownerOf(book: ReadBook): Correspondent {
  const id = ownerId(book);
  return id === undefined ? NOBODY : correspondent(book, id);
}

function inviterOf(book: ReadBook, invitation: Invitation): Correspondent {
  const known = invitation.contactId === undefined ? NOBODY : correspondent(book, invitation.contactId);
  return {
    ...known,
    fn: invitation.fn,
    given: known.given || splitName(invitation.fn).given,
    org: invitation.org || known.org,
    headline: invitation.headline,
    email: invitation.email || known.email,
  };
}

type AboutInvitation = Extract<DraftRequest, { about: 'invitation' }>;

function invitationFacts(book: ReadBook, request: AboutInvitation, now: DateTime): Omit<DraftFacts, 'owner'> {
  const invitation = invitationById(book, request.invitationId, now);
  const inviter = inviterOf(book, invitation);
  switch (request.kind) {
    case 'ask_inviter':
      return { to: inviter };
    case 'decline_polite':
      return { to: inviter, ...waysToMeet(book, invitation, now) };
    case 'acceptance':
      return { to: inviter, ...acceptance(book, invitation, now) };
    case 'reference_request':
    case 'nudge':
    case 'ask_introducer':
    case 'verify_identity': {
      if (request.to === undefined) throw conflict('no_recipient');
      const { to: reader } = request;
      const shownAsMutual = invitation.mutuals.some(({ contactId }) => contactId === reader);
      return { to: correspondent(book, reader), other: inviter, profileUrl: invitation.url, shownAsMutual };
    }
  }
}

/**
 * The next event in the book, and a mutual contact the owner really knows: both only where there is one. Nobody who was
 * asked about the inviter is named: a refusal that names them gives their answer away.
 */
function waysToMeet(
  book: ReadBook,
  { mutuals }: Invitation,
  now: DateTime,
): Pick<DraftFacts, 'nextEvent' | 'mutual'> {
  const next = book
    .statement('select summary from event where dtstart > ? order by dtstart limit 1')
    .pluck()
    .get(now.slice(0, 10));
  const known = mutuals.find(
    ({ ownerLevel, askedOn, answer, asking }) =>
      ['know', 'know_well', 'trusted'].includes(ownerLevel) &&
      askedOn === undefined &&
      answer === undefined &&
      asking?.isNotAsked !== true,
  );
  return {
    ...(typeof next === 'string' ? { nextEvent: next } : {}),
    ...(known?.contactId === undefined ? {} : { mutual: correspondent(book, known.contactId) }),
  };
}

const BECAUSE: Partial<Record<Verdict, NonNullable<DraftFacts['because']>>> = {
  ACCEPT_KNOWN: 'known',
  ACCEPT_MET: 'met',
  ACCEPT_INTRODUCED: 'introduced',
  ACCEPT_VOUCHED: 'vouched',
};

function acceptance(book: ReadBook, invitation: Invitation, now: DateTime): Partial<DraftFacts> {
  const because = BECAUSE[vetting(book, invitation, now).verdict];
  const [last] = invitation.contactId === undefined ? [] : encountersWith(book, invitation.contactId);
  return {
    ...(because === undefined ? {} : { because }),
    ...(last === undefined ? {} : meetingFacts(last)),
    ...introducerFacts(book, { invitation, met: last, because }),
  };
}

const meetingFacts = ({ eventSummary, location, note, metOn }: Encounter): Pick<DraftFacts, 'meeting'> => ({
  meeting: { event: eventSummary, place: location, note, ...(metOn === undefined ? {} : { on: metOn }) },
});

/** Whoever introduced them is no secret; a reference is, unless its author said otherwise. */
function introducerFacts(
  book: ReadBook,
  {
    invitation: { mutuals },
    met,
    because,
  }: {
    readonly invitation: Invitation;
    readonly met: Encounter | undefined;
    readonly because: DraftFacts['because'];
  },
): Pick<DraftFacts, 'introducer'> {
  if (met?.introducedBy !== undefined) {
    return { introducer: { person: correspondent(book, met.introducedBy.id), quotable: true } };
  }
  if (because !== 'vouched') return {};
  // SECURITY: who said what about somebody reaches a letter only where they agreed; others are not even handed to it.
  const voucher = mutuals.find(
    ({ answer, quoteShareable }) => quoteShareable && (answer === 'knows_well' || answer === 'knows'),
  );
  if (voucher?.contactId === undefined) return {};
  const { contactId, quote } = voucher;
  return { introducer: { person: correspondent(book, contactId), quotable: true, ...(quote && { quote }) } };
}

/** The day only where it is known exactly: "good to meet you in 2024" is no follow-up. */
function followUpFacts(book: ReadBook, id: EncounterId): Omit<DraftFacts, 'owner'> {
  const met = encounterById(book, id);
  const { metOn, eventSummary, introducedBy } = met;
  return {
    to: correspondent(book, met.contactId),
    meeting: { event: eventSummary, note: '', ...(metOn?.length === 10 ? { on: metOn } : {}) },
    ...(introducedBy && { introducer: { person: correspondent(book, introducedBy.id), quotable: true } }),
  };
}

type AboutPerson = Extract<DraftRequest, { about: 'person' }>;

/** Where the two met last goes without the note on it: what of it belongs into the letter is for the owner to write. */
function personalFacts(book: ReadBook, { kind, to, other, purpose }: AboutPerson): Omit<DraftFacts, 'owner'> {
  const [last] = kind === 'reconnect' ? encountersWith(book, to) : [];
  return {
    to: correspondent(book, to),
    purpose,
    ...(other !== undefined && { other: { ...correspondent(book, other), email: '' } }),
    ...(last !== undefined && meetingFacts({ ...last, note: '' })),
  };
}

/** What the two have in common is said where they hardly know each other; whoever knows the owner is not told. */
function noteFacts(
  book: ReadBook,
  { to, by, why, purpose }: AboutPerson,
  now: DateTime,
): Omit<DraftFacts, 'owner'> {
  const isKnown = atLeast(ownerTie(book, to, now).level, 'know');
  const [last] = isKnown ? [] : encountersWith(book, to);
  const reader = correspondent(book, to);
  return {
    to: reader,
    ...(isKnown ? {} : { other: { ...reader, email: '' } }),
    why,
    purpose,
    isKnown,
    ...(by && { by }),
    ...(last !== undefined && meetingFacts({ ...last, note: '' })),
  };
}

function strangerFacts(
  book: ReadBook,
  { kind, fn, org, via, by, why, purpose }: Extract<DraftRequest, { about: 'stranger' }>,
): Omit<DraftFacts, 'owner'> {
  const stranger = { ...NOBODY, fn, given: splitName(fn).given, org };
  if (kind === 'brief_note') return { to: stranger, why, purpose, ...(by && { by }) };
  if (via === undefined) throw conflict('no_recipient');
  return { to: correspondent(book, via), other: stranger, purpose };
}

/** Throws CONFLICT `not_now` for a letter this stage does not allow. */
function introductionFacts(
  book: ReadBook,
  { introductionId, kind, offer }: Extract<DraftRequest, { about: 'introduction' }>,
  now: DateTime,
): DraftFacts {
  const told = introductionById(book, introductionId, now.slice(0, 10));
  const progress = progressOf(told);
  if (!mayWrite(progress, kind)) throw conflict('not_now');
  const people = { a: correspondent(book, told.a), b: correspondent(book, told.b) };
  return letterFacts(kind, { progress, owner: ownerOf(book), people, told: { ...told, offer } });
}
