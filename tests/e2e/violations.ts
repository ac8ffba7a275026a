// What makes a screen hard to use for somebody: found by axe, or by its width.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** What axe finds on the page as it is now: rule, and the elements. */
export async function violations(page: Page): Promise<string[]> {
  // The other mode opens a second page, which the desktop app refuses.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().withTags(TAGS).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 300)}`));
}

/** What has to be scrolled sideways to be read. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, main article, nav + div')]
      .filter((pane) => pane.scrollWidth > pane.clientWidth + 1)
      .map((pane) => pane.tagName),
  );
