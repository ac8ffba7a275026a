// Names are blurred on every screen, in messages and dialogs; what is done goes on working; the sign leads back.
import type { Page } from '@playwright/test';
import { PEOPLE_ONE } from '#core/demo/people-one.ts';
import { PEOPLE_TWO } from '#core/demo/people-two.ts';
import { previewOf, CONNECTIONS, SCREENS } from '#scripts/pictures/screens.ts';
import { expect, test } from '../app.ts';

test.use({ start: 'demo' });

/** Words that are nobody's but somebody's: family names, companies, domains of the made-up network. */
const PRIVATE = [...PEOPLE_ONE, ...PEOPLE_TWO].flatMap(({ family, org, domain }) =>
  [family, org, domain].filter((word): word is string => word !== undefined && word.length > 2),
);

/** Where one of the words can be read: text, values, titles. Each with the element it stands in. */
const readable = (page: Page): Promise<string[]> =>
  page.evaluate((words) => {
    const has = (text: string) => words.find((word) => text.includes(word));
    const isBlurred = (element: Element | null): boolean => {
      for (let at = element; at !== null; at = at.parentElement)
        if (getComputedStyle(at).filter.includes('blur')) return true;
      return false;
    };
    const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    /** For readers aloud: a box of one pixel, however it is made. */
    const isSpokenOnly = (element: Element) => {
      if (element.closest('option') !== null) return true;
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const { width, height } = at.getBoundingClientRect();
        if (width <= 1 && height <= 1 && getComputedStyle(at).overflow === 'hidden') return true;
      }
      return false;
    };
    const found: string[] = [];
    const tell = (element: Element, text: string, what: string) => {
      const word = has(text);
      if (word === undefined || !isSeen(element) || isSpokenOnly(element)) return;
      found.push(`${what} of ${element.tagName.toLowerCase()}.${element.className}: ${text.slice(0, 60)}`);
    };
    const ownText = (element: Element) =>
      [...element.childNodes]
        .map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : ''))
        .join('');
    const wordsOf = (element: Element): (readonly [what: string, text: string])[] => {
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
        return [
          ['value', element.value],
          ['placeholder', element.placeholder],
        ];
      if (element instanceof HTMLSelectElement) return [['choice', element.selectedOptions[0]?.text ?? '']];
      return [['text', ownText(element)]];
    };
    for (const element of document.querySelectorAll('*')) {
      tell(element, element.getAttribute('title') ?? '', 'title');
      if (!isBlurred(element)) for (const [what, text] of wordsOf(element)) tell(element, text, what);
    }
    if (has(document.title) !== undefined) found.push(`document title: ${document.title}`);
    return found;
  }, PRIVATE);

test('no screen shows a name, and leaving shows them again', async ({ page }) => {
  test.setTimeout(240_000);
  await page.keyboard.press('ControlOrMeta+Shift+h');
  const sign = page.getByRole('button', { name: 'Show names again' });
  await expect(sign).toBeVisible();
  const leaks: Record<string, string[]> = {};
  const look = async (name: string) => {
    const found = await readable(page);
    if (found.length > 0) leaks[name] = [...new Set(found)];
  };
  for (const screen of SCREENS) {
    await page.keyboard.press('Escape');
    if (!(await screen.open(page))) continue;
    await page.waitForTimeout(150);
    await look(screen.name);
  }
  await page.keyboard.press('Escape');
  await previewOf('Connections.csv', CONNECTIONS)(page);
  await look('import');

  // The palette, with people in it.
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('ruiz');
  await expect(page.getByRole('option', { name: /Ruiz/ }).first()).toBeVisible();
  await look('palette with people');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: /Ruiz/ })).toBeVisible();
  await look('person by palette');
  await page.keyboard.press('ControlOrMeta+e');
  await expect(page.getByRole('textbox', { name: 'Family name' })).toBeVisible();
  await look('form of a person');
  await page.goBack();
  // Somebody met, as a message says.
  await page.keyboard.press('ControlOrMeta+Shift+m');
  await page.getByRole('dialog', { name: 'Met someone' }).getByLabel('What about').fill('Harbour Labs');
  await look('met');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Logged Ana Ruiz Calderón').first()).toBeVisible();
  await look('message');
  expect(leaks).toEqual({});

  await test.step('a reload does not show them', async () => {
    await page.reload();
    await expect(sign).toBeVisible();
  });
  await sign.press('Enter');
  await expect(sign).toHaveCount(0);
  expect((await readable(page)).length).toBeGreaterThan(0);
});
