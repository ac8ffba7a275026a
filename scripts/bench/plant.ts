// Events and ties for a book that has only an import in it, with ways to people that are known to be the best.
import type Database from 'better-sqlite3';
import { seeded } from './generate.ts';

/** How many people each person knows on average. */
const DEGREE = 20;
const TARGETS = 10;
const PEOPLE_AT_AN_EVENT = 8;
const ON = '2026-05-04';
const AT = '2026-05-04T10:00:00.000Z';

/** A best way that was planted: the owner trusts `through`, who trusts `target`; every other tie is weaker. */
export interface PlantedWay {
  readonly through: number;
  readonly target: number;
}

/** The planted ways of a book of n people; the same for the same seed. Keys of an imported book are 1 to n. */
export function plantedWays(n: number, seed: number): PlantedWay[] {
  const random = seeded(seed + 7);
  const count = Math.min(TARGETS, Math.floor(n / 4));
  const ids = new Set<number>();
  while (ids.size < 2 * count) ids.add(1 + Math.floor(random() * n));
  const list = [...ids];
  return Array.from({ length: count }, (_, at) => ({ through: list[2 * at]!, target: list[2 * at + 1]! }));
}

/** Writes n × 10 ties, an event for every 50 people and the planted ways into an imported book. */
export function plantNetwork(sqlite: Database.Database, n: number, seed: number): void {
  if (n === 0) return;
  const random = seeded(seed + 11);
  const anyone = () => 1 + Math.floor(random() * n);
  const tie = sqlite.prepare(
    `insert into evidence (kind, contact_id, other_id, "on", level, text, created_at) values ('user_statement', ?, ?, '${ON}', ?, '', '${AT}')`,
  );
  const event = sqlite.prepare(
    `insert into event (summary, dtstart, summary_key, created_at) values (?, '${ON}', ?, '${AT}')`,
  );
  const encounter = sqlite.prepare(
    `insert into encounter (contact_id, event_id, met_on, channel, note, created_at) values (?, ?, '${ON}', 'in_person', '', '${AT}')`,
  );
  const ways = plantedWays(n, seed);
  const aside = new Set(ways.flatMap(({ through, target }) => [through, target]));
  sqlite.exec('begin');
  for (let count = 0; count < (n * DEGREE) / 2; count += 1) {
    const [one, other] = [anyone(), anyone()];
    if (one !== other) tie.run(one, other, random() < 0.3 ? 'acquaintance' : 'met_once');
  }
  for (let count = 0; count < n / 100; count += 1) {
    const id = anyone();
    if (!aside.has(id)) tie.run(id, null, 'know');
  }
  for (let count = 0; count < n / 50; count += 1) {
    const id = Number(event.run(`Meeting ${count}`, `meeting ${count}`).lastInsertRowid);
    for (let seat = 0; seat < PEOPLE_AT_AN_EVENT; seat += 1) {
      const guest = anyone();
      if (!aside.has(guest)) encounter.run(guest, id);
    }
  }
  for (const { through, target } of ways) {
    tie.run(through, null, 'trusted');
    tie.run(through, target, 'trusted');
  }
  sqlite.exec('commit');
}
