// What happens between opening the window and the first screen: few files, few questions, and keys that find what they open.
import { expect, test } from '../app.ts';
import { PeoplePage } from '../pages/people.ts';

interface Seen {
  /** Scripts that had been asked for when the frame was there. */
  readonly scripts: readonly string[];
}

/** Notes in the page which scripts it has needed by the time its frame is there. */
const noteFrame = () => {
  const watch = new MutationObserver(() => {
    if (document.querySelector('nav') === null) return;
    watch.disconnect();
    const scripts = performance
      .getEntriesByType('resource')
      .map(({ name }) => name.replace(/^.*\//, '').replace(/-[\w-]{8}\.js$/, '.js'))
      .filter((name) => name.endsWith('.js'));
    Object.assign(globalThis, { seen: { scripts } });
  });
  watch.observe(document, { childList: true, subtree: true });
};

test.describe('the start', () => {
  test.use({ start: 'demo' });

  test('needs the door and the first screen, and no other file of the page', async ({ app }) => {
    const { page } = app;
    await page.addInitScript(noteFrame);
    await page.reload();
    await expect(page.getByRole('navigation')).toBeVisible();
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
    expect(seen.scripts.filter((name) => !name.startsWith('rolldown-runtime')).toSorted()).toEqual([
      'door.js',
      'first-screen.js',
    ]);
  });

  test('lets keys be pressed as soon as there is something to see', async ({ app }) => {
    const { page } = app;
    await page.reload();
    await expect(page.getByRole('navigation')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+2');
    await expect(new PeoplePage(page).list.getByRole('option').first()).toBeVisible();
    await page.reload();
    await expect(page.getByRole('navigation')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.type('Met');
    await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('Met');
  });

  test('finds people at once, although what finds them is made at leisure', async ({ app }) => {
    const { page } = app;
    await page.reload();
    await expect(page.getByRole('navigation')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+2');
    const people = new PeoplePage(page);
    const someone = await people.list.getByRole('option').first().locator('[dir="auto"]').first().innerText();
    const [word = ''] = someone.split(' ');
    await page.getByRole('searchbox').fill(word);
    await expect(people.list.getByRole('option').first()).toContainText(word);
  });
});
