// The demo network's shapes: the forms an owner would fill in, tied together by symbolic keys.
import type { ContactForm } from '#core/contacts/model.ts';
import type { AttendeeRole, Channel, EventForm, Partstat } from '#core/events/model.ts';
import type { IntroductionForm, IntroductionStep } from '#core/introductions/model.ts';
import type { Answer, InvitationForm } from '#core/invitations/model.ts';
import type { MannersPatch } from '#core/manners/model.ts';
import type { TieLevel } from '#core/network/model.ts';
import type { Cadence } from '#core/reminders/model.ts';
import type { DateTime, PartialDate } from '#core/shared/dates.ts';

/** Names a person of the demo network, for the other records to refer to. */
export type DemoKey = string;

export interface DemoContact {
  readonly key: DemoKey;
  readonly form: ContactForm;
  /** Connected on LinkedIn since; absent: not connected. */
  readonly connectedOn?: PartialDate;
}

export interface DemoEvent {
  readonly key: string;
  readonly form: EventForm;
  /** Who is on its list; whom the owner met has an encounter as well. */
  readonly listed: readonly {
    readonly contact: DemoKey;
    readonly partstat: Partstat;
    readonly role: AttendeeRole;
  }[];
}

export interface DemoEncounter {
  readonly contact: DemoKey;
  readonly event?: string;
  readonly metOn: PartialDate;
  readonly location: string;
  readonly channel: Channel;
  readonly note: string;
  readonly introducedBy?: DemoKey;
}

/** The owner's word: how well they know `a`, or, with `b`, that those two know each other. */
export interface DemoStatement {
  readonly a: DemoKey;
  readonly b?: DemoKey;
  readonly level: TieLevel;
  readonly note: string;
  readonly statedOn: PartialDate;
}

export interface DemoInvitation {
  readonly key: string;
  readonly form: InvitationForm;
  /** Answers of mutual contacts, by the name they have in `form.mutualNames`. */
  readonly answers: readonly {
    readonly mutualName: string;
    readonly contact: DemoKey;
    /** Absent: asked, and still silent. */
    readonly answer?: Answer;
    readonly quote: string;
    readonly quoteShareable: boolean;
    readonly askedOn: PartialDate;
    readonly answeredOn: PartialDate;
  }[];
}

export interface DemoIntroduction {
  readonly form: Omit<IntroductionForm, 'a' | 'b'> & { readonly a: DemoKey; readonly b: DemoKey };
  /** Steps already taken, oldest first. */
  readonly log: readonly { readonly step: IntroductionStep; readonly at: DateTime; readonly note?: string }[];
}

/** Something the owner promised, by a day. */
export interface DemoPromise {
  readonly contact: DemoKey;
  readonly text: string;
  readonly dueOn: PartialDate;
}

/** How the owner treats somebody. */
export interface DemoManners {
  readonly contact: DemoKey;
  readonly patch: MannersPatch;
  /** How often they want to hear of them. */
  readonly cadence?: Cadence;
}

export interface DemoNetwork {
  /** The owner's own card, one of `contacts`. */
  readonly owner: DemoKey;
  readonly contacts: readonly DemoContact[];
  readonly events: readonly DemoEvent[];
  readonly encounters: readonly DemoEncounter[];
  readonly statements: readonly DemoStatement[];
  readonly invitations: readonly DemoInvitation[];
  readonly introductions: readonly DemoIntroduction[];
  readonly promises: readonly DemoPromise[];
  readonly manners: readonly DemoManners[];
  /** Pairs that are not introduced. */
  readonly apart: readonly { readonly a: DemoKey; readonly b: DemoKey; readonly reason: string }[];
}
