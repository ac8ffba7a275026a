// Verdicts of the past rest on what people said: what a forgotten person said, and who they were, leaves them too.
import type { ReadBook } from '#db/book.ts';
import type { WriteBook } from '#db/history/journal.ts';
import type { Traces } from './traces.ts';

/** Takes a person out of the verdicts about others that the book keeps: links to them, and their name. */
export function eraseFromDecisions(book: WriteBook, whom: Whom): void {
  for (const { id, vetting } of naming(book, whom.people)) {
    const text = vettingWithout(vetting, whom);
    if (text !== vetting) book.patch('decision', id, { vetting: text });
  }
}

type Whom = Pick<Traces, 'people' | 'fns'>;

/** A kept verdict, as JSON, without them. */
export const vettingWithout = (vetting: string, { people, fns }: Whom): string =>
  JSON.stringify(withoutPerson(JSON.parse(vetting), people, new Set(fns)));

function naming(book: ReadBook, people: ReadonlySet<number>) {
  const rows = book
    .statement(`select id, vetting from decision where vetting like '%"contactId":%'`)
    .all() as { readonly id: number; readonly vetting: string }[]; // the columns named
  const ids = [...people].map((id) => new RegExp(`"contactId":${id}[,}]`));
  return rows.filter(({ vetting }) => ids.some((id) => id.test(vetting)));
}

/**
 * JSON without whatever names one of these people: an entry of a list that is them goes, of a reason that leads to them
 * the link and, wherever it stands alone, the name.
 */
function withoutPerson(value: unknown, people: ReadonlySet<number>, names: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return names.has(value) ? '…' : value;
  if (Array.isArray(value))
    return value
      .filter((one) => !(isPerson(one, people) && 'fn' in one))
      .map((one) => withoutPerson(one, people, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => !isPerson(one, people))
      .map(([key, one]) => [key, withoutPerson(one, people, names)]),
  );
}

const isPerson = (value: unknown, people: ReadonlySet<number>): value is object =>
  typeof value === 'object' &&
  value !== null &&
  'contactId' in value &&
  typeof value.contactId === 'number' &&
  people.has(value.contactId);
