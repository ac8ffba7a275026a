// Made-up facts in which nothing is missing, for golden letters.
import type { Correspondent, DraftFacts } from '#core/introductions/facts.ts';
import type { DraftKind, LetterLanguage } from '#core/introductions/model.ts';

const someone = (fn: string, title: string, org: string): Correspondent => ({
  fn,
  given: fn.split(' ', 1)[0] ?? '',
  title,
  org,
  headline: '',
  email: `${fn.split(' ', 1)[0]?.toLowerCase()}@example.org`,
});

const NOTES: Readonly<Record<LetterLanguage, string>> = {
  en: 'Talked about old maps.',
  de: 'Haben über alte Karten gesprochen.',
  fr: 'Parlé de cartes anciennes.',
  es: 'Hablamos de mapas antiguos.',
  it: 'Parlato di mappe antiche.',
  pt: 'Falamos sobre mapas antigos.',
  nl: 'Gepraat over oude kaarten.',
};

/** What a kind of letter is given when the book knows everything. */
export function fullFacts(kind: DraftKind, language: LetterLanguage = 'en'): DraftFacts {
  return {
    owner: someone('Mara Lindqvist', 'Editor', 'Lantern Press'),
    to: someone('Ana Ruiz', 'Architect', 'Studio Norte'),
    other: someone('Bo Li', 'Surveyor', 'Harbour Labs'),
    because: kind === 'acceptance' ? 'met' : 'known',
    meeting: { event: 'Print Fair', on: '2026-03-12', note: NOTES[language] },
    introducer: { person: someone('Tom Weber', '', ''), quotable: true },
    nextEvent: 'Print Fair',
    mutual: someone('Tom Weber', '', ''),
    profileUrl: 'https://www.linkedin.com/in/ana-ruiz-2/',
    shownAsMutual: true,
    ...(kind === 'decline_introduction' && { offer: 'Ink, archives.' }),
    ...(kind === 'brief_note' && { why: 'Tide mills.' }),
    purpose: 'Maps, paper, harbours.',
    benefit: 'Ink, archives, quiet.',
  };
}
