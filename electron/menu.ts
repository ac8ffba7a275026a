// The native menu: every action of the page, by its id. What an action does is the page's business.
import type { MenuItemConstructorOptions } from 'electron';

/** A menu item that tells the page an id. */
interface Command {
  readonly id: string;
  readonly label: string;
  readonly accelerator?: string;
}

const FILE: readonly Command[] = [
  { id: 'person.new', label: 'New Person…', accelerator: 'CmdOrCtrl+N' },
  { id: 'event.new', label: 'New Event…', accelerator: 'CmdOrCtrl+Shift+N' },
  { id: 'met-someone', label: 'Met Someone…', accelerator: 'CmdOrCtrl+Shift+M' },
];
const IMPORT: Command = { id: 'import.choose', label: 'Import…', accelerator: 'CmdOrCtrl+O' };
const UNDO: readonly Command[] = [
  { id: 'undo', label: 'Undo', accelerator: 'CmdOrCtrl+Z' },
  { id: 'redo', label: 'Redo', accelerator: 'CmdOrCtrl+Shift+Z' },
];
const FIND: readonly Command[] = [
  { id: 'find', label: 'Find in List', accelerator: 'CmdOrCtrl+F' },
  { id: 'palette', label: 'Find Anything…', accelerator: 'CmdOrCtrl+K' },
];
const SECTIONS: readonly Command[] = [
  ['today', 'Today'],
  ['people', 'People'],
  ['events', 'Events'],
  ['invitations', 'Invitations'],
  ['network', 'Network'],
  ['introductions', 'Introductions'],
  ['imports', 'Imports'],
].map(([section = '', label = ''], index) => ({
  id: `go.${section}`,
  label,
  accelerator: `CmdOrCtrl+${index + 1}`,
}));
const SETTINGS: Command = { id: 'go.settings', label: 'Settings…', accelerator: 'CmdOrCtrl+,' };
const SHORTCUTS: Command = { id: 'shortcuts', label: 'Keyboard Shortcuts', accelerator: 'CmdOrCtrl+/' };

/** Every id the menu can tell the page. */
export const COMMAND_IDS: readonly string[] = [
  ...FILE,
  IMPORT,
  ...UNDO,
  ...FIND,
  ...SECTIONS,
  SETTINGS,
  SHORTCUTS,
].map(({ id }) => id);

export interface MenuOptions {
  /** `process.platform`. */
  readonly platform: string;
  readonly appName: string;
  readonly tell: (id: string) => void;
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/** The whole menu bar. On macOS the app's own menu comes first and holds settings, about and quit. */
export function menuTemplate({ platform, appName, tell }: MenuOptions): MenuItemConstructorOptions[] {
  const item = ({ id, label, accelerator }: Command): MenuItemConstructorOptions => ({
    id,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => tell(id),
  });
  const isMac = platform === 'darwin';
  const appMenu: MenuItemConstructorOptions = {
    label: appName,
    submenu: [
      { role: 'about' },
      SEPARATOR,
      item(SETTINGS),
      SEPARATOR,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      SEPARATOR,
      { role: 'quit' },
    ],
  };
  const file: MenuItemConstructorOptions = {
    label: '&File',
    submenu: [
      ...FILE.map(item),
      SEPARATOR,
      item(IMPORT),
      SEPARATOR,
      ...(isMac ? [{ role: 'close' as const }] : [item(SETTINGS), SEPARATOR, { role: 'quit' as const }]),
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: '&Edit',
    submenu: [
      ...UNDO.map(item),
      SEPARATOR,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
      SEPARATOR,
      ...FIND.map(item),
    ],
  };
  const help: MenuItemConstructorOptions = {
    role: 'help',
    submenu: [item(SHORTCUTS), ...(isMac ? [] : [SEPARATOR, { role: 'about' as const }])],
  };
  return [...(isMac ? [appMenu] : []), file, edit, viewMenu(item), windowMenu(isMac), help];
}

function viewMenu(item: (command: Command) => MenuItemConstructorOptions): MenuItemConstructorOptions {
  return {
    label: '&View',
    submenu: [
      ...SECTIONS.map(item),
      SEPARATOR,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      SEPARATOR,
      { role: 'togglefullscreen' },
    ],
  };
}

function windowMenu(isMac: boolean): MenuItemConstructorOptions {
  return {
    label: '&Window',
    submenu: [
      { role: 'minimize' },
      ...(isMac ? [{ role: 'zoom' as const }, { role: 'front' as const }] : []),
    ],
  };
}
