// Tables that always have the same columns in the same order, whatever language their labels are in.
import type { Target } from './targets.ts';

const address = (place: string, lines: number): Target[] => [
  ...Array.from({ length: lines }, () => `ADR-STREET ${place}`),
  `ADR-CITY ${place}`,
  `ADR-REGION ${place}`,
  `ADR-CODE ${place}`,
  `ADR-COUNTRY ${place}`,
];

/** Thunderbird's export up to the screen name, which was added later, in the middle or at the end. */
const THUNDERBIRD_START: readonly Target[] = ['GIVEN', 'FAMILY', 'FULLNAME', 'NICKNAME', 'EMAIL', 'EMAIL'];
const THUNDERBIRD_REST: readonly Target[] = [
  'TEL work',
  'TEL home',
  'TEL fax',
  'TEL pager',
  'TEL cell',
  ...address('home', 2),
  ...address('work', 2),
  'TITLE',
  'ORG-UNIT',
  'ORG',
  'URL work',
  'URL home',
  'BDAY-YEAR',
  'BDAY-MONTH',
  'BDAY-DAY',
  'X-CUSTOM-1',
  'X-CUSTOM-2',
  'X-CUSTOM-3',
  'X-CUSTOM-4',
  'NOTE',
];
const SCREEN_NAME = 'IMPP aim';

/** The first columns of desktop Outlook's export; those after them are in the order of each language's alphabet. */
const OUTLOOK: readonly Target[] = [
  'PREFIX',
  'GIVEN',
  'ADDITIONAL',
  'FAMILY',
  'SUFFIX',
  'ORG',
  'ORG-UNIT',
  'TITLE',
  ...address('work', 3),
  ...address('home', 3),
  ...address('other', 3),
  'TEL assistant',
  'TEL work,fax',
  'TEL work',
  'TEL work',
  'TEL callback',
  'TEL car',
  'TEL work,main',
  'TEL home,fax',
  'TEL home',
  'TEL home',
  'TEL isdn',
  'TEL cell',
  'TEL other,fax',
  'TEL other',
  'TEL pager',
  'TEL pref',
  'TEL radio',
  'TEL textphone',
  'TEL telex',
];

interface Layout {
  readonly product: 'outlook-csv' | 'thunderbird-csv';
  readonly targets: readonly Target[];
  /** Nothing may follow. */
  readonly isWhole: boolean;
  /** Where labels number themselves (`… 2`), in every language. */
  readonly numbered: readonly (readonly [at: number, number: string])[];
}

const thunderbird = (targets: readonly Target[]): Layout => {
  const custom = targets.indexOf('X-CUSTOM-1');
  const numbered = ['1', '2', '3', '4'].map((number, at) => [custom + at, number] as const);
  return { product: 'thunderbird-csv', targets, isWhole: true, numbered };
};

const LAYOUTS: readonly Layout[] = [
  thunderbird([...THUNDERBIRD_START, SCREEN_NAME, ...THUNDERBIRD_REST]),
  thunderbird([...THUNDERBIRD_START, ...THUNDERBIRD_REST, SCREEN_NAME]),
  thunderbird([...THUNDERBIRD_START, ...THUNDERBIRD_REST]),
  {
    product: 'outlook-csv',
    targets: OUTLOOK,
    isWhole: false,
    numbered: [
      [9, '2'],
      [10, '3'],
      [16, '2'],
      [17, '3'],
      [23, '2'],
      [24, '3'],
    ],
  },
];

/** Two meanings that go together: an address whole or its first line, a telephone of any type. */
const nameOf = (target: Target) => {
  const name = target.split(' ')[0] ?? '';
  if (name === 'ADR') return 'ADR-STREET';
  return name === 'NAME?' ? 'GIVEN' : name;
};

/** How far what the labels say contradicts a layout: some words are ambiguous, so a few may. */
function agrees({ targets }: Layout, meanings: readonly (Target | undefined)[]): boolean {
  let same = 0;
  let other = 0;
  for (const [at, target] of targets.entries()) {
    const meaning = meanings[at];
    if (meaning === undefined || meaning === 'TITLE?') continue;
    if (nameOf(meaning) === nameOf(target)) same++;
    else other++;
  }
  return other * 3 <= same || (same === 0 && other === 0);
}

/**
 * The fixed layout a header follows, known by where its labels are numbered and by not contradicting it: so a language
 * nobody has listed is read all the same.
 */
export function layoutOf(
  labels: readonly string[],
  meanings: readonly (Target | undefined)[],
): Pick<Layout, 'product' | 'targets'> | undefined {
  return LAYOUTS.find(
    (layout) =>
      (layout.isWhole ? labels.length === layout.targets.length : labels.length >= layout.targets.length) &&
      layout.numbered.every(([at, number]) => labels[at]?.includes(number)) &&
      agrees(layout, meanings),
  );
}
