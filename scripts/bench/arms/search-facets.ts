// A key pressed in a window while a word and two facets stand in the box: the first fifty rows, through the door.
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { copyOfBook, openedBook, percentile, runArm, spread, timed, total } from '../arm.ts';
import type { ArmTask } from '../arm.ts';
import { seeded } from '../generate.ts';
import { fingerprint, wordsOf } from '../keystrokes.ts';
import { median } from '../judge.ts';

const ROWS = 50;
const PAGE = 500;
const KEYS = 120;
const PRESSES = 3;
/** Somebody has looked at the list before thinking of a facet. */
const A_WHILE_MS = 3000;

interface Stored {
  readonly id: number;
  readonly fn: string;
  readonly org: string;
  readonly title: string;
  readonly emails: string;
  readonly since: string;
}

/** What stands in the box, and whom it has to find. */
interface Asked {
  readonly text: string;
  readonly isMeant: (person: Stored) => boolean;
}

await runArm('search-facets', async (task) => {
  const file = await copyOfBook(task);
  const stored = storedPeople(file);
  const asked = keys(stored, task.seed);
  const first = await firstAnswer(task, file, 0);
  const firstLater = await firstAnswer(task, file, A_WHILE_MS);
  const { client, close } = await openedBook(task, file);
  const found = async (text: string) => {
    const ids: number[] = [];
    for (let offset = 0; ; offset += PAGE) {
      const { rows, total: all } = await client.contacts.list({ text, page: { offset, limit: PAGE } });
      for (const { id } of rows) ids.push(id);
      if (ids.length >= all || rows.length === 0) return ids;
    }
  };
  let exact = 0;
  const times: number[] = [];
  for (const { text, isMeant } of asked) {
    const meant = stored.filter(isMeant).map(({ id }) => id);
    if (fingerprint(await found(text)) === fingerprint(meant)) exact += 1;
    const presses: number[] = [];
    for (let count = 0; count < PRESSES; count += 1)
      presses.push((await timed(() => client.contacts.list({ text, page: { limit: ROWS } }))).ms);
    times.push(median(presses));
  }
  await close();
  return {
    rows: asked.length,
    ms: total(times),
    correct: { keystrokes: asked.length, missed: asked.length - exact },
    // `first` waits until the facets have been read; `firstLater` finds them there.
    figures: { ...spread(times), worst: percentile(times, 1), first, firstLater },
  };
});

/** How long the first question about a facet takes, asked so long after the book has been opened. */
async function firstAnswer(task: ArmTask, file: string, after: number): Promise<number> {
  const { client, close } = await openedBook(task, file);
  await sleep(after);
  const { ms } = await timed(() => client.contacts.list({ text: 'has:email', page: { limit: ROWS } }));
  await close();
  return ms;
}

function storedPeople(file: string): Stored[] {
  const sqlite = new Database(file, { readonly: true });
  const rows = sqlite
    .prepare(
      `select c.id, c.fn, c.org, c.title, coalesce((select group_concat(p.value, ' ') from property p
         where p.contact_id = c.id and p.name = 'EMAIL'), '') as emails,
         coalesce((select min(v."on") from evidence v where v.contact_id = c.id), c.created_at) as since
       from contact c order by c.id`,
    )
    .all() as Stored[]; // the columns named
  sqlite.close();
  return rows;
}

function begins(text: string, typed: string): boolean {
  const own = wordsOf(text);
  return wordsOf(typed).every((word) => own.some((one) => one.startsWith(word)));
}

/** A name, then a year and a title, an organisation or an address, each typed letter by letter. */
function keys(stored: readonly Stored[], seed: number): Asked[] {
  const random = seeded(seed + 5);
  const asked: Asked[] = [];
  while (asked.length < KEYS) {
    const { fn, org, title, since } = stored[Math.floor(random() * stored.length)]!;
    const name = wordsOf(fn)[0]!.slice(0, 1 + Math.floor(random() * 3));
    const year = since.slice(0, 4);
    const isNamed = (person: Stored): boolean =>
      begins(`${person.fn} ${person.org} ${person.emails}`, name) && person.since >= `${year}-01-01`;
    const about = random() < 0.5 ? ([`company:"`, org] as const) : ([`title:"`, title] as const);
    const of = (person: Stored): string => (about[0] === `title:"` ? person.title : person.org);
    for (let length = 1; length <= about[1].length; length += 1) {
      const typed = about[1].slice(0, length);
      if (wordsOf(typed).length === 0) continue;
      asked.push({
        text: `${name} since:${year} ${about[0]}${typed}`,
        isMeant: (person) => isNamed(person) && of(person) !== '' && begins(of(person), typed),
      });
    }
    asked.push({
      text: `${name} since:${year} -has:email`,
      isMeant: (person) => isNamed(person) && person.emails === '',
    });
  }
  return asked;
}
