// What the search arms share: the same keys pressed, everybody asked whether they found exactly who is there.
import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { type ArmTask, percentile, spread, timed, total } from './arm.ts';
import { median } from './judge.ts';
import {
  fingerprint,
  GROUPS,
  type Keystroke,
  keystrokes,
  scan,
  scannedPeople,
  storedPeople,
} from './keystrokes.ts';
import { bookOf } from './prepare.ts';

/** One press may meet another program's turn on the processor; two of three hardly do. */
const PRESSES = 3;

interface Asked {
  readonly stroke: Keystroke;
  /** Fingerprint and number of those who have to be found. */
  readonly expected: number;
  readonly count: number;
}

/** The prepared book and the keys that are pressed in it, with the right answers. */
export async function searchTask(task: ArmTask): Promise<{ file: string; asked: Asked[] }> {
  const file = await bookOf(task, 'linkedin');
  const kept = path.join(task.shared, `keystrokes-${task.n}-${task.seed}.json`);
  if (existsSync(kept)) return { file, asked: JSON.parse(readFileSync(kept, 'utf8')) as Asked[] }; // written below
  const stored = storedPeople(file);
  const people = scannedPeople(stored);
  const asked = keystrokes(stored, task.seed).map((stroke) => {
    const found = scan(people, stroke.text);
    return { stroke, expected: fingerprint(found), count: found.length };
  });
  writeFileSync(kept, JSON.stringify(asked));
  return { file, asked };
}

/** One way to search: `press` is timed; `found` says, untimed, everybody who is found. */
export interface Searching {
  readonly press: (text: string) => unknown;
  readonly found: (text: string) => Promise<Iterable<number>> | Iterable<number>;
}

/** Presses every key once to warm up and to judge the answers, and three times for the clock, of which the middle counts. */
export async function pressAll(asked: readonly Asked[], { press, found }: Searching) {
  let exact = 0;
  for (const { stroke, expected } of asked) {
    await press(stroke.text);
    if (fingerprint(await found(stroke.text)) === expected) exact += 1;
  }
  const times = new Map(GROUPS.map((group) => [group, [] as number[]]));
  for (const { stroke } of asked) {
    const presses: number[] = [];
    for (let count = 0; count < PRESSES; count += 1) presses.push((await timed(() => press(stroke.text))).ms);
    times.get(stroke.group)!.push(median(presses));
  }
  const all = [...times.values()].flat();
  const ends = GROUPS.map((group) => spread(times.get(group)!, group));
  return {
    rows: asked.length,
    ms: total(all),
    correct: { keystrokes: asked.length, exact },
    figures: {
      ...spread(all),
      ...Object.assign({}, ...ends),
      worstP95: Math.max(...GROUPS.map((group) => percentile(times.get(group)!, 0.95))),
    } as Record<string, number>, // spreads are records of numbers
  };
}
