// How often the owner wants to hear of whom: by a word on the person, else by the shortest of their tags.
import { ContactId } from '#core/contacts/model.ts';
import type { Kept } from '#core/reminders/facts.ts';
import { everyDays } from '#core/reminders/days.ts';
import { Cadence } from '#core/reminders/model.ts';
import { fold } from '#core/shared/fold.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { OWNERS } from '#db/columns.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { OWNERS_WORD, preferenceOf, setPreference } from '#db/manners/preferences.ts';
import { localDay } from './local-day.ts';
import { checkOther } from './rows.ts';
import { tagCadence } from './tables.ts';

export const cadenceOf = (book: ReadBook, id: ContactId): Cadence | undefined =>
  Cadence.safeParse(preferenceOf(book, id, 'X-CADENCE')).data;

/** Throws as `checkOther` does. */
export function setCadence(
  book: WriteBook,
  { contactId, cadence = '' }: { readonly contactId: ContactId; readonly cadence?: Cadence | undefined },
  now: DateTime,
): void {
  checkOther(book, contactId);
  setPreference(book, contactId, { name: 'X-CADENCE', value: cadence }, now);
}

interface Rule {
  readonly id: number;
  readonly tagKey: string;
  readonly days: number;
}

const rules = (book: ReadBook): Rule[] =>
  book.statement('select id, tag_key as "tagKey", days from tag_cadence order by days, id').all() as Rule[]; // the columns named

/** Two spellings of a tag are one. */
const tagKey = (tag: string): string => fold(tag.trim());

/** Every tag as it is written anywhere, each once; a step of the index for each. */
const TAGS = `with recursive tag(value) as (
    select min(value) from property where name = 'CATEGORIES'
    union all select (select min(value) from property where name = 'CATEGORIES' and value > tag.value)
    from tag where tag.value is not null)
  select value from tag where value is not null`;

/** The spellings of each tag with a cadence. */
function spellings(book: ReadBook, wanted: readonly Rule[]): Map<string, string[]> {
  const found = new Map<string, string[]>(wanted.map((rule) => [rule.tagKey, []]));
  if (wanted.length === 0) return found;
  for (const tag of book.statement(TAGS).pluck().all() as string[]) found.get(tagKey(tag))?.push(tag); // the column named
  return found;
}

const TAGGED = `from json_each(?) t cross join property p on p.name = 'CATEGORIES' and p.value = t.value
  cross join contact c on c.id = p.contact_id
  where p.hidden = 0 and p.superseded_by is null and c.deleted_at is null`;

// The index of keys holds those there are: a statement has to say so in these words to be given it.
const OWN = `select p.contact_id, p.value, p.recorded_at from property p join contact c on c.id = p.contact_id
  where p.key <> '' and p.key >= 'cadence:' and p.key < 'cadence;' and p.name = 'X-CADENCE' and p.hidden = 0 and p.superseded_by is null
  and c.deleted_at is null and ${OWNERS_WORD} order by p.batch_id is null, p.recorded_at, p.id`;

/** Everybody with a cadence. */
export function keptPeople(book: ReadBook): Kept[] {
  const kept = new Map<ContactId, Kept>();
  const wanted = rules(book);
  const written = spellings(book, wanted);
  // The longest first, so that the shortest is the last word.
  for (const { tagKey: key, days } of wanted.toReversed()) {
    const rows = book
      .statement(`select distinct c.id, c.created_at ${TAGGED}`)
      .raw()
      .all(JSON.stringify(written.get(key) ?? [])) as [id: number, createdAt: DateTime][]; // the two columns
    for (const [id, createdAt] of rows) {
      const contactId = ContactId.parse(id);
      kept.set(contactId, { contactId, cadence: everyDays(days), since: localDay(createdAt) });
    }
  }
  const own = book.statement(OWN).raw().all() as [id: number, value: string, recordedAt: DateTime][]; // its columns
  for (const [id, value, recordedAt] of own) {
    const cadence = Cadence.safeParse(value).data;
    const contactId = ContactId.parse(id);
    if (cadence !== undefined) kept.set(contactId, { contactId, cadence, since: localDay(recordedAt) });
  }
  return [...kept.values()];
}

/** The tags with a cadence and how many people have each, the most frequent contact first. */
export function tagCadences(book: ReadBook): { tag: string; days: number; people: number }[] {
  const wanted = rules(book);
  const written = spellings(book, wanted);
  return wanted.map(({ tagKey: key, days }) => {
    const tags = written.get(key) ?? [];
    const people = Number(
      book.statement(`select count(distinct c.id) ${TAGGED}`).pluck().get(JSON.stringify(tags)),
    );
    return { tag: tags[0] ?? key, days, people };
  });
}

/** The shortest cadence among the tags a person has. */
export function cadenceByTag(
  book: ReadBook,
  id: ContactId,
): { readonly tag: string; readonly days: number } | undefined {
  const tags = book
    .statement(
      `select value from property where contact_id = ? and name = 'CATEGORIES' and hidden = 0 and superseded_by is null`,
    )
    .pluck()
    .all(id) as string[]; // the column named
  const byKey = new Map(tags.map((tag) => [tagKey(tag), tag]));
  const rule = rules(book).find((one) => byKey.has(one.tagKey));
  return rule === undefined ? undefined : { tag: byKey.get(rule.tagKey) ?? rule.tagKey, days: rule.days };
}

export function setTagCadence(
  book: WriteBook,
  { tag, days }: { readonly tag: string; readonly days?: number | undefined },
): void {
  const key = tagKey(tag);
  const known = rules(book).find((rule) => rule.tagKey === key);
  if (days === undefined) {
    if (known !== undefined) book.remove(tagCadence, known.id);
  } else if (known === undefined) book.insert(tagCadence, { tagKey: key, days });
  else book.update(tagCadence, known.id, { days, ...OWNERS });
}
