// What the desktop around the program would do. Nothing happens; tests replace a member to see it being called,
// the same way on true Electron: `evaluate(({ shell }) => { shell.openExternal = … })`.
import { EventEmitter } from 'node:events';
import { strict } from './strict.ts';

export const shell = strict('shell', {
  openExternal: async (_url: string) => undefined,
  showItemInFolder: (_path: string) => undefined,
});

export const dialog = strict('dialog', {
  showSaveDialog: async (..._words: unknown[]) => ({ canceled: true, filePath: '' }),
  showMessageBox: async (..._words: unknown[]) => ({ response: 0, checkboxChecked: false }),
});

export const screen = strict('screen', {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
});

export const nativeTheme = strict(
  'nativeTheme',
  Object.assign(new EventEmitter(), { shouldUseDarkColors: false }),
);

/** Tests say what the system would: `evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))`. */
export const powerMonitor = strict('powerMonitor', new EventEmitter());
