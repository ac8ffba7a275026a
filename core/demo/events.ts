// Where the demo network's owner met people: ten events over three years, and what happened there.
import type { AttendeeRole, Channel, EventKind, Partstat } from '#core/events/model.ts';

/** An event `days` ago (negative: still to come), lasting `lasts` days. */
export interface EventRow {
  readonly key: string;
  readonly summary: string;
  readonly location: string;
  readonly days: number;
  readonly lasts?: number;
  readonly description?: string;
  readonly kind: EventKind;
  readonly organizer?: string;
  readonly series?: string;
  /** Who is on its list besides those who were met there, by key. */
  readonly listed?: readonly ListedRow[];
}

export type ListedRow = readonly [who: string, partstat: Partstat, role?: AttendeeRole];

export const EVENTS: readonly EventRow[] = [
  {
    key: 'fair-1',
    kind: 'fair',
    organizer: 'Messe Talstadt',
    series: 'Buchmesse Talstadt',
    summary: 'Buchmesse Talstadt',
    location: 'Talstadt, hall 3',
    days: 1040,
    lasts: 4,
    description: 'First year with our own stand.',
  },
  {
    key: 'paper',
    kind: 'conference',
    organizer: 'Paper Museum',
    summary: 'Paper & Ink Days',
    location: 'Paper Museum',
    days: 870,
    lasts: 2,
  },
  {
    key: 'atlas',
    kind: 'course',
    summary: 'Open Atlas mapping weekend',
    location: 'Strand',
    days: 735,
    lasts: 2,
  },
  {
    key: 'fair-2',
    kind: 'fair',
    organizer: 'Messe Talstadt',
    series: 'Buchmesse Talstadt',
    summary: 'Buchmesse Talstadt',
    location: 'Talstadt, hall 3',
    days: 675,
    lasts: 4,
  },
  {
    key: 'rails',
    kind: 'conference',
    summary: 'Night Train Symposium',
    location: 'Old Station, platform 2',
    days: 565,
    lasts: 1,
  },
  {
    key: 'orillas',
    kind: 'social',
    summary: 'Festival Dos Orillas',
    location: 'Both banks of the river',
    days: 480,
    lasts: 3,
  },
  {
    key: 'devconf',
    kind: 'conference',
    listed: [
      ['aino', 'DECLINED'],
      ['minjun', 'ACCEPTED'],
      ['priya', 'ACCEPTED', 'X-SPEAKER'],
      ['soren', 'TENTATIVE'],
    ],
    summary: 'DevConf',
    location: 'Harbour Hall',
    days: 120,
    lasts: 2,
    description: 'Spoke about editing in plain text.',
  },
  { key: 'type', kind: 'meetup', summary: 'Type Walk', location: 'Old Town', days: 208, lasts: 1 },
  { key: 'dinner', kind: 'dinner', summary: 'Dinner at Omar’s', location: 'Cedar Books, upstairs', days: 96 },
  {
    key: 'stories',
    kind: 'social',
    summary: 'Story Archive open evening',
    location: 'Story Archive',
    days: 19,
  },
  {
    key: 'fair-4',
    kind: 'fair',
    organizer: 'Messe Talstadt',
    series: 'Buchmesse Talstadt',
    listed: [
      ['annegret', 'ACCEPTED', 'CHAIR'],
      ['omar', 'ACCEPTED'],
      ['haruka', 'TENTATIVE'],
      ['mateus', 'NEEDS-ACTION'],
      ['nadeesha', 'DECLINED'],
    ],
    summary: 'Buchmesse Talstadt',
    location: 'Talstadt, hall 3',
    days: -60,
    lasts: 4,
  },
];

export interface EncounterRow {
  readonly who: string;
  readonly at?: string;
  /** Days ago, for a meeting at no event. */
  readonly days?: number;
  readonly where?: string;
  readonly channel?: Channel;
  readonly note?: string;
  readonly by?: string;
}

export const ENCOUNTERS: readonly EncounterRow[] = [
  { who: 'annegret', at: 'fair-1', note: 'Talked about stands for small presses. Very direct, very kind.' },
  {
    who: 'maximilian',
    at: 'fair-1',
    note: 'Talked about the archive’s uncatalogued letters',
    by: 'annegret',
  },
  { who: 'omar', at: 'fair-1', note: 'Swapped three books. Talked about bookshops that stay open late.' },
  { who: 'hugo', at: 'fair-1' },
  { who: 'aino', at: 'paper', note: 'Casts glass letters.' },
  { who: 'taro', at: 'paper', note: 'Showed me how to sharpen a baren. Talked about woodblock paper.' },
  { who: 'eleni', at: 'paper' },
  { who: 'soren', at: 'paper', note: 'Built the reading chairs.' },
  { who: 'wanjiru', at: 'atlas', note: 'Led my group. Talked about maps drawn from memory.' },
  { who: 'fatou', at: 'atlas', by: 'wanjiru' },
  { who: 'leilani', at: 'atlas', note: 'Finds north without a compass.' },
  { who: 'isla', at: 'atlas', note: 'Opened the pilot house for us.' },
  { who: 'annegret', at: 'fair-2', note: 'Coffee before the doors opened.' },
  { who: 'nadeesha', at: 'fair-2', note: 'Talked about library catalogues', by: 'annegret' },
  { who: 'mateus', at: 'fair-2' },
  { who: 'haruka', at: 'fair-2', note: 'Translates for Brücke. Talked about untranslatable weather.' },
  { who: 'omar', at: 'fair-2' },
  { who: 'tomas', at: 'rails', note: 'Plans the line over the pass. Talked about timetables as literature.' },
  { who: 'luca', at: 'rails' },
  { who: 'zoe', at: 'rails', note: 'Bicycles on sleepers!' },
  { who: 'jose', at: 'orillas', note: 'Invited us for next year. Talked about readings on ferries.' },
  { who: 'chiara', at: 'orillas', by: 'jose' },
  { who: 'xochitl', at: 'orillas', note: 'Painted the bridge.' },
  { who: 'camille', at: 'orillas', note: 'Wants twenty copies of the river book.' },
  { who: 'ana', at: 'devconf', note: 'Talked about quiet buildings', by: 'tomas' },
  { who: 'priya', at: 'devconf', note: 'Runs the writing tools at Quill. Talked about margins.' },
  { who: 'arjun', at: 'devconf' },
  { who: 'ines', at: 'devconf', note: 'Whales and ship noise.' },
  { who: 'minjun', at: 'type', note: 'Talked about Hangul and Latin side by side' },
  { who: 'amadou', at: 'type', note: 'Draws Ajami letters.', by: 'minjun' },
  { who: 'layla', at: 'type', note: 'Talked about reed pens' },
  { who: 'yusuf', at: 'dinner', by: 'omar', note: 'Talked about the dotless ı' },
  { who: 'behrouz', at: 'dinner', note: 'Played after the coffee.' },
  { who: 'omar', at: 'dinner' },
  { who: 'siobhan', at: 'stories', note: 'Talked about seal legends' },
  { who: 'ioana', at: 'stories', by: 'siobhan' },
  { who: 'rhys', at: 'stories' },
  { who: 'juergen', days: 640, where: 'His workshop', channel: 'work', note: 'Binds our special editions.' },
  {
    who: 'linh',
    days: 121,
    where: 'Video call',
    channel: 'online',
    note: 'Her second novel, maybe with us.',
  },
  { who: 'pelle', days: 30, where: 'At home', channel: 'other', note: 'My brother.' },
  {
    who: 'leilani',
    days: 3,
    where: 'Old Harbour',
    note: 'Showed me the tide tables her grandfather drew.',
  },
  { who: 'soren', days: 6, where: 'Cedar Books', note: 'Wants to see the reading room.' },
  { who: 'farah', days: 410, where: 'School gate', channel: 'school' },
  {
    who: 'elif',
    days: 94,
    where: 'Cedar Books',
    channel: 'introduced',
    by: 'omar',
    note: 'Talked about cover illustrations',
  },
];
