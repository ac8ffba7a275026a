// A template tried out on people who do not exist, so that its author sees the letter before anybody gets one.
import type { Address } from '#core/manners/model.ts';
import type { Correspondent, DraftFacts } from './facts.ts';
import type { DraftKind, LetterLanguage } from './model.ts';
import type { LetterPreview, TemplateForm } from './own-letters.ts';
import type { LetterPart } from './template-mistake.ts';
import { mistakesInPart } from './template-check.ts';
import { render } from './template-language.ts';
import { variablesOf } from './variables.ts';

/** How much the book knows of the made-up people: a sentence without its fact is to vanish whole. */
export type Knowledge = 'much' | 'little';

/** What the owner would have written themselves, in the letter's language. */
const SAID: Readonly<
  Record<LetterLanguage, { note: string; why: string; purpose: string; benefit: string; offer: string }>
> = {
  en: {
    note: 'Talked about old maps.',
    why: 'You catalogue tide tables.',
    purpose: 'I am looking for somebody who reads old harbour maps.',
    benefit: 'You would meet somebody who prints them.',
    offer: 'I can send you my list of archives.',
  },
  de: {
    note: 'Haben über alte Karten gesprochen.',
    why: 'Die Arbeit an Gezeitentafeln.',
    purpose: 'Gesucht wird jemand, der alte Hafenkarten liest.',
    benefit: 'Ein Kontakt zu einer Druckerei für Karten.',
    offer: 'Gern schicke ich meine Liste der Archive.',
  },
  fr: {
    note: 'Parlé de cartes anciennes.',
    why: 'Le travail sur les tables de marée.',
    purpose: 'Il s’agit de lire d’anciennes cartes de ports.',
    benefit: 'Un contact avec une imprimerie de cartes.',
    offer: 'Je peux envoyer ma liste d’archives.',
  },
  es: {
    note: 'Hablamos de mapas antiguos.',
    why: 'El trabajo con tablas de mareas.',
    purpose: 'Se trata de leer mapas antiguos de puertos.',
    benefit: 'Un contacto con una imprenta de mapas.',
    offer: 'Puedo enviar mi lista de archivos.',
  },
  it: {
    note: 'Parlato di mappe antiche.',
    why: 'Il lavoro sulle tavole di marea.',
    purpose: 'Si tratta di leggere antiche mappe di porti.',
    benefit: 'Un contatto con una tipografia di mappe.',
    offer: 'Posso mandare il mio elenco di archivi.',
  },
  pt: {
    note: 'Falamos sobre mapas antigos.',
    why: 'O trabalho com tábuas de marés.',
    purpose: 'Trata-se de ler mapas antigos de portos.',
    benefit: 'Um contato com uma gráfica de mapas.',
    offer: 'Posso enviar a minha lista de arquivos.',
  },
  nl: {
    note: 'Gepraat over oude kaarten.',
    why: 'Het werk aan getijdentafels.',
    purpose: 'Het gaat om het lezen van oude havenkaarten.',
    benefit: 'Een contact met een drukkerij van kaarten.',
    offer: 'Ik kan mijn lijst met archieven sturen.',
  },
};

const nobody = { org: '', title: '', headline: '', email: '' };
const known = (fn: string, given: string, title: string, org: string): Correspondent => ({
  ...nobody,
  fn,
  given,
  title,
  org,
});
const byName = ({ fn, given }: Correspondent): Correspondent => ({ ...nobody, fn, given });

const OWNER = known('Noor Halvorsen', 'Noor', 'Editor', 'Lantern Press');
const READER = known('Ada Moreno', 'Ada', 'Architect', 'Studio Norte');
const OTHER = known('Jun Castellan', 'Jun', 'Surveyor', 'Harbour Labs');
const FRIEND = known('Tove Brandt', 'Tove', '', '');

/** Made-up facts for a letter of a kind. */
export function sampleFacts(kind: DraftKind, language: LetterLanguage, knowledge: Knowledge): DraftFacts {
  if (knowledge === 'little') return { owner: byName(OWNER), to: byName(READER), other: byName(OTHER) };
  const { note, why, purpose, benefit, offer } = SAID[language];
  return {
    owner: OWNER,
    to: READER,
    other: OTHER,
    because: 'met',
    meeting: { event: 'Print Fair', on: '2026-03-12', note },
    introducer: { person: FRIEND, quotable: true },
    nextEvent: 'Print Fair',
    mutual: FRIEND,
    profileUrl: 'https://www.linkedin.com/in/ada-moreno-2/',
    shownAsMutual: true,
    isKnown: kind !== 'brief_note',
    outcome: 'met',
    why,
    purpose,
    benefit,
    offer,
  };
}

/** The letter a made-up reader would get from a template, and everything that is wrong with it. */
export function previewOf(
  { kind, language, tone, subject, body }: Omit<TemplateForm, 'name'>,
  address: Address,
  knowledge: Knowledge,
): LetterPreview {
  const variables = variablesOf(kind, sampleFacts(kind, language, knowledge), { language, tone, address });
  const written = (part: LetterPart, text: string) => {
    const mistakes = mistakesInPart(part, text);
    return { mistakes, text: mistakes.length > 0 ? undefined : render(text, variables, address).text };
  };
  const [head, letter] = [written('subject', subject), written('body', body)];
  return {
    mistakes: [...head.mistakes, ...letter.mistakes],
    ...(head.text !== undefined && { subject: head.text.replaceAll('\n', ' ') }),
    ...(letter.text !== undefined && { body: letter.text }),
  };
}
