// Events: the list, the form, the page with its log, and "Met someone".
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export interface Meeting {
  readonly who: string;
  /** Take the offer to add the name as a new person. */
  readonly isNew?: boolean;
  readonly note?: string;
  readonly introducedBy?: string;
}

/** An offer that begins with these words: the one to add a new person only contains them. */
const beginning = (words: string) =>
  new RegExp(`^${words.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)}`);

/** Types into a combobox and takes one of its offers. */
export async function pick(page: Page, field: Locator, typed: string, offer: string | RegExp): Promise<void> {
  await field.fill(typed);
  await page
    .getByRole('option', { name: typeof offer === 'string' ? beginning(offer) : offer })
    .first()
    .click();
}

export class EventsPage {
  readonly page: Page;
  readonly list: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('listbox', { name: 'Events' });
  }

  row(summary: string): Locator {
    return this.list.getByRole('option').filter({ hasText: summary });
  }

  async create(event: { summary: string; location: string; from: string; to?: string }): Promise<EventPage> {
    await this.page.getByRole('button', { name: 'Add an event' }).first().click();
    await this.page.getByLabel('Name', { exact: true }).fill(event.summary);
    await this.page.getByLabel('Place', { exact: true }).fill(event.location);
    await this.page.getByLabel('From', { exact: true }).fill(event.from);
    if (event.to !== undefined) await this.page.getByLabel('To', { exact: true }).fill(event.to);
    await this.page.getByRole('button', { name: 'Save' }).click();
    return this.event(event.summary);
  }

  async event(summary: string): Promise<EventPage> {
    const event = new EventPage(this.page, summary);
    await expect(event.heading).toBeVisible();
    return event;
  }
}

export class EventPage {
  readonly page: Page;
  readonly pane: Locator;
  readonly heading: Locator;

  constructor(page: Page, summary: string) {
    this.page = page;
    this.pane = page.getByRole('article', { name: summary, exact: true });
    this.heading = this.pane.getByRole('heading', { level: 1, name: summary });
  }

  get who(): Locator {
    return this.pane.getByRole('combobox', { name: 'Whom' });
  }

  /** Logs somebody met here, by pointer. */
  async log({ who, isNew = false, note = '', introducedBy }: Meeting): Promise<void> {
    await pick(this.page, this.who, who, isNew ? `Add “${who}” as a new person` : who);
    if (introducedBy !== undefined) {
      const field = this.pane.getByRole('combobox', { name: 'Introduced by' });
      await pick(this.page, field, introducedBy, introducedBy);
    }
    await this.pane.getByLabel('What about').fill(note);
    await this.pane.getByRole('button', { name: 'Save and next' }).click();
    await expect(this.met(who)).toBeVisible();
  }

  /** The line of somebody met here. */
  met(fn: string): Locator {
    return this.pane
      .locator('section')
      .filter({ has: this.page.getByRole('heading', { name: 'Met there' }) })
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('button', { name: `Remove the meeting with ${fn}` }) });
  }

  async delete(): Promise<void> {
    await this.pane.getByRole('button', { name: 'More' }).click();
    await this.page.getByRole('menuitem', { name: 'Delete' }).click();
  }
}
