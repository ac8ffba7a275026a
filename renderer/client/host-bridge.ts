// What the Electron preload puts on the window; in a browser tab there is no such thing.

export interface HostBridge {
  readonly kind: 'electron';
  /** `process.platform` of the host: `darwin`, `win32`, `linux`. */
  readonly platform: string;
  /** Calls back with an action's id when its native menu item is chosen; returns the way to stop. */
  readonly onCommand: (listener: (id: string) => void) => () => void;
  /** Calls back with files opened with the app ("Open with", the command line); returns the way to stop. */
  readonly onFiles: (listener: (files: readonly OpenedFile[]) => void) => () => void;
}

export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

declare global {
  interface Window {
    readonly acquaint?: HostBridge;
  }
}

/** The native host around this page, if there is one. */
export const hostBridge = (): HostBridge | undefined => globalThis.window?.acquaint;

/** Whether shortcuts use ⌘ instead of Ctrl. */
export const isApple = (): boolean =>
  hostBridge()?.platform === 'darwin' || /^(Mac|iPhone|iPad)/.test(globalThis.navigator?.platform ?? '');
