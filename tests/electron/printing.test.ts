// Sheets as PDF: only our own page, only where the owner says, one at a time.
import type { BrowserWindow, SaveDialogReturnValue } from 'electron';
import { describe, expect, it } from 'vitest';
import { printToFile } from '#electron/printing.ts';
import { pdfName } from '#electron/security/downloads.ts';

interface Scene {
  readonly url?: string;
  /** The page after the dialog, where it is another one by then. */
  readonly later?: string;
  readonly answer?: Promise<SaveDialogReturnValue>;
  readonly fails?: boolean;
}

function printing({ url = 'app://book/#/events/3/print', later = url, answer, fails = false }: Scene = {}) {
  const written: string[] = [];
  const faults: unknown[] = [];
  const asked: { defaultPath?: string }[] = [];
  const urls = [url, later];
  const shown = {
    isDestroyed: () => false,
    webContents: {
      getURL: () => urls.shift() ?? later,
      printToPDF: async () => {
        if (fails) throw new Error('no printer');
        return Buffer.from('%PDF');
      },
    },
  };
  const print = printToFile({
    window: () => shown as unknown as BrowserWindow, // all that printing uses of a window
    dialog: {
      showSaveDialog: async (...words: unknown[]) => {
        asked.push(words.at(-1) as { defaultPath?: string }); // the options come last
        return answer ?? { canceled: false, filePath: '/home/ada/Fair.pdf' };
      },
    },
    log: { write: () => undefined, fault: (error) => faults.push(error) },
    write: async (file, bytes) => {
      written.push(`${file} ${Buffer.from(bytes).toString()}`);
    },
  });
  return { print, written, faults, asked };
}

describe('a sheet', () => {
  it('is written where the owner says, under a name made of its title', async () => {
    const { print, written, asked } = printing();
    expect(await print('Map Fair: 12/13 May')).toBe('saved');
    expect(written).toEqual(['/home/ada/Fair.pdf %PDF']);
    expect(asked).toMatchObject([{ defaultPath: 'Map Fair 12 13 May.pdf' }]);
  });

  it.each(['https://example.org/', 'file:///etc/passwd', 'app://other/', 'about:blank'])(
    'is never made of %s',
    async (url) => {
      const before = printing({ url });
      expect(await before.print('x')).toBe('failed');
      expect(before.asked).toEqual([]);
      const meanwhile = printing({ later: url });
      expect(await meanwhile.print('x')).toBe('failed');
      expect([...before.written, ...meanwhile.written]).toEqual([]);
    },
  );

  it('is not written when the owner says no, or the printer fails', async () => {
    const no = printing({ answer: Promise.resolve({ canceled: true, filePath: '' }) });
    expect(await no.print('x')).toBe('cancelled');
    const broken = printing({ fails: true });
    expect(await broken.print('x')).toBe('failed');
    expect(broken.faults).toHaveLength(1);
    expect([...no.written, ...broken.written]).toEqual([]);
  });

  it('waits for no second dialog', async () => {
    const { promise, resolve } = Promise.withResolvers<SaveDialogReturnValue>();
    const { print, asked } = printing({ answer: promise });
    const first = print('one');
    expect(await print('two')).toBe('cancelled');
    resolve({ canceled: true, filePath: '' });
    expect(await first).toBe('cancelled');
    expect(asked).toHaveLength(1);
    expect(await print('three')).toBe('cancelled');
    expect(asked).toHaveLength(2);
  });
});

describe('its name', () => {
  it.each([
    ['', 'Acquaint.pdf'],
    ['...', 'Acquaint.pdf'],
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['con', '_con.pdf'],
    ['fdp.exe\u202e', 'fdp.exe.pdf'],
    ['x'.repeat(300), `${'x'.repeat(80)}.pdf`],
  ])('%j is %j', (title, name) => {
    expect(pdfName(title)).toBe(name);
  });
});
