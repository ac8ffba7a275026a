// What a language brings to reading a line: its markers, its words for days, its titles.
import type { ChipKind } from '../model.ts';

/** Phrases are separated by `|`; case and accents do not matter, save in words of one letter. */
export interface WordList {
  /** Says that a meeting is told; what follows may be the event or the person: `met`. */
  readonly met: string;
  /** An event follows: `during`. */
  readonly event: string;
  /** A company or an event follows: `at`. */
  readonly at: string;
  /** A company follows: French `chez`. */
  readonly org: string;
  /** A place follows: `in`. */
  readonly place: string;
  /** A place, an event or – behind a title – a company follows: Spanish `en`. */
  readonly where: string;
  /** Who introduced follows: `via`. */
  readonly introducer: string;
  /** Names that begin like a marker and are none: Dutch `in 't` Veld. */
  readonly unmarked: string;
  readonly articles: string;
  /** Words that say nothing by themselves at the edge of a piece. */
  readonly fillers: string;
  /** Words a title may begin with, and that end a name written before it without a comma. */
  readonly roles: string;
  /** Words that begin a title only before another word: `head`. */
  readonly roleStarts: string;
  /** Parts of words that events have in their names. */
  readonly eventWords: string;
  readonly labels: Readonly<Record<ChipKind, string>>;
  readonly days: DayWords;
}

export interface DayWords {
  readonly today: string;
  readonly yesterday: string;
  readonly dayBeforeYesterday: string;
  /** From Monday on, each with its short forms. */
  readonly weekdays: readonly string[];
  /** Before or after a weekday, a week, a month or a year. */
  readonly last: string;
  readonly thisOne: string;
  readonly next: string;
  /** Before the count: German `vor`; after it: `ago`. */
  readonly agoBefore: string;
  readonly agoAfter: string;
  /** One to ten. */
  readonly numbers: readonly string[];
  readonly day: string;
  readonly week: string;
  readonly month: string;
  readonly year: string;
  /** Before a day: `on`. */
  readonly on: string;
  /** Before a month or a year: `in`. */
  readonly within: string;
  /** Between a day and its month: Spanish `de`. */
  readonly of: string;
}
