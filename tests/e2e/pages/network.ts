// Network: "Who can introduce me to …?", and the letters that follow from it anywhere.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { pick } from './events.ts';

export class NetworkPage {
  readonly page: Page;
  readonly field: Locator;
  readonly ways: Locator;

  constructor(page: Page) {
    this.page = page;
    this.field = page.getByRole('combobox', { name: 'A person or an organisation' });
    this.ways = page.getByRole('region', { name: /^Ways to / });
  }

  async ask(typed: string, offer: string | RegExp): Promise<void> {
    await pick(this.page, this.field, typed, offer);
    await expect(this.ways).toBeVisible();
  }

  way(sentence: string | RegExp): Locator {
    return this.ways.getByRole('article', { name: sentence });
  }
}

/** A letter the book has drafted, wherever it stands. */
export class Letter {
  readonly page: Page;
  readonly region: Locator;
  readonly body: Locator;
  readonly subject: Locator;

  constructor(page: Page, title: string, within: Page | Locator = page) {
    this.page = page;
    this.region = within.getByRole('region', { name: title });
    this.body = this.region.getByLabel('Letter', { exact: true });
    this.subject = this.region.getByLabel('Subject');
  }

  button(name: 'Copy' | 'Open in mail program' | 'Save as .eml'): Locator {
    return this.region.getByRole('button', { name });
  }
}
