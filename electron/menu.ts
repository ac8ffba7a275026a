// The native menu: every action of the page, by its id. What an action does is the page's business.
import type { MenuItemConstructorOptions } from 'electron';
import { say } from './strings/words.ts';
import type { CommandId } from './strings/words.ts';

/** A menu item that tells the page an id. Its label is the page's own for that action. */
interface Command {
  readonly id: CommandId;
  readonly accelerator?: string;
}

const NEW: readonly Command[] = [
  { id: 'person.new', accelerator: 'CmdOrCtrl+N' },
  { id: 'event.new', accelerator: 'CmdOrCtrl+Shift+N' },
  { id: 'invitation.new' },
  { id: 'introduction.new' },
  { id: 'met-someone', accelerator: 'CmdOrCtrl+Shift+M' },
];
const EXPORT: readonly Command[] = [{ id: 'export.people' }, { id: 'export.events' }];
const IMPORT: Command = { id: 'import.choose', accelerator: 'CmdOrCtrl+O' };
const PRINT: Command = { id: 'print', accelerator: 'CmdOrCtrl+P' };
const UNDO: readonly Command[] = [
  { id: 'undo', accelerator: 'CmdOrCtrl+Z' },
  { id: 'redo', accelerator: 'CmdOrCtrl+Shift+Z' },
];
const CHANGE: Command = { id: 'person.edit', accelerator: 'CmdOrCtrl+E' };
const REVIEW: Command = { id: 'duplicates.review' };
const SELECTED: readonly Command[] = [
  { id: 'people.tag' },
  { id: 'people.untag' },
  { id: 'people.meet' },
  { id: 'people.edit' },
  { id: 'people.copyCards' },
  { id: 'people.copyAddresses' },
];
const TAGS: Command = { id: 'tags.open' };
const ABOUT_PERSON: readonly Command[] = [{ id: 'person.held' }, { id: 'person.forget' }];
const TRASH: Command = { id: 'trash.open' };
const FIND: readonly Command[] = [
  { id: 'find', accelerator: 'CmdOrCtrl+F' },
  { id: 'palette', accelerator: 'CmdOrCtrl+K' },
];
const LOOKS: readonly Command[] = [
  { id: 'sidebar', accelerator: 'CmdOrCtrl+B' },
  { id: 'density' },
  { id: 'theme' },
];
const PRIVACY: readonly Command[] = [
  { id: 'presentation', accelerator: 'CmdOrCtrl+Shift+H' },
  { id: 'lock', accelerator: 'CmdOrCtrl+Shift+L' },
];
const SECTIONS: readonly Command[] = (
  [
    'go.today',
    'go.people',
    'go.events',
    'go.invitations',
    'go.network',
    'go.introductions',
    'go.imports',
  ] as const
).map((id, index) => ({ id, accelerator: `CmdOrCtrl+${index + 1}` }));
const INVITATIONS: readonly Command[] = [{ id: 'invitation.rules' }, { id: 'invitation.audit' }];
const SETTINGS: Command = { id: 'go.settings', accelerator: 'CmdOrCtrl+,' };
const SHORTCUTS: Command = { id: 'shortcuts', accelerator: 'CmdOrCtrl+/' };

/** Every id the menu can tell the page. */
export const COMMAND_IDS: readonly CommandId[] = [
  ...NEW,
  IMPORT,
  ...EXPORT,
  PRINT,
  ...UNDO,
  CHANGE,
  ...SELECTED,
  TAGS,
  REVIEW,
  ...ABOUT_PERSON,
  TRASH,
  ...FIND,
  ...LOOKS,
  ...PRIVACY,
  ...SECTIONS,
  ...INVITATIONS,
  SETTINGS,
  SHORTCUTS,
].map(({ id }) => id);

/** What the system does for us; Electron knows how, the words are ours. */
type Role =
  | 'about'
  | 'hide'
  | 'hideOthers'
  | 'unhide'
  | 'quit'
  | 'close'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'resetZoom'
  | 'zoomIn'
  | 'zoomOut'
  | 'togglefullscreen'
  | 'minimize'
  | 'zoom'
  | 'front';

export interface MenuOptions {
  /** `process.platform`. */
  readonly platform: string;
  readonly appName: string;
  readonly tell: (id: string) => void;
}

type Items = MenuItemConstructorOptions[];

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/** The whole menu bar. On macOS the app's own menu comes first and holds settings, about and quit. */
export function menuTemplate({ platform, appName, tell }: MenuOptions): Items {
  const item = ({ id, accelerator }: Command): MenuItemConstructorOptions => ({
    id,
    label: say(`actions.${id}`),
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => tell(id),
  });
  const role = (name: Role): MenuItemConstructorOptions => ({
    role: name,
    label: say(`roles.${name}`, { name: appName }),
  });
  const isMac = platform === 'darwin';
  const app: Items = [
    role('about'),
    SEPARATOR,
    item(SETTINGS),
    SEPARATOR,
    ...(['hide', 'hideOthers', 'unhide'] as const).map(role),
    SEPARATOR,
    role('quit'),
  ];
  const file: Items = [
    ...NEW.map(item),
    SEPARATOR,
    item(IMPORT),
    ...EXPORT.map(item),
    item(PRINT),
    SEPARATOR,
    ...(isMac ? [role('close')] : [item(SETTINGS), SEPARATOR, role('quit')]),
  ];
  const edit: Items = [
    ...UNDO.map(item),
    SEPARATOR,
    ...(['cut', 'copy', 'paste', 'selectAll'] as const).map(role),
    SEPARATOR,
    ...[CHANGE, ...SELECTED, TAGS, REVIEW, ...ABOUT_PERSON, TRASH].map(item),
    SEPARATOR,
    ...FIND.map(item),
  ];
  const view: Items = [
    ...LOOKS.map(item),
    SEPARATOR,
    ...PRIVACY.map(item),
    SEPARATOR,
    ...(['resetZoom', 'zoomIn', 'zoomOut'] as const).map(role),
    SEPARATOR,
    role('togglefullscreen'),
  ];
  const window: Items = [role('minimize'), ...(isMac ? [role('zoom'), role('front')] : [])];
  const help: Items = [item(SHORTCUTS), ...(isMac ? [] : [SEPARATOR, role('about')])];
  return [
    ...(isMac ? [{ label: appName, submenu: app }] : []),
    { label: say('menu.file'), submenu: file },
    { label: say('menu.edit'), submenu: edit },
    { label: say('menu.view'), submenu: view },
    { label: say('menu.go'), submenu: [...SECTIONS.map(item), SEPARATOR, ...INVITATIONS.map(item)] },
    { label: say('menu.window'), submenu: window },
    { role: 'help', label: say('menu.help'), submenu: help },
  ];
}
