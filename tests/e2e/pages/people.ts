// People: the list with its search, and one person's page.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export class PeoplePage {
  readonly page: Page;
  readonly list: Locator;
  readonly search: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('listbox', { name: 'People' });
    this.search = page.getByRole('searchbox', { name: 'Name, company, event, note…' });
  }

  row(fn: string): Locator {
    return this.list.getByRole('option').filter({ hasText: fn });
  }

  async expectTotal(count: number): Promise<void> {
    if (count === 0) await expect(this.page.getByText('Nobody here yet')).toBeVisible();
    else await expect(this.list.getByRole('option').first()).toHaveAttribute('aria-setsize', String(count));
  }

  async open(fn: string): Promise<PersonPage> {
    await this.row(fn).click();
    return this.person(fn);
  }

  async person(fn: string): Promise<PersonPage> {
    const person = new PersonPage(this.page, fn);
    await expect(person.heading).toBeVisible();
    return person;
  }
}

export class PersonPage {
  readonly page: Page;
  readonly pane: Locator;
  readonly heading: Locator;

  constructor(page: Page, fn: string) {
    this.page = page;
    this.pane = page.getByRole('article', { name: fn, exact: true });
    this.heading = this.pane.getByRole('heading', { level: 1, name: fn });
  }

  /** How we know each other: what stands under the name. */
  get how(): Locator {
    return this.pane.locator('header').filter({ has: this.page.getByRole('heading', { level: 1 }) });
  }

  /** A part of the page, by its heading. */
  section(title: string | RegExp): Locator {
    return this.pane
      .locator('section')
      .filter({ has: this.page.getByRole('heading', { level: 2, name: title }) });
  }

  async delete(): Promise<void> {
    await this.pane.getByRole('button', { name: 'More' }).click();
    await this.page.getByRole('menuitem', { name: 'Delete' }).click();
  }
}
