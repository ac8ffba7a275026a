// Introductions: the board, the form, and the steps of the double opt-in.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { pick } from './events.ts';

export class IntroductionsPage {
  readonly page: Page;
  readonly list: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('listbox', { name: 'Introductions' });
  }

  row(a: string, b: string): Locator {
    return this.list.getByRole('option').filter({ hasText: `${a} and ${b}` });
  }

  async create(one: {
    a: string;
    b: string;
    purpose: string;
    benefitA: string;
    benefitB: string;
  }): Promise<IntroductionPage> {
    await this.begin('I introduce two people');
    return this.fillIn({ a: 'Whom you ask first', b: 'Whom you ask second' }, one);
  }

  /** Opens the form; which way it goes is chosen as with the arrow keys. */
  async begin(which: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Begin an introduction' }).first().click();
    await this.page.getByRole('radio', { name: which }).check({ force: true });
  }

  async fillIn(
    labels: { a: string; b: string },
    one: { a: string; b: string; purpose?: string; benefitA?: string; benefitB?: string },
  ): Promise<IntroductionPage> {
    await pick(this.page, this.page.getByRole('combobox', { name: labels.a }), one.a, one.a);
    await pick(this.page, this.page.getByRole('combobox', { name: labels.b }), one.b, one.b);
    await this.page.getByLabel('What it is about').fill(one.purpose ?? '');
    await this.page.getByLabel(`What is in it for ${one.a}`).fill(one.benefitA ?? '');
    await this.page.getByLabel(`What is in it for ${one.b}`).fill(one.benefitB ?? '');
    await this.page.getByRole('button', { name: 'Add', exact: true }).click();
    const page = new IntroductionPage(this.page, one.a, one.b);
    await expect(page.pane).toBeVisible();
    return page;
  }
}

export class IntroductionPage {
  readonly page: Page;
  readonly pane: Locator;

  constructor(page: Page, a: string, b: string) {
    this.page = page;
    this.pane = page.getByRole('article', { name: `${a} and ${b}` });
  }

  step(name: string): Locator {
    return this.pane.getByRole('button', { name, exact: true });
  }

  log(): Locator {
    return this.pane
      .locator('section')
      .filter({ has: this.page.getByRole('heading', { name: 'What happened' }) })
      .getByRole('listitem');
  }
}
