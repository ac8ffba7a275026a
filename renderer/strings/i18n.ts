// Sets up the words: catalogues are part of the bundle, so nothing is loaded and nothing can be missing.
import { createInstance } from 'i18next';
import type { i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './catalogues.ts';

export const i18n: I18n = createInstance();

void i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'app',
  resources: { en },
  initAsync: false,
  // React escapes; a second time would show `&amp;` in people's names.
  interpolation: { escapeValue: false },
  missingInterpolationHandler: () => '',
});

/**
 * How numbers and dates are written: the owner's own habit of the page's language (`en-GB`), else the language.
 * Browsers pass on what the system says, and a system without a locale says `en-US@posix`, which no formatter takes.
 */
export const locale = (): string =>
  globalThis.navigator?.languages?.find(
    (habit) => habit.split('-', 1)[0] === i18n.language && isLanguageTag(habit),
  ) ?? i18n.language;

/** A tag that formatters take (BCP 47). */
function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    // RangeError is how it says no.
    return false;
  }
}
