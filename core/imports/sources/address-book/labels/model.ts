// The shape of one language's column names: whole labels, and the words labels are put together from.

/** How a language writes a date in digits. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/**
 * The words that make up labels such as `Business Street 2`, `Straße (privat)` or `会社電話`, by what they mean. Places:
 * `home`, `work`, `other`. Kinds: `phone` … `address`. `filler` says nothing by itself (`of`, `number`).
 */
export type Word =
  | 'home'
  | 'work'
  | 'other'
  | 'main'
  | 'company'
  | 'assistant'
  | 'callback'
  | 'car'
  | 'radio'
  | 'telex'
  | 'textphone'
  | 'isdn'
  | 'phone'
  | 'mobile'
  | 'fax'
  | 'pager'
  | 'email'
  | 'web'
  | 'street'
  | 'house'
  | 'city'
  | 'region'
  | 'code'
  | 'country'
  | 'pobox'
  | 'ext'
  | 'address'
  | 'line'
  | 'filler';

/** One language: a native speaker corrects it here, and nowhere else. */
export interface Language {
  /** BCP 47. */
  readonly code: string;
  readonly dateOrder: DateOrder;
  /** What this language's Outlook calls the first mail address, parted by `|`. */
  readonly outlookMail: string;
  /** Whole labels by what they mean (see `targets.ts`), parted by `|`; case, accents and punctuation do not count. */
  readonly labels: Readonly<Record<string, string>>;
  /** Words, parted by `|`. */
  readonly words: Readonly<Partial<Record<Word, string>>>;
}

/** A language, ready to be asked: every label and every word by its key (see `keyOf`). */
export interface Lexicon {
  readonly language: Language;
  readonly outlookMail: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
  readonly words: ReadonlyMap<string, readonly Word[]>;
  readonly longestWord: number;
}
