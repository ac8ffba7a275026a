// Invitations waiting in the demo network: one for every kind of answer there is to give.
import type { AboutProfile, Answer } from '#core/invitations/model.ts';

export interface InvitationRow {
  readonly key: string;
  readonly fn: string;
  readonly slug?: string;
  readonly headline?: string;
  readonly org?: string;
  readonly location?: string;
  readonly message?: string;
  /** Sent so many days ago. */
  readonly days: number;
  readonly mutualNames?: readonly string[];
  readonly mutualCount?: number;
  readonly about?: AboutProfile;
  readonly answers?: readonly {
    readonly mutualName: string;
    readonly contact: string;
    /** Absent: asked, and still silent. */
    readonly answer?: Answer;
    readonly quote?: string;
    readonly quoteShareable?: boolean;
  }[];
}

export const INVITATIONS: readonly InvitationRow[] = [
  // Met at the Type Walk, and somebody the owner knows had brought us together.
  {
    key: 'type-walk',
    fn: 'Amadou Diallo',
    slug: 'amadou-diallo-type',
    headline: 'Typographer at Sahel Type',
    org: 'Sahel Type',
    message: 'Hello Mara, it was a pleasure to walk and read walls together. Amadou',
    days: 3,
  },
  // The event is in the log, the person is not: ask, or remember.
  {
    key: 'event',
    fn: 'Kerttu Raudsepp',
    slug: 'kerttu-raudsepp',
    headline: 'Distributed systems at Tallow Tech',
    org: 'Tallow Tech',
    location: 'Tartu',
    message: 'Great talking at DevConf about queues! Kerttu',
    days: 110,
    mutualCount: 0,
  },
  // Two mutual contacts the owner knows, one who is only a name.
  {
    key: 'mutuals',
    fn: 'Benedikt Ostermann',
    slug: 'benedikt-ostermann',
    headline: 'Acoustic consultant',
    org: 'Klangraum',
    location: 'Talstadt',
    days: 6,
    mutualNames: ['Ana Ruiz Calderón', 'Tomás Rivera Quispe', 'Dylan Marsh'],
    mutualCount: 3,
  },
  // Nobody really knows them.
  {
    key: 'not-really',
    fn: 'Curtis Vane',
    slug: 'curtis-vane',
    headline: 'Advisor',
    location: 'Lakeside',
    days: 20,
    mutualNames: ['Priya Venkataraman', 'Wanjirũ Kamau'],
    mutualCount: 2,
    answers: [
      { mutualName: 'Priya Venkataraman', contact: 'priya', answer: 'not_really' },
      { mutualName: 'Wanjirũ Kamau', contact: 'wanjiru', answer: 'not_really' },
    ],
  },
  // Somebody the owner knows vouches, and may be quoted.
  {
    key: 'vouched',
    fn: 'Tui Ngata',
    slug: 'tui-ngata',
    headline: 'Oral historian',
    org: 'Voices of the Bay',
    days: 12,
    message: 'Kia ora Mara, our archives hold two halves of the same seal story.',
    mutualNames: ['Siobhán O’Callaghan', 'Haruka Sato'],
    mutualCount: 2,
    answers: [
      {
        mutualName: 'Siobhán O’Callaghan',
        contact: 'siobhan',
        answer: 'knows_well',
        quote: 'The most careful listener I know.',
        quoteShareable: true,
      },
    ],
  },
  // A pitch, in its own words.
  {
    key: 'pitch',
    fn: 'Brad Sterling',
    slug: 'brad-sterling-growth',
    headline: 'Helping CEOs scale to seven figures',
    org: 'Sterling Growth',
    message: 'I help CEOs scale to 7 figures, got 15 min?',
    days: 2,
    mutualCount: 0,
    about: { verified: false, contactUpdated: 'less than 6 months ago' },
  },
  // Off the platform with the first sentence.
  {
    key: 'scam',
    fn: 'Sofia Laurent',
    slug: 'sofia-laurent-88',
    headline: 'Manager',
    message: 'Dear, I like your profile, add me on WhatsApp',
    days: 1,
    mutualCount: 0,
  },
  // A connection's name and company under another address.
  {
    key: 'clone',
    fn: 'Annegret Schwarzenberger-Oberhauser',
    slug: 'annegret-so-2',
    headline: 'Head of programme at Buchmesse Talstadt',
    org: 'Buchmesse Talstadt',
    days: 4,
  },
  // A recruiter is no scammer.
  {
    key: 'recruiter',
    fn: 'Ngozi Hartley',
    slug: 'ngozi-hartley-search',
    headline: 'Recruiter for cultural institutions',
    org: 'Hartley Search',
    message: 'Hello Mara, the Paper Museum is looking for a head of publishing and asked me to write to you.',
    days: 5,
    mutualNames: ['Min-jun Kim', 'Jürgen Großmann'],
    mutualCount: 2,
  },
  // Asked about six days ago: one reminder is fair.
  {
    key: 'asked',
    fn: 'Ilse Vandermeer',
    slug: 'ilse-vandermeer',
    headline: 'Lighting designer',
    org: 'Studio Schemer',
    days: 7,
    mutualNames: ['Min-jun Kim'],
    mutualCount: 4,
    answers: [{ mutualName: 'Min-jun Kim', contact: 'minjun' }],
  },
  // Only a name.
  { key: 'bare', fn: 'Ali Saleh', days: 8 },
  // Somebody the owner knows says so in the note: one question to them.
  {
    key: 'introducer',
    fn: 'Marlene Quist',
    slug: 'marlene-quist',
    headline: 'Restores harmoniums',
    org: 'Quist Reed Organs',
    message:
      'Hello Mara, Ana Ruiz Calderón suggested that we connect; she thinks our archives overlap. Marlene',
    days: 7,
  },
  // In the book as known well, not yet a connection there.
  {
    key: 'known',
    fn: 'Pelle Lindqvist',
    slug: 'pelle-lindqvist-teacher',
    headline: 'Teacher',
    days: 9,
  },
  // Met once, at the school gate, and nothing more.
  {
    key: 'met',
    fn: 'Farah Rahmani',
    slug: 'farah-rahmani-paediatrics',
    headline: 'Paediatrician',
    location: 'Talstadt',
    message: 'Dear Mara, our children shared a desk for a year. I would be glad to stay in touch. Farah',
    days: 4,
  },
  // Never met: the owner asked to be introduced, and somebody they know did it.
  {
    key: 'introduced',
    fn: 'Katalin Szőllősy',
    slug: 'katalin-szollosy',
    headline: 'Mathematician',
    message: 'Dear Mara, José Luis wrote to us both about the paper folding book. Here I am. Katalin',
    days: 6,
  },
  // In touch already: the archive is older than the yes.
  {
    key: 'connected',
    fn: 'Yusuf Demirbaş',
    slug: 'yusuf-demirbas',
    headline: 'Letterpress printer',
    days: 30,
  },
  // One of those asked would rather they did not.
  {
    key: 'warned',
    fn: 'Roland Tibbet',
    slug: 'roland-tibbet',
    headline: 'Collector of first editions',
    days: 14,
    mutualNames: ['Min-jun Kim'],
    mutualCount: 1,
    answers: [{ mutualName: 'Min-jun Kim', contact: 'minjun', answer: 'warns' }],
  },
];
