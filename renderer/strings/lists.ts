// Several names as one phrase: "Ada, Bo and Cleo".
import { isolated } from './isolate.ts';
import { locale } from './i18n.ts';

/** Names joined as the page's language joins them; each keeps its own direction. */
export const namesInWords = (names: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names.map(isolated));
