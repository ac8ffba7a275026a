// The labelled notes of tests/fixtures, read. The held-out ones were not looked at while the lists were written.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMessage } from '#core/invitations/message.ts';
import { scamCues } from '#core/invitations/note-kind.ts';
import { confusionOf, labelledNotes, type LabelledNote } from '#scripts/notes/confusion.ts';

const FIXTURES = path.resolve(import.meta.dirname, '..', '..', 'fixtures');
const LANGUAGES = ['de', 'en', 'es', 'fr', 'it', 'nl', 'pt'];

function notesOf(folder: string): LabelledNote[] {
  const names = readdirSync(path.join(FIXTURES, folder)).filter((name) => name.endsWith('.tsv'));
  expect(names.map((name) => name.slice(0, 2)).sort()).toEqual(LANGUAGES);
  return names.flatMap((name) => labelledNotes(readFileSync(path.join(FIXTURES, folder, name), 'utf8')));
}

const share = (notes: readonly LabelledNote[], label: string) => {
  const { table } = confusionOf(notes.filter((note) => note.label === label));
  const row = table[label] ?? {};
  return (row[label] ?? 0) / Object.values(row).reduce((sum, count) => sum + count, 0);
};

describe.each(['notes', 'notes-held-out'])('the labelled notes in %s', (folder) => {
  const notes = notesOf(folder);

  it('raise no false alarm: nobody who writes kindly is called a seller or a cheat', () => {
    expect(confusionOf(notes).falseAlarms).toEqual([]);
  });

  it('are read as what they are, nine in ten of each kind', () => {
    for (const label of new Set(notes.map((note) => note.label))) {
      expect(share(notes, label), label).toBeGreaterThanOrEqual(0.8);
    }
    expect(confusionOf(notes).mistakes.length / notes.length).toBeLessThan(0.1);
  });

  it('keep recruiters and job seekers apart from cheats', () => {
    for (const { label, text } of notes) {
      if (label === 'recruiter' || label === 'seeker') expect(scamCues(readMessage(text)), text).toEqual([]);
    }
  });
});

describe('a kind word in a dangerous place', () => {
  it.each([
    'Hi, beautiful presentation yesterday!',
    'Bonjour, belle présentation hier.',
    'Hola, linda charla la de ayer.',
    'Ciao, bella serata da Anna!',
    'Olá, linda apresentação!',
    'Hoi, mooie lezing gisteren.',
    'Hallo, schöne Grüße aus Wien!',
    'Congratulations on the prize you won last week.',
    'I saw that you were awarded a grant for your work on mosses.',
    'I build WhatsApp integrations for hospitals.',
    'We are in the same WhatsApp group of parents.',
    'Bin in derselben WhatsApp-Gruppe der Eltern.',
    'Nous sommes dans le même groupe WhatsApp de la classe.',
    'I signed up for your signal processing course.',
    'I collect historical telegrams.',
    'I work in loan approval at a savings bank.',
    'Ich arbeite in der Geldanlage einer Sparkasse.',
    'Je suis prêt à vous aider sans attendre.',
    'I’ll pay you back for the beer!',
    'Please find my CV attached.',
    'In allegato il mio curriculum.',
    'Anbei mein Lebenslauf im Anhang.',
    'Your lovely pictures of Iceland made my day.',
    'Prevención de riesgos: trabajamos sin riesgos.',
    'I teach blockchain and bitcoin at the university.',
    'I never share my password with anybody.',
    'Ganhei o concurso de poesia no ano passado.',
    'Dear sister of Tom, are you coming to the choir?',
  ])('is no scam: %s', (text) => expect(scamCues(readMessage(text))).toEqual([]));
});

describe('a messenger in disguise', () => {
  it.each([
    'text me on W.h.a.t.s.A.p.p',
    'text me on w-h-a-t-s-a-p-p',
    'text me on w h a t s a p p',
    'message me on ᴡʜᴀᴛꜱᴀᴘᴘ',
    'message me on 🅆🄷🄰🅃🅂🄰🄿🄿',
    'message me on 🅦🅗🅐🅣🅢🅐🅟🅟',
    'message me on 🇼🇭🇦🇹🇸🇦🇵🇵',
    'message me on ⓦⓗⓐⓣⓢⓐⓟⓟ',
    'message me on ｗｈａｔｓａｐｐ',
    'message me on 𝓌𝒽𝒶𝓉𝓈𝒶𝓅𝓅',
    'message me on wh\u200bats\u200bapp',
    'message me on wh\u00adatsapp',
    'message me on ШhatsApp'.replace('Ш', 'W'),
    'message me on WһаtѕАрр',
    'message me on ΤΕLΕGRΑΜ',
    'message me on T3l3gr@m',
    'message me on Te1egram',
    'message me on Te|egram',
    'message me on vvhatsapp',
    'message me on what’s app',
    'message me on whats app',
    'message me on tele gram',
    'message me on whatssap',
    'message me on watsap',
    'message me on wa**tsapp',
    'message me on tellegram',
    'message me on telegarm',
  ])('is found: %s', (text) => expect(scamCues(readMessage(text)).length).toBeGreaterThan(0));
});
