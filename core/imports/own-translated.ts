// One invitation with all that was decided about it, said in other words for people and events: keys of a document,
// records of a plan, rows of a book.
import type { DecisionOf, InvitationOf, OwnOf, SourceOf, Translation, VettingOf } from './own-records.ts';

/**
 * The same in other words. What leads to somebody or something that is not there leads nowhere; the rest stays, but for the
 * name in a reason that led to somebody: whoever stays behind is not to be read of in a verdict.
 */
export function translated<Person, Event, ToPerson, ToEvent>(
  said: InvitationOf<Person, Event>,
  to: Translation<Person, Event, ToPerson, ToEvent>,
): InvitationOf<ToPerson, ToEvent> {
  return {
    ...said,
    mutuals: said.mutuals.map(({ person, ...mutual }) => {
      const there = person === undefined ? undefined : to.person(person);
      return there === undefined ? mutual : { ...mutual, person: there };
    }),
    decisions: said.decisions.map((decision): DecisionOf<ToPerson, ToEvent> => ({
      ...decision,
      vetting: translatedVetting(decision.vetting, to),
    })),
  };
}

function translatedVetting<Person, Event, ToPerson, ToEvent>(
  { reasons, askWhom, ...vetting }: VettingOf<Person, Event>,
  to: Translation<Person, Event, ToPerson, ToEvent>,
): VettingOf<ToPerson, ToEvent> {
  return {
    ...vetting,
    reasons: reasons.map(({ source, ...reason }) => {
      const there = source && translatedSource(source, to);
      if (there !== undefined) return { ...reason, source: there };
      return source?.kind === 'contact' ? { ...reason, params: nameless(reason.params) } : reason;
    }),
    askWhom: askWhom.flatMap(({ person, fn }) => {
      const there = to.person(person);
      return there === undefined ? [] : [{ person: there, fn }];
    }),
  };
}

/** Parameters of a reason that are somebody's name (`core/invitations/reason-codes.ts`). */
const NAMES: ReadonlySet<string> = new Set(['fn', 'introducer', 'name']);

const nameless = (params: Readonly<Record<string, string | number>>) =>
  Object.fromEntries(Object.entries(params).map(([key, value]) => [key, NAMES.has(key) ? '…' : value]));

function translatedSource<Person, Event, ToPerson, ToEvent>(
  source: SourceOf<Person, Event>,
  to: Translation<Person, Event, ToPerson, ToEvent>,
): SourceOf<ToPerson, ToEvent> | undefined {
  if (source.kind === 'invitation') return source;
  if (source.kind === 'contact') {
    const person = to.person(source.person);
    return person === undefined ? undefined : { kind: 'contact', person };
  }
  const event = to.event(source.event);
  return event === undefined ? undefined : { kind: 'event', event };
}

/** Everybody whom it leads to. */
export function peopleIn<Person>({ mutuals, decisions }: InvitationOf<Person, unknown>): Person[] {
  const people: Person[] = [];
  for (const { person } of mutuals) if (person !== undefined) people.push(person);
  for (const { vetting } of decisions) {
    for (const { source } of vetting.reasons) if (source?.kind === 'contact') people.push(source.person);
    for (const { person } of vetting.askWhom) people.push(person);
  }
  return people;
}

/** As long as a headline is read. */
const MOST_NAMED = 80;

/** What a record that is not about two people is called; empty where only its kind tells. */
export function nameOfOwn(said: Exclude<OwnOf<unknown, unknown>, { readonly a: unknown }>): string {
  switch (said.what) {
    case 'view':
      return said.name;
    case 'template':
      return said.name || said.subject || said.body.slice(0, MOST_NAMED).toWellFormed();
    case 'vetting':
      return said.fn;
    case 'policy':
      return '';
  }
}
