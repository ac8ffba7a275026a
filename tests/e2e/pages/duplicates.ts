// The review of possible duplicates: the list of groups, the open group side by side.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export type TierName = 'Surely' | 'Probably' | 'Possibly' | 'Second profiles';

export class DuplicatesPage {
  readonly page: Page;
  readonly list: Locator;
  readonly main: Locator;
  /** What the list of people says about it. */
  readonly badge: Locator;
  readonly table: Locator;
  readonly nobody: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('listbox', { name: 'Cards that may be one person' });
    this.main = page.getByRole('main');
    this.badge = page.getByRole('button', { name: /may be in the book twice$/ });
    this.table = page.getByRole('table', { name: 'Side by side' });
    this.nobody = page.getByText('Nobody seems to be in your book twice.');
  }

  title(names: string): Locator {
    return this.main.getByRole('heading', { level: 1, name: names, exact: true });
  }

  tab(name: TierName): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  async expectCount(name: TierName, count: number): Promise<void> {
    await expect(this.tab(name)).toHaveText(`${name}${count}`);
  }

  /** The comparison has ended: groups, or the sentence that there are none. */
  async expectCompared(): Promise<void> {
    await expect(this.tab('Surely').or(this.nobody)).toBeVisible({ timeout: 20_000 });
  }

  /** Whose values stand in a row. */
  radio(term: string, value: string, fn: string): Locator {
    return this.table.getByRole('radio', { name: `${term}: ${value}, ${fn}` });
  }

  reason(words: string): Locator {
    return this.page.getByRole('list', { name: 'What speaks for one person' }).getByText(words);
  }
}
