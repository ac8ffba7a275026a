import { fileURLToPath } from 'node:url';
import path from 'node:path';
import type { Statement } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContactForm, ContactId } from '#core/contacts/model.ts';
import { InvitationForm } from '#core/invitations/model.ts';
import { Policy } from '#core/invitations/policy.ts';
import { openWritable } from '#db/book.ts';
import type { OpenBook, ReadBook } from '#db/book.ts';
import { createContact, idsInOrder, summaries } from '#db/contacts/queries.ts';
import { mergeGroups } from '#db/duplicates/merge.ts';
import { mergedInto } from '#db/duplicates/merged.ts';
import { compare, countGroups } from '#db/duplicates/queries.ts';
import { linkageRecords } from '#db/duplicates/records.ts';
import { Suggestions } from '#db/duplicates/suggestions.ts';
import { unmerge } from '#db/duplicates/unmerge.ts';
import { encountersWith } from '#db/events/encounters.ts';
import { Recorder } from '#db/history/journal.ts';
import { bookLookup } from '#db/imports/lookup.ts';
import { acceptancesOf } from '#db/invitations/acceptance.ts';
import { openReferences, referencesWith } from '#db/invitations/asked.ts';
import { exposedBy } from '#db/invitations/exposed.ts';
import { createInvitation, invitationsWith } from '#db/invitations/queries.ts';
import { countsOf, invitationIds, waitingFor } from '#db/invitations/queue.ts';
import { invitationById } from '#db/invitations/read.ts';
import { vettingFacts } from '#db/invitations/vetting.ts';
import { neighboursOf, ownerEvidence, peopleAt } from '#db/network/queries.ts';
import { staysOf } from '#db/network/stays.ts';
import { tiesNow, whoseTiesChanged } from '#db/network/whole.ts';
import { tempFolder } from './temp-folder.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));
const NOW = '2026-01-02T03:04:05Z';

let book: OpenBook;
let asked: Set<string>;
let watched: ReadBook;

beforeEach(() => {
  book = openWritable(path.join(tempFolder(), 'plans.acquaint'), MIGRATIONS);
  asked = new Set();
  watched = {
    select: book.select,
    statement(text): Statement {
      asked.add(text);
      return book.statement(text);
    },
  };
});

afterEach(() => book.close());

/** Those that are meant to: the list itself, window by window, a count that is kept, and the bin. */
const MEANT = [
  /^select id from contact where deleted_at is null order by sort_key, id limit/,
  /^select count\(distinct contact_id\) from evidence/,
  // Those in the bin, who are few, by an index of them alone.
  /^select id from contact where deleted_at is not null$/,
];

/** Queries asked so far that look at every row of a table that grows with the book, be it in an index. */
function scans(): string[] {
  return [...asked].flatMap((text) => {
    if (/^\s*pragma/i.test(text) || MEANT.some((meant) => meant.test(text))) return [];
    const bound = Object.fromEntries([...text.matchAll(/@(\w+)/g)].map(([, name]) => [name!, null]));
    const blanks = text.match(/\?/g)?.map(() => null) ?? [];
    const plan = book.sqlite.prepare(`explain query plan ${text}`).all(...blanks, bound) as {
      detail: string;
    }[];
    return (
      plan
        .map(({ detail }) => detail)
        .filter((detail) =>
          /^SCAN (?:c|d|i|k|p|u|v|x|m|n|contact|property|evidence|encounter)\b/.test(detail),
        )
        // An index of those in the bin alone, who are few.
        .filter((detail) => !detail.includes('contact_deleted'))
        .map((detail) => `${detail}: ${text.replaceAll(/\s+/g, ' ')}`)
    );
  });
}

function twoPeople() {
  const recorder = new Recorder(book);
  const make = (form: object) => createContact(recorder, ContactForm.parse(form), NOW);
  const id = make({ given: 'Ana', family: 'Ruiz', org: 'Acme', urls: ['https://www.linkedin.com/in/ana'] });
  make({ given: 'Ben', family: 'Zak', org: 'Acme' });
  const invitation = createInvitation(
    recorder,
    InvitationForm.parse({
      fn: 'Ana Ruiz',
      url: 'https://www.linkedin.com/in/ana',
      message: 'Hello, we met at the Fair with Ben Zak',
      mutualNames: ['Ben Zak'],
    }),
    NOW,
  );
  return { id, invitation };
}

describe('questions a screen asks', () => {
  // Found at 100 000 people: an index that leaves out empty keys is only used where the query leaves them out too.
  it('about who knows somebody look nobody up one by one', () => {
    const { id } = twoPeople();
    neighboursOf(watched, id);
    neighboursOf(watched, id, { among: [id] });
    staysOf(watched, [id]);
    ownerEvidence(watched, id, NOW);
    whoseTiesChanged(watched, { contacts: [id], orgs: ['acme'], events: [1] });
    tiesNow(watched, [id], NOW);
    peopleAt(watched, 'Acme');
    expect(asked.size).toBeGreaterThan(2);
    expect(scans()).toEqual([]);
  });

  it('about an invitation look nobody up one by one', () => {
    const { id, invitation } = twoPeople();
    vettingFacts(watched, invitationById(watched, invitation, NOW), NOW);
    invitationsWith(watched, id);
    for (const show of ['waiting', 'pending', 'asked', 'decided'] as const)
      invitationIds(watched, show, { now: NOW, offset: 0, limit: 50 });
    waitingFor(watched, NOW);
    countsOf(watched, NOW);
    exposedBy(watched, invitationById(watched, invitation, NOW), Policy.parse({}));
    acceptancesOf(watched, id);
    openReferences(watched, NOW.slice(0, 10));
    referencesWith(watched, id, NOW.slice(0, 10));
    expect(asked.size).toBeGreaterThan(5);
    expect(scans()).toEqual([]);
  });

  it('about people who may be one, to make them one, and to take them apart again, look nobody up one by one', () => {
    const { id } = twoPeople();
    const other = ContactId.parse(id + 1);
    const recorder = new Recorder({ ...book, statement: (text) => watched.statement(text) });
    const [mergeId] = mergeGroups(
      recorder,
      [{ survivorId: id, absorbedIds: [other], hide: [], apart: [] }],
      NOW,
    );
    mergedInto(watched, id);
    unmerge(recorder, { mergeId: mergeId!, stays: [], keepApart: true }, NOW);
    linkageRecords(watched, [id, other]);
    compare(watched, new Suggestions(), [id, other]);
    countGroups(watched, new Suggestions());
    expect(asked.size).toBeGreaterThan(40);
    expect(scans()).toEqual([]);
  });

  it('about people and for planning an import look nobody up one by one', () => {
    twoPeople();
    summaries(watched, idsInOrder(watched, 0, 50));
    encountersWith(watched, ContactId.parse(1));
    bookLookup(watched).invitationByKey('incoming|ana|');
    expect(scans()).toEqual([]);
  });
});
