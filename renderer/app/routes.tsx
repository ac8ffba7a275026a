// The sections of the window: a new feature's screens are registered here and nowhere else.
import {
  CalendarDays,
  FileInput,
  Handshake,
  MailQuestion,
  Settings,
  Sun,
  Users,
  Waypoints,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { PersonScreen } from '#renderer/features/contacts/PersonScreen.tsx';
import type { BookSummary } from './book-summary.ts';
import { PeoplePane } from './PeoplePane.tsx';
import { Today } from './Today.tsx';
import type { SectionId } from '#renderer/store/navigation.ts';
import { late } from '#renderer/ui/late.tsx';

type Screen = (props: object) => ReactNode;

export interface Section {
  readonly id: SectionId;
  readonly icon: LucideIcon;
  /** The number beside its name: only one that means something to the owner; zero is not shown. */
  readonly count?: (counts: BookSummary['counts']) => number;
  /** The middle pane. Absent: the section is one wide screen. */
  readonly List?: Screen;
  /** The right pane; reads what to show from the store's `route` (id, mode, params). */
  readonly Detail: Screen;
  /** Modes of the section with panes of their own, by the route's `mode`. */
  readonly modes?: Readonly<Record<string, Mode>>;
}

export interface Mode {
  /** Absent: the section's own. */
  readonly List?: Screen;
  readonly Detail: Screen;
  /** The route's parameter that says what the detail shows; without it a narrow window shows the list. */
  readonly opens?: string;
}

/** What is not `late` is on the first screen, or where nearly everybody goes next. In the order of the sidebar; the last one stands below a rule. */
export const sections: readonly Section[] = [
  {
    id: 'today',
    icon: Sun,
    Detail: Today,
  },
  {
    id: 'people',
    icon: Users,
    count: (counts) => counts.contacts,
    List: PeoplePane,
    Detail: PersonScreen,
    modes: {
      duplicates: {
        List: late(
          async () => (await import('#renderer/features/duplicates/DuplicatesList.tsx')).DuplicatesList,
        ),
        Detail: late(
          async () => (await import('#renderer/features/duplicates/DuplicatesScreen.tsx')).DuplicatesScreen,
        ),
        opens: 'ids',
      },
      print: {
        Detail: late(async () => (await import('#renderer/features/contacts/PeopleSheet.tsx')).PeopleSheet),
      },
      trash: {
        List: late(async () => (await import('#renderer/features/trash/TrashList.tsx')).TrashList),
        Detail: late(async () => (await import('#renderer/features/trash/TrashScreen.tsx')).TrashScreen),
        opens: 'of',
      },
      held: {
        Detail: late(async () => (await import('#renderer/features/holdings/HeldScreen.tsx')).HeldScreen),
      },
      merge: {
        Detail: late(async () => (await import('#renderer/features/duplicates/MergeScreen.tsx')).MergeScreen),
      },
    },
  },
  {
    id: 'events',
    icon: CalendarDays,
    count: (counts) => counts.events,
    List: late(async () => (await import('#renderer/features/events/EventsList.tsx')).EventsList),
    Detail: late(async () => (await import('#renderer/features/events/EventScreen.tsx')).EventScreen),
    modes: {
      series: {
        Detail: late(async () => (await import('#renderer/features/events/SeriesScreen.tsx')).SeriesScreen),
      },
      'follow-up': {
        Detail: late(async () => (await import('#renderer/features/events/FollowUp.tsx')).FollowUpScreen),
      },
      print: {
        Detail: late(async () => (await import('#renderer/features/events/EventSheet.tsx')).EventSheet),
      },
    },
  },
  {
    id: 'invitations',
    icon: MailQuestion,
    count: (counts) => counts.invitationsWaiting,
    List: late(
      async () => (await import('#renderer/features/invitations/InvitationsList.tsx')).InvitationsList,
    ),
    Detail: late(
      async () => (await import('#renderer/features/invitations/InvitationScreen.tsx')).InvitationScreen,
    ),
    modes: {
      rules: {
        Detail: late(
          async () => (await import('#renderer/features/invitations/rules/RulesScreen.tsx')).RulesScreen,
        ),
      },
      audit: {
        List: late(
          async () => (await import('#renderer/features/invitations/audit/AuditList.tsx')).AuditList,
        ),
        Detail: late(
          async () => (await import('#renderer/features/invitations/audit/AuditScreen.tsx')).AuditScreen,
        ),
        opens: 'of',
      },
    },
  },
  {
    id: 'network',
    icon: Waypoints,
    Detail: late(async () => (await import('#renderer/features/network/NetworkScreen.tsx')).NetworkScreen),
    modes: {
      picture: {
        Detail: late(
          async () => (await import('#renderer/features/picture/PictureScreen.tsx')).PictureScreen,
        ),
      },
      timeline: {
        Detail: late(
          async () => (await import('#renderer/features/pictures/OverTimeScreen.tsx')).OverTimeScreen,
        ),
      },
      sources: {
        Detail: late(
          async () => (await import('#renderer/features/pictures/SourcesScreen.tsx')).SourcesScreen,
        ),
      },
      circles: {
        Detail: late(
          async () => (await import('#renderer/features/pictures/CirclesScreen.tsx')).CirclesScreen,
        ),
      },
    },
  },
  {
    id: 'introductions',
    icon: Handshake,
    count: (counts) => counts.introductionsOpen,
    List: late(
      async () => (await import('#renderer/features/introductions/IntroductionsList.tsx')).IntroductionsList,
    ),
    Detail: late(
      async () =>
        (await import('#renderer/features/introductions/IntroductionScreen.tsx')).IntroductionScreen,
    ),
  },
  {
    id: 'imports',
    icon: FileInput,
    count: (counts) => counts.importsStaged,
    List: late(async () => (await import('#renderer/features/imports/ImportsList.tsx')).ImportsList),
    Detail: late(async () => (await import('#renderer/features/imports/ImportScreen.tsx')).ImportScreen),
  },
  {
    id: 'settings',
    icon: Settings,
    Detail: late(async () => (await import('./SettingsScreen.tsx')).SettingsScreen),
  },
];
