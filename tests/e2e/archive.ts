// A made-up LinkedIn archive for the journeys: nobody in it is real.
import {
  aConnection,
  anInvitation,
  connectionsCsv,
  invitationsCsv,
  profileCsv,
  zipOf,
} from '#tests/fixtures/linkedin.ts';

export const ARCHIVE_NAME = 'Basic_LinkedInDataExport_11-01-2026.zip';

export const PEOPLE = [
  {
    first: 'Zoë',
    last: 'Ångström-Müller',
    slug: 'zoe-angstrom',
    company: 'Lumen Optics',
    position: 'Physicist',
    on: '02 Mar 2023',
  },
  {
    first: 'Bruno',
    last: 'Falk',
    slug: 'bruno-falk',
    company: 'Falk & Daughters',
    position: 'Bookbinder',
    on: '11 Jun 2024',
  },
  {
    first: 'Ines',
    last: 'Carvalho',
    slug: 'ines-carvalho',
    email: 'ines@example.org',
    company: 'Porto Maps',
    position: 'Cartographer',
    on: '30 Sep 2025',
  },
  {
    first: '明',
    last: '佐藤',
    slug: 'akira-sato-maps',
    company: 'Kawa Press',
    position: 'Editor',
    on: '05 Jan 2022',
  },
] as const;

export const CONNECTIONS = connectionsCsv(...PEOPLE.map((person) => aConnection(person)));

export const INVITATIONS = invitationsCsv(
  anInvitation({
    fn: 'Petra Lindqvist',
    slug: 'petra-lindqvist',
    sentAt: '9/7/26, 3:05 PM',
    message: 'Hi Olive, Bruno Falk said we should talk about paper. Best, Petra',
  }),
  anInvitation({ fn: 'Milo Sandoval', slug: 'milo-sandoval', sentAt: '8/30/26, 9:12 AM', message: '' }),
);

export const PROFILE = profileCsv('Olive', 'Owner');

/** Files of the archive by their name in it; one of them must not be read. */
export const FILES: Readonly<Record<string, string>> = {
  'Connections.csv': CONNECTIONS,
  'Invitations.csv': INVITATIONS,
  'Profile.csv': PROFILE,
  'Logins.csv': 'Login Date,IP Address,User Agent,Login Type\n2026-01-01,203.0.113.7,Browser,LOGIN\n',
};

export const archive = (): Uint8Array => zipOf(FILES);
