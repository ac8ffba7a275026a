// Invitations: the queue, the card with the verdict, mutual connections, the form.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export class InvitationsPage {
  readonly page: Page;
  readonly list: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('listbox', { name: 'Invitations' });
  }

  row(fn: string): Locator {
    return this.list.getByRole('option').filter({ hasText: fn });
  }

  async open(fn: string): Promise<InvitationPage> {
    await this.row(fn).click();
    return this.invitation(fn);
  }

  async invitation(fn: string): Promise<InvitationPage> {
    const page = new InvitationPage(this.page, fn);
    await expect(page.card).toBeVisible();
    return page;
  }

  /** Adds one by pasting what LinkedIn shows, the way a clipboard does. */
  async addPasted(text: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add an invitation' }).first().click();
    await this.page.getByLabel('Paste it here').fill(text);
    await this.page.getByRole('button', { name: 'Fill in the fields' }).click();
  }
}

export class InvitationPage {
  readonly page: Page;
  readonly pane: Locator;
  readonly card: Locator;
  readonly verdict: Locator;

  constructor(page: Page, fn: string) {
    this.page = page;
    this.pane = page.getByRole('article', { name: `Invitation from ${fn}` });
    this.card = this.pane.getByRole('region', { name: 'What the book says' });
    this.verdict = this.card.getByRole('heading', { level: 2 }).first();
  }

  evidence(stance: 'for' | 'against'): Locator {
    return this.card.getByRole('list', { name: `What speaks ${stance} it` });
  }

  openQuestions(): Locator {
    return this.card.getByRole('list', { name: 'What is open' });
  }

  mutual(fn: string): Locator {
    return this.pane.getByRole('listitem', { name: fn, exact: true });
  }

  /** Notes that a mutual connection was asked. */
  async markAsked(fn: string): Promise<void> {
    await this.mutual(fn)
      .getByRole('button', { name: /^Ask them/ })
      .click();
    await this.mutual(fn)
      .getByRole('button', { name: /^I asked them/ })
      .click();
  }

  async answer(fn: string, said: string): Promise<void> {
    await this.mutual(fn)
      .getByRole('button', { name: /^Their answer/ })
      .click();
    await this.mutual(fn).getByRole('button', { name: said }).click();
  }

  past(): Locator {
    return this.pane
      .locator('section')
      .filter({ has: this.page.getByRole('heading', { name: 'What you decided' }) });
  }
}
