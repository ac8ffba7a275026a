// The trash, forgetting somebody, and everything held about them.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export class TrashPage {
  readonly page: Page;
  readonly list: Locator;
  readonly bringBack: Locator;
  readonly forgetting: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('listbox', { name: 'Trash' });
    this.bringBack = page.getByRole('button', { name: 'Bring back', exact: true });
    this.forgetting = page.getByRole('dialog', { name: /^Forget / });
  }

  row(fn: string): Locator {
    return this.list.getByRole('option').filter({ hasText: fn });
  }

  /** Types the name into the open dialog and waits for its last word. */
  async confirmForgetting(fn: string): Promise<Locator> {
    const field = this.forgetting.getByRole('textbox', { name: `Type “${fn}” to confirm` });
    await field.focus();
    await this.page.keyboard.type(fn);
    await this.page.keyboard.press('Enter');
    const last = this.page.getByRole('dialog', { name: 'Forgotten' });
    await expect(last.getByText('Nothing of them is left in this book')).toBeVisible({ timeout: 30_000 });
    return last;
  }
}
