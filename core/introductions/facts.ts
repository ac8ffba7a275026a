// What a letter may say: plain facts from the book, each missing where the book does not know it.
import type { Address, PreferredChannel } from '#core/manners/model.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import type { LetterLanguage, NoteChannel } from './model.ts';

/** Somebody a letter is from, to or about. Empty text means "not known". */
export interface Correspondent {
  readonly fn: string;
  /** The name to greet them by, as `N` has it; empty for a mononym, then `fn` is used. */
  readonly given: string;
  readonly org: string;
  readonly title: string;
  /** How they describe themselves, for somebody not in the book. */
  readonly headline: string;
  readonly email: string;
  /** The language they are written to, the way they are spoken to, and how they like to be reached, where the book knows. */
  readonly language?: LetterLanguage;
  readonly address?: Address;
  readonly channel?: PreferredChannel;
}

/** The facts of one letter. Which are needed depends on its kind; whatever is missing is simply not said. */
export interface DraftFacts {
  readonly owner: Correspondent;
  /** Who reads the letter; for `introduction` person A. */
  readonly to: Correspondent;
  /**
   * Whom it is about: the inviter (`reference_request`, `ask_introducer`, `nudge`), the person to reach
   * (`introduction_request`), the other side (`consent_a`, `consent_b`), person B (`introduction`), who was asked about or introduced
   * (`thank_you`, `outcome_report`, `nudge`), the reader's own work (`brief_note`), who made the introduction (`moving_to_bcc`), whom
   * the reader was to meet (`decline_introduction`).
   */
  readonly other?: Correspondent;
  /** `acceptance`: which verdict it follows from. */
  readonly because?: 'known' | 'met' | 'introduced' | 'vouched';
  /**
   * Where the two met (`acceptance`, `brief_note`, `follow_up`, `reconnect`); `acceptance`: and the owner's own note about it. A follow-up gets no note: it is the owner's own, and
   * what of it belongs into the letter is for them to write.
   */
  readonly meeting?: {
    readonly event: string;
    /** Where it was, said only of a meeting at no event. */
    readonly place?: string;
    readonly on?: PartialDate;
    readonly note: string;
  };
  /** `acceptance`, `follow_up`: who introduced them or vouched. A voucher is named only where `quotable`. */
  readonly introducer?: {
    readonly person: Correspondent;
    readonly quotable: boolean;
    /** A voucher's own words, where they may be passed on. */
    readonly quote?: string;
  };
  /** `decline_polite`: an event where the two might meet. */
  readonly nextEvent?: string;
  /** `decline_polite`: a mutual contact who could introduce them. */
  readonly mutual?: Correspondent;
  /** `verify_identity`: the address of the profile that may be a copy. */
  readonly profileUrl?: string;
  /** `reference_request`, `nudge`: LinkedIn itself showed the reader as a mutual connection. */
  readonly shownAsMutual?: boolean;
  /** Introductions: why, and what is in it for the reader (never for the other), in the owner's words. */
  readonly purpose?: string;
  readonly benefit?: string;
  /** `moving_to_bcc`: who reads along unseen, for the head of the letter; its words know nothing of the address. */
  readonly bcc?: Correspondent;
  /** `decline_introduction`: what the owner can do instead, in their words. */
  readonly offer?: string;
  /** `brief_note`: where it goes; absent: as other letters do. */
  readonly by?: NoteChannel;
  /** `brief_note`: why the owner writes to this very person, in their words. */
  readonly why?: string;
  /** `brief_note`: they know the owner, who need not say who they are. */
  readonly isKnown?: boolean;
  /** `decline_introduction`: the owner suggested it, and the reader said yes. */
  readonly isSuggested?: boolean;
  /** `consent_b`, `introduction`: somebody was not asked; the letter must not say that they said yes. */
  readonly isUnasked?: boolean;
  /** `outcome_report`: how far it has come by the log. */
  readonly outcome?: 'in_touch' | 'met';
}
