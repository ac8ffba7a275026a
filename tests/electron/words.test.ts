// The words of the desktop host: all in its catalogue, all used, and the same as the page's where both name a thing.
// @vitest-environment happy-dom
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { errors } from '#api/errors.ts';
import { COMMAND_IDS, menuTemplate } from '#electron/menu.ts';
import en from '#electron/strings/en.json';
import { language, say } from '#electron/strings/words.ts';
import type { Key } from '#electron/strings/words.ts';
import { WAYS_OUT } from '#electron/trouble.ts';
import { actions } from '#renderer/app/actions.ts';
import { i18n } from '#renderer/strings/i18n.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const sources = readdirSync(join(PROJECT, 'electron'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({
    name,
    // Comments are for us.
    text: readFileSync(join(PROJECT, 'electron', name), 'utf8')
      .replaceAll(/\/\*[^]*?\*\//g, '')
      .replaceAll(/(?<=^|\s)\/\/.*$/gm, ''),
  }));

interface Tree {
  readonly [name: string]: string | Tree;
}
const paths = (tree: Tree, before = ''): string[] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${before}${name}`] : paths(value, `${before}${name}.`),
  );
const PLURAL = /_(?:zero|one|two|few|many|other)$/;
const keys = [...new Set(paths(en).map((key) => key.replace(PLURAL, '')))];

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
const menuOf = (platform: string) =>
  flat(menuTemplate({ platform, appName: 'Acquaint', tell: () => undefined }));
const everyMenu = ['darwin', 'win32', 'linux'].flatMap(menuOf);

/** Keys made of a fixed beginning and one of a closed list. */
const families = [
  ...COMMAND_IDS.map((id) => `actions.${id}`),
  // The help menu's own label is asked for by its key.
  ...everyMenu.flatMap(({ role }) => (role === undefined || role === 'help' ? [] : [`roles.${role}`])),
  ...WAYS_OUT.map((way) => `trouble.ways.${way}`),
  ...errors.BOOK_UNAVAILABLE.data.shape.why.options.flatMap((why) => [
    `trouble.why.${why}.title`,
    `trouble.why.${why}.body`,
  ]),
];

describe('the catalogue', () => {
  it('has exactly the sentences that are asked for', () => {
    const asked = sources.flatMap(({ text }) =>
      [...text.matchAll(/\bsay\(\s*'([^']+)'/g)].map(([, key]) => key ?? ''),
    );
    expect([...new Set([...asked, ...families])].toSorted()).toEqual(keys.toSorted());
  });

  it('is asked for whole families only where the list above knows them', () => {
    const made = sources.flatMap(({ text }) =>
      [...text.matchAll(/\bsay\(\s*`([^`]+)`/g)].map(([, key]) => key ?? ''),
    );
    expect([...new Set(made)].toSorted()).toEqual(
      [
        'actions.${id}',
        'roles.${name}',
        'trouble.ways.${way}',
        'trouble.why.${why}.body',
        'trouble.why.${why}.title',
      ].toSorted(),
    );
  });

  it('has a sentence for each, with nothing left to fill in', () => {
    const values = { name: 'Acquaint', site: 'example.org', title: 'A title', count: 2 };
    // The very keys of the catalogue.
    for (const key of keys as Key[]) {
      expect(say(key, values)).not.toBe(key);
      expect(say(key, values)).toMatch(/^[^{}]{2,}$/);
    }
    expect(say('couldNotOpen.title', { count: 1 })).toBe('This file could not be opened');
    expect(say('couldNotOpen.title', { count: 3 })).toBe('3 files could not be opened');
  });

  it('shows what it is given as it is: an address is no instruction', () => {
    expect(say('link.remember', { site: '$t(link.open) {{name}} <b>&' })).toContain(
      '$t(link.open) {{name}} <b>&',
    );
    expect(language()).toEqual({ tag: 'en', direction: 'ltr' });
  });

  it('is the only place with words in it', () => {
    const found = sources.flatMap(({ name, text }) =>
      [
        // A sentence, or a capitalised word given to something that shows it.
        ...text.matchAll(/(['"`])[A-Z][a-z]+[ ,.…!?](?:(?!\1).)*\1/g),
        ...text.matchAll(/\b(?:label|message|detail|title|checkboxLabel|credits|copyright): *['"`].*/g),
        ...text.matchAll(/\bbuttons: *\[ *['"`].*/g),
      ].map(([literal]) => `${name}: ${literal}`),
    );
    expect(found).toEqual([]);
  });
});

describe('the menu', () => {
  const menu = menuOf('linux');
  const itemOf = (id: string) => menu.find((item) => item.id === id);

  it('has every action of the page, and no other', () => {
    expect(COMMAND_IDS.toSorted()).toEqual(actions.map(({ id }) => id).toSorted());
  });

  it.each(actions.map((action) => [action.id, action] as const))(
    'calls %s what the page calls it',
    (id, action) => {
      const isSection = id.startsWith('go.');
      const section = id.slice('go.'.length);
      expect(itemOf(id)?.label).toBe(
        isSection ? i18n.getResource('en', 'app', `sections.${section}`) : action.label(),
      );
    },
  );

  it.each(
    actions.flatMap(({ id, shortcut }) => (shortcut?.startsWith('Mod+') === true ? [[id, shortcut]] : [])),
  )('has the keys of the page for %s: %s', (id, shortcut = '') => {
    expect(itemOf(id ?? '')?.accelerator).toBe(shortcut.replace('Mod', 'CmdOrCtrl'));
  });

  it('has words for everything it shows', () => {
    for (const { type, label } of everyMenu) {
      if (type !== 'separator') expect(label).toMatch(/^&?[A-Z]/);
    }
  });

  it('shares no access key between two menus', () => {
    const labels = menuTemplate({ platform: 'linux', appName: 'Acquaint', tell: () => undefined });
    const accessKeys = labels.map(({ label = '' }) => /&(.)/.exec(label)?.[1]?.toLowerCase());
    expect(new Set(accessKeys).size).toBe(labels.length);
  });
});

describe('words that the page has too', () => {
  it.each([
    ['trouble.ways.try-again', 'app', 'trouble.again'],
    ['save.title', 'exports', 'save'],
    ['roles.copy', 'drafts', 'copy'],
    ['actions.undo', 'app', 'undo.undo'],
    ['actions.redo', 'app', 'undo.redo'],
  ] as const)('%s reads like %s:%s', (key, namespace, theirs) => {
    expect(say(key)).toBe(i18n.getResource('en', namespace, theirs));
  });
});
