// Imports: handing something over by choosing or dropping, the preview, the result.
import { Buffer } from 'node:buffer';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export interface Handed {
  readonly name: string;
  readonly content: string | Uint8Array;
}

export type TabName = 'New' | 'Changed' | 'Same' | 'Conflicts' | 'Unusable';

export class ImportsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Hands one file over by the file dialog's field. */
  async choose({ name, content }: Handed): Promise<void> {
    await this.page.locator('input[type=file]:not([webkitdirectory])').setInputFiles({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(content),
    });
  }

  async chooseFolder(path: string): Promise<void> {
    await this.page.locator('input[type=file][webkitdirectory]').setInputFiles(path);
  }

  /** Drops files on the window, wherever it is. */
  async drop(...files: readonly Handed[]): Promise<void> {
    const given = files.map(({ name, content }) => ({
      name,
      base64: Buffer.from(content).toString('base64'),
    }));
    await this.page.evaluate((dropped) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of dropped) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
        transfer.items.add(new File([bytes], name));
      }
      for (const type of ['dragenter', 'dragover', 'drop']) {
        const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer });
        document.body.dispatchEvent(event);
      }
    }, given);
  }

  /** The preview or result of the newest import of this file. */
  async batch(fileName: string): Promise<BatchPage> {
    const batch = new BatchPage(this.page, fileName);
    await expect(batch.pane).toBeVisible();
    return batch;
  }

  /** The sentence that says why something could not be read. */
  problem(title: string): Locator {
    return this.page.getByRole('alert').filter({ hasText: title });
  }
}

export class BatchPage {
  readonly page: Page;
  readonly pane: Locator;

  constructor(page: Page, fileName: string) {
    this.page = page;
    this.pane = page.getByRole('article', { name: `Import of ${fileName}` });
  }

  async expectCounts(counts: Readonly<Partial<Record<TabName, number>>>): Promise<void> {
    for (const [name, count] of Object.entries(counts)) {
      await expect(this.tab(name)).toHaveText(`${name}${count}`);
    }
  }

  tab(name: string): Locator {
    return this.pane.getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  async showTab(name: TabName): Promise<Locator> {
    await this.tab(name).click();
    return this.pane.getByRole('tabpanel');
  }

  async apply(): Promise<void> {
    await this.pane.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(this.pane.getByRole('heading', { name: 'Done' })).toBeVisible();
  }

  async undo(): Promise<void> {
    await this.pane.getByRole('button', { name: 'Undo this import' }).click();
    await expect(this.pane.getByText('Taken back. What it brought is out of your book')).toBeVisible();
  }
}
