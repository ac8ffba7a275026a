// Years counted otherwise: the Japanese eras, the Republic of China's, the Buddhist and the Persian calendar.

/** The year before the first of an era, by its name and the letter forms write. */
const BEFORE: ReadonlyMap<string, number> = new Map([
  ['明治', 1867],
  ['M', 1867],
  ['大正', 1911],
  ['T', 1911],
  ['昭和', 1925],
  ['S', 1925],
  ['平成', 1988],
  ['H', 1988],
  ['令和', 2018],
  ['R', 2018],
  ['民國', 1911],
  ['民国', 1911],
]);

const ERA =
  /^(明治|大正|昭和|平成|令和|民國|民国|[MTSHR]) ?(\d{1,3}|元)(?:年|[./-]) ?(\d{1,2})(?:月|[./-]) ?(\d{1,2})日?$/u;

/** The parts of a day of an era, its year in ours: `昭和55年5月17日`, `S55.5.17`; undefined for any other text. */
export function dayOfEra(
  text: string,
): { readonly year: string; readonly month: number; readonly day: number } | undefined {
  const [, era = '', count = '', month, day] = ERA.exec(text) ?? [];
  const before = BEFORE.get(era);
  if (before === undefined) return undefined;
  const year = String(before + (count === '元' ? 1 : Number(count)));
  return { year, month: Number(month), day: Number(day) };
}

/** Zeros of the digits dates are written in: Arabic, Persian, Devanagari, Thai, full-width. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x0e50, 0xff10];

/** The text with digits of other scripts as ours. */
export const westernDigits = (text: string): string =>
  /[^\P{Nd}0-9]/u.test(text)
    ? text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
        const code = digit.codePointAt(0) ?? 0;
        const zero = ZEROS.find((one) => code >= one && code < one + 10);
        return zero === undefined ? digit : String(code - zero);
      })
    : text;

/** Thailand's years are 543 ahead, and nobody has been born in these of ours. */
const BUDDHIST = { ahead: 543, from: 2400, to: 2700 } as const;

/** A year as ours counts: `2523` of a Thai table is 1980. Any other year as it is. */
export const commonYear = (year: number): number =>
  year >= BUDDHIST.from && year < BUDDHIST.to ? year - BUDDHIST.ahead : year;

/** Years of the Persian calendar that people of today were born in; its days are others than ours as well. */
export const isPersianYear = (year: number): boolean => year >= 1290 && year < 1450;
