// Every word the program itself shows: one JSON catalogue per language, part of the bundle, read by typed keys.
import { createInstance } from 'i18next';
import en from './en.json';

/** A key as it is asked for: i18next adds the plural form (`_one`) itself. */
type Asked<Name extends string> =
  Name extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : Name;

/** The paths of all sentences of a catalogue: `link.open`. */
type Paths<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends string ? Asked<Name> : `${Name}.${Paths<Tree[Name]>}`;
}[keyof Tree & string];

export type Key = Paths<typeof en>;
/** The ids of the page's actions, as the menu tells them. */
export type CommandId = Paths<(typeof en)['actions']>;

const i18n = createInstance();

void i18n.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  initAsync: false,
  // Menus and dialogs show text as it is; the one page made here escapes for itself.
  interpolation: { escapeValue: false },
});

/** The sentence of that key in the owner's language; `count` chooses the plural form. */
export const say = (key: Key, values: Readonly<Record<string, string | number>> = {}): string =>
  i18n.t(key, values);

/** The language the words are in (BCP 47), for what reads them aloud, and where its lines begin. */
export const language = (): { readonly tag: string; readonly direction: 'ltr' | 'rtl' } => ({
  tag: i18n.language,
  direction: i18n.dir(),
});
