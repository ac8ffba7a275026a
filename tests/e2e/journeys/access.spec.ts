// Every screen for everybody: WCAG 2.1 AA in both themes, narrow windows, zoom, no motion where none is wanted.
import type { Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import { archive, ARCHIVE_NAME } from '../archive.ts';
import { ImportsPage } from '../pages/imports.ts';
import { Shell } from '../pages/shell.ts';
import type { SectionName } from '../pages/shell.ts';
import { tooWide, violations } from '../violations.ts';

interface Place {
  readonly what: string;
  readonly open: (page: Page, shell: Shell) => Promise<void>;
}

const firstOf =
  (section: SectionName) =>
  async (page: Page, shell: Shell): Promise<void> => {
    await shell.go(section);
    await page.getByRole('main').or(page.getByRole('listbox')).first().waitFor();
    await page.getByRole('listbox').first().getByRole('option').first().click();
    await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
  };

const visit =
  (section: SectionName, shown: string) =>
  async (page: Page, shell: Shell): Promise<void> => {
    await shell.go(section);
    await expect(page.getByRole('main').getByText(shown).first()).toBeVisible();
  };

const at =
  (hash: string, heading: string) =>
  async (page: Page): Promise<void> => {
    await page.evaluate((to) => {
      window.location.hash = to;
    }, hash);
    await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible();
  };

const keys =
  (pressed: string, dialog: string) =>
  async (page: Page): Promise<void> => {
    await page.keyboard.press(pressed);
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
  };

const SCREENS: readonly Place[] = [
  { what: 'Today', open: visit('Today', 'What needs you') },
  { what: 'a person', open: firstOf('People') },
  { what: 'possible duplicates', open: at('#/people/duplicates', 'Twice in the book?') },
  { what: 'the trash', open: at('#/people/trash', 'Trash') },
  { what: 'what is held', open: at('#/people/5/held', 'Everything held about') },
  { what: 'a new person', open: at('#/people/new', 'Add a person') },
  { what: 'a series', open: firstOf('Events') },
  { what: 'an event', open: at('#/events/7', 'DevConf') },
  { what: 'after an event', open: at('#/events/7/follow-up', 'After DevConf') },
  { what: 'a sheet', open: at('#/events/7/print', 'DevConf') },
  { what: 'a sheet of people', open: at('#/people/print?q=devconf', 'devconf') },
  { what: 'a new event', open: at('#/events/new', 'Add an event') },
  { what: 'an invitation', open: firstOf('Invitations') },
  { what: 'my rules', open: at('#/invitations/rules', 'My rules') },
  { what: 'names on a list', open: at('#/invitations/audit', 'Names on a list') },
  { what: 'a new invitation', open: at('#/invitations/new', 'Add an invitation') },
  { what: 'Network', open: visit('Network', 'Whom would you like to reach?') },
  { what: 'the board', open: visit('Introductions', 'Second asked') },
  { what: 'an introduction', open: firstOf('Introductions') },
  { what: 'a new introduction', open: at('#/introductions/new', 'Begin an introduction') },
  { what: 'Imports', open: visit('Imports', 'Bring in people you know') },
  {
    what: 'a preview',
    open: async (page) => {
      const imports = new ImportsPage(page);
      await imports.drop({ name: ARCHIVE_NAME, content: archive() });
      await imports.batch(ARCHIVE_NAME);
    },
  },
  { what: 'Settings', open: visit('Settings', 'Appearance') },
];

const DIALOGS: readonly Place[] = [
  { what: 'the palette', open: keys('ControlOrMeta+k', 'Find anything or do something') },
  { what: 'the shortcuts', open: keys('?', 'Keyboard shortcuts') },
  { what: 'Met someone', open: keys('ControlOrMeta+Shift+m', 'Met someone') },
];

test.describe('with the made-up network', () => {
  test.use({ start: 'demo' });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`every screen and dialog meets WCAG 2.1 AA in the ${colorScheme} theme`, async ({ page }) => {
      test.slow();
      const shell = new Shell(page);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const found: string[] = [];
      for (const { what, open } of SCREENS) {
        await open(page, shell);
        found.push(...(await violations(page)).map((text) => `${what}: ${text}`));
      }
      for (const { what, open } of DIALOGS) {
        await open(page, shell);
        found.push(...(await violations(page)).map((text) => `${what}: ${text}`));
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
      expect(found).toEqual([]);
    });
  }

  test('no screen scrolls sideways in a narrow window or at 200 % zoom', async ({ page }) => {
    const shell = new Shell(page);
    const wide: string[] = [];
    for (const { what, open } of SCREENS) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await open(page, shell);
      // 640 × 400 is 1280 × 800 at 200 %.
      for (const [width, height] of [
        [1280, 800],
        [900, 700],
        [640, 400],
        [480, 800],
      ] as const) {
        await page.setViewportSize({ width, height });
        wide.push(...(await tooWide(page)).map((pane) => `${what} at ${width}: ${pane}`));
      }
    }
    expect(wide).toEqual([]);
  });

  test('in a narrow window list and detail take turns, with a way back', async ({ page }) => {
    const shell = new Shell(page);
    await page.setViewportSize({ width: 480, height: 800 });
    await shell.go('People');
    const list = page.getByRole('listbox', { name: 'People' });
    await list.getByRole('option').first().click();
    await expect(list).toBeHidden();
    await page.getByRole('main').getByRole('button', { name: 'People' }).click();
    await expect(list).toBeVisible();
  });
});

test('nothing moves where less motion is wanted', async ({ page }) => {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration ?? 0) > 20)
      .map(({ effect }) => (effect instanceof KeyframeEffect ? effect.target?.className : '')),
  );
  expect(moving).toEqual([]);
  const slow = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .map((element) => getComputedStyle(element))
      .flatMap(({ transitionDuration, animationDuration }) => [transitionDuration, animationDuration])
      .flatMap((durations) => durations.split(',').map((text) => Number.parseFloat(text)))
      .filter((seconds) => seconds > 0.02),
  );
  expect(slow).toEqual([]);
});
