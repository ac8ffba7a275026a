// requestSingleInstanceLock: one running program per profile folder; a second one leaves its words and goes.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SecondInstance {
  readonly argv: readonly string[];
  readonly directory: string;
  readonly data: unknown;
}

const MESSAGE = /^second-.*\.json$/;

function isRunning(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch {
    // No lock, or its owner has gone.
    return false;
  }
}

/** Takes the lock of `folder`, or leaves `data` for its owner and answers false. */
export function takeLock(folder: string, data: unknown, second: (words: SecondInstance) => void): boolean {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'StandInLock');
  if (isRunning(lock)) {
    const words: SecondInstance = { argv: process.argv, directory: process.cwd(), data };
    writeFileSync(join(folder, `second-${process.pid}.json`), JSON.stringify(words));
    return false;
  }
  writeFileSync(lock, String(process.pid));
  const read = () => {
    for (const name of readdirSync(folder).filter((entry) => MESSAGE.test(entry))) {
      const file = join(folder, name);
      let words: SecondInstance;
      try {
        words = JSON.parse(readFileSync(file, 'utf8'));
      } catch {
        // Half written: the watcher calls again.
        continue;
      }
      rmSync(file);
      second(words);
    }
  };
  watch(folder, { persistent: false }, () => {
    if (existsSync(folder)) read();
  });
  process.once('exit', () => rmSync(lock, { force: true }));
  return true;
}
