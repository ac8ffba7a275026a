// What may be on the way to the first screen, by the imports of the sources: everything else is loaded when it is wanted.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const STATEMENT = /^(?:import\s+|(?:import|export)\s(?!type\b)[^'";]*?\sfrom\s+)'(?<from>[^']+)';/gm;

/** Everything that is loaded with a file: files of ours by their path, packages by their name. */
function loadedWith(file: string): ReadonlySet<string> {
  const loaded = new Set<string>();
  const visit = (one: string) => {
    if (loaded.has(one)) return;
    loaded.add(one);
    if (!/\.tsx?$/.test(one) || !existsSync(path.join(ROOT, one))) return;
    for (const { groups } of readFileSync(path.join(ROOT, one), 'utf8').matchAll(STATEMENT)) {
      const from = groups?.['from'] ?? '';
      if (from.startsWith('#')) visit(from.slice(1));
      else visit(from.startsWith('.') ? path.posix.join(path.posix.dirname(one), from) : from);
    }
  };
  visit(file);
  return loaded;
}

const among = (file: string, pattern: RegExp) => [...loadedWith(file)].filter((one) => pattern.test(one));

describe('on the way to the first screen', () => {
  it('the writer opens the book without a schema or a handler', () => {
    expect(among('db/worker.ts', /^zod$|^api\/|handlers\.ts$|^core\/(?!shared\/assert)/)).toEqual([]);
    // The look is a true one.
    expect(among('db/worker.ts', /^better-sqlite3$|^db\/book\.ts$/)).toHaveLength(2);
  });

  it('a list of people waits for no vetting, no letter and no import', () => {
    expect(
      among(
        'db/contacts/handlers.ts',
        /invitations\/(cues|vetting|templates)|^core\/introductions\/draft|^core\/(formats\/(?!vcard\/(escapes|text))|imports\/sources)/,
      ),
    ).toEqual([]);
    expect(among('db/contacts/handlers.ts', /search-people/)).toHaveLength(1);
  });

  it('the browser host listens before it loads a schema', () => {
    expect(among('loopback/main.ts', /^zod$|^api\/|^node:http$|^@orpc/)).toEqual([]);
    expect(among('loopback/server.ts', /^zod$|^@orpc/)).toEqual([]);
    expect(among('loopback/server.ts', /^node:http$/)).toHaveLength(1);
  });

  it('the page opens its door with nothing but the door', () => {
    expect([...loadedWith('renderer/start.ts')].filter((one) => !one.endsWith('.css'))).toEqual([
      'renderer/start.ts',
      'renderer/client/zod-without-eval.ts',
      'renderer/client/host-bridge.ts',
      'renderer/client/sockets.ts',
      'api/lane-names.ts',
      'renderer/client/lanes.ts',
    ]);
  });

  // Two dialogs are opened by a key from anywhere and typed into at once, so they are there.
  it.each(['renderer/main.tsx', 'renderer/app/Today.tsx', 'renderer/app/PeoplePane.tsx'])(
    '%s brings no contract, no form and no dialog of many people',
    (screen) => {
      expect(among(screen, /^api\/(?!lane-names|lanes|limits)/)).toEqual([]);
      expect(
        among(screen, /ShortcutSheet|(Edit|Meet|Tag|Export|Forget|Calendar)Dialogs?\.|Person(Form|Page)\./),
      ).toEqual([]);
      expect(among(screen, /@zxing|^jsqr|react-hook-form/)).toEqual([]);
    },
  );
});
