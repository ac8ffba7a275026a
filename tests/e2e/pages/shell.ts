// The frame around every screen: the sidebar, the toasts, the palette, undo.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export type SectionName =
  | 'Today'
  | 'People'
  | 'Events'
  | 'Invitations'
  | 'Network'
  | 'Introductions'
  | 'Imports'
  | 'Settings';

export class Shell {
  readonly page: Page;
  readonly sidebar: Locator;
  readonly palette: Locator;
  readonly shortcutSheet: Locator;

  constructor(page: Page) {
    this.page = page;
    this.sidebar = page.getByRole('navigation', { name: 'Sections' });
    this.palette = page.getByRole('dialog', { name: 'Find anything or do something' });
    this.shortcutSheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  }

  link(section: SectionName): Locator {
    return this.sidebar.getByRole('link', { name: new RegExp(`^${section}(, \\d+)?$`) });
  }

  async go(section: SectionName): Promise<void> {
    await this.link(section).click();
    await expect(this.link(section)).toHaveAttribute('aria-current', 'page');
  }

  /** The number beside a section; 0 when there is none. */
  async expectCount(section: SectionName, count: number): Promise<void> {
    await expect(this.link(section)).toHaveAccessibleName(count === 0 ? section : `${section}, ${count}`);
  }

  toast(text: string | RegExp): Locator {
    return this.page.getByRole('listitem').filter({ hasText: text });
  }

  /** Says it was done, and takes it back by the toast's own button. */
  async undoByToast(text: string | RegExp): Promise<void> {
    await this.toast(text).last().getByRole('button', { name: 'Undo' }).click();
    await expect(this.toast(/^Taken back/).last()).toBeVisible();
  }

  /** Takes the newest deed back by key. */
  async undoByKey(what: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+z');
    await expect(this.toast(`Taken back: ${what}`).last()).toBeVisible();
  }

  /** Closes every toast, so that what lies under them can be pressed and pictured. */
  async clearToasts(): Promise<void> {
    const close = this.page
      .getByRole('region', { name: /Notifications/ })
      .getByRole('button', { name: 'Close' });
    while ((await close.count()) > 0) await close.first().click();
  }
}
