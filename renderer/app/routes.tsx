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
import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';
import type { BookSummary } from './book-summary.ts';
import type { SectionId } from '#renderer/store/navigation.ts';

type Screen = LazyExoticComponent<ComponentType>;

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

/** In the order of the sidebar; the last one stands below a rule. */
export const sections: readonly Section[] = [
  {
    id: 'today',
    icon: Sun,
    Detail: lazy(async () => ({ default: (await import('./Today.tsx')).Today })),
  },
  {
    id: 'people',
    icon: Users,
    count: (counts) => counts.contacts,
    List: lazy(async () => ({
      default: (await import('./PeoplePane.tsx')).PeoplePane,
    })),
    Detail: lazy(async () => ({
      default: (await import('#renderer/features/contacts/PersonScreen.tsx')).PersonScreen,
    })),
    modes: {
      duplicates: {
        List: lazy(async () => ({
          default: (await import('#renderer/features/duplicates/DuplicatesList.tsx')).DuplicatesList,
        })),
        Detail: lazy(async () => ({
          default: (await import('#renderer/features/duplicates/DuplicatesScreen.tsx')).DuplicatesScreen,
        })),
        opens: 'ids',
      },
      print: {
        Detail: lazy(async () => ({
          default: (await import('#renderer/features/contacts/PeopleSheet.tsx')).PeopleSheet,
        })),
      },
      trash: {
        List: lazy(async () => ({
          default: (await import('#renderer/features/trash/TrashList.tsx')).TrashList,
        })),
        Detail: lazy(async () => ({
          default: (await import('#renderer/features/trash/TrashScreen.tsx')).TrashScreen,
        })),
        opens: 'of',
      },
      held: {
        Detail: lazy(async () => ({
          default: (await import('#renderer/features/holdings/HeldScreen.tsx')).HeldScreen,
        })),
      },
      merge: {
        Detail: lazy(async () => ({
          default: (await import('#renderer/features/duplicates/MergeScreen.tsx')).MergeScreen,
        })),
      },
    },
  },
  {
    id: 'events',
    icon: CalendarDays,
    count: (counts) => counts.events,
    List: lazy(async () => ({
      default: (await import('#renderer/features/events/EventsList.tsx')).EventsList,
    })),
    Detail: lazy(async () => ({
      default: (await import('#renderer/features/events/EventScreen.tsx')).EventScreen,
    })),
    modes: {
      series: {
        Detail: lazy(async () => ({
          default: (await import('#renderer/features/events/SeriesScreen.tsx')).SeriesScreen,
        })),
      },
      'follow-up': {
        Detail: lazy(async () => ({
          default: (await import('#renderer/features/events/FollowUp.tsx')).FollowUpScreen,
        })),
      },
      print: {
        Detail: lazy(async () => ({
          default: (await import('#renderer/features/events/EventSheet.tsx')).EventSheet,
        })),
      },
    },
  },
  {
    id: 'invitations',
    icon: MailQuestion,
    count: (counts) => counts.invitationsWaiting,
    List: lazy(async () => ({
      default: (await import('#renderer/features/invitations/InvitationsList.tsx')).InvitationsList,
    })),
    Detail: lazy(async () => ({
      default: (await import('#renderer/features/invitations/InvitationScreen.tsx')).InvitationScreen,
    })),
    modes: {
      rules: {
        Detail: lazy(async () => ({
          default: (await import('#renderer/features/invitations/rules/RulesScreen.tsx')).RulesScreen,
        })),
      },
      audit: {
        List: lazy(async () => ({
          default: (await import('#renderer/features/invitations/audit/AuditList.tsx')).AuditList,
        })),
        Detail: lazy(async () => ({
          default: (await import('#renderer/features/invitations/audit/AuditScreen.tsx')).AuditScreen,
        })),
        opens: 'of',
      },
    },
  },
  {
    id: 'network',
    icon: Waypoints,
    Detail: lazy(async () => ({
      default: (await import('#renderer/features/network/NetworkScreen.tsx')).NetworkScreen,
    })),
    modes: {
      picture: {
        Detail: lazy(async () => ({
          default: (await import('#renderer/features/picture/PictureScreen.tsx')).PictureScreen,
        })),
      },
      timeline: {
        Detail: lazy(async () => ({
          default: (await import('#renderer/features/pictures/OverTimeScreen.tsx')).OverTimeScreen,
        })),
      },
      sources: {
        Detail: lazy(async () => ({
          default: (await import('#renderer/features/pictures/SourcesScreen.tsx')).SourcesScreen,
        })),
      },
      circles: {
        Detail: lazy(async () => ({
          default: (await import('#renderer/features/pictures/CirclesScreen.tsx')).CirclesScreen,
        })),
      },
    },
  },
  {
    id: 'introductions',
    icon: Handshake,
    count: (counts) => counts.introductionsOpen,
    List: lazy(async () => ({
      default: (await import('#renderer/features/introductions/IntroductionsList.tsx')).IntroductionsList,
    })),
    Detail: lazy(async () => ({
      default: (await import('#renderer/features/introductions/IntroductionScreen.tsx')).IntroductionScreen,
    })),
  },
  {
    id: 'imports',
    icon: FileInput,
    count: (counts) => counts.importsStaged,
    List: lazy(async () => ({
      default: (await import('#renderer/features/imports/ImportsList.tsx')).ImportsList,
    })),
    Detail: lazy(async () => ({
      default: (await import('#renderer/features/imports/ImportScreen.tsx')).ImportScreen,
    })),
  },
  {
    id: 'settings',
    icon: Settings,
    Detail: lazy(async () => ({ default: (await import('./SettingsScreen.tsx')).SettingsScreen })),
  },
];
