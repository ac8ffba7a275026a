// The form of a person: its parts, and the buttons that add more of them.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export class PersonFormPage {
  readonly page: Page;
  readonly pane: Locator;

  constructor(page: Page, title: string) {
    this.page = page;
    this.pane = page.getByRole('article', { name: title });
  }

  /** A part of the form by its name. */
  part(name: string): Locator {
    return this.pane.getByRole('group', { name, exact: true });
  }

  field(label: string): Locator {
    return this.pane.getByLabel(label, { exact: true });
  }

  /** Opens a part of the form that is not there yet. */
  async add(name: string): Promise<void> {
    const [add, more] = [this.part('Add more'), this.pane.getByRole('button', { name: 'More…' })];
    if ((await more.count()) > 0) await more.click();
    await add.getByRole('button', { name, exact: true }).click();
  }

  async save(fn: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Enter');
    await expect(this.page.getByRole('heading', { level: 1, name: fn, exact: true })).toBeVisible();
  }
}
