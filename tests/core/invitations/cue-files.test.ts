// The files natives correct: a slip in one is told here, by phrase, instead of silently finding nothing.
import { describe, expect, it } from 'vitest';
import de from '#assets/cues/de.json' with { type: 'json' };
import en from '#assets/cues/en.json' with { type: 'json' };
import es from '#assets/cues/es.json' with { type: 'json' };
import fr from '#assets/cues/fr.json' with { type: 'json' };
import it_ from '#assets/cues/it.json' with { type: 'json' };
import nl from '#assets/cues/nl.json' with { type: 'json' };
import pt from '#assets/cues/pt.json' with { type: 'json' };
import { CUE_KINDS, CueFile } from '#core/invitations/cues/cue-list.ts';
import { asMeant, nearWords } from '#core/invitations/near-words.ts';
import { readMessage } from '#core/invitations/message.ts';

// Found by their form, not by words.
const OF_FORM: readonly string[] = ['short_link'];

describe.each([de, en, es, fr, it_, nl, pt].map((file) => [file.language, file] as const))(
  'the cues of %s',
  (_language, raw) => {
    const file = CueFile.parse(raw);
    const phrases = [
      ...file.cues.flatMap((list) => list.phrases),
      ...file.introducer.before,
      ...file.introducer.after,
    ];

    it('have every kind once, each with its source', () => {
      const kinds = file.cues.map(({ kind }) => kind);
      expect(new Set(kinds).size).toBe(kinds.length);
      expect([...kinds, ...OF_FORM].sort()).toEqual([...CUE_KINDS].sort());
      expect(file.cues.every(({ source }) => source.length > 20)).toBe(true);
    });

    it('are written in the notation', () => {
      for (const phrase of phrases) {
        const [first = ''] = phrase.split(' ');
        expect(phrase, 'single blanks').toBe(phrase.trim().replaceAll(/\s+/g, ' '));
        expect(first, phrase).not.toMatch(/^(?:#|\*|\.\.)|\?$/);
        for (const stem of phrase.match(/[^\s|{}]+(?=\*)/g) ?? [])
          expect(stem.length, phrase).toBeGreaterThanOrEqual(3);
        for (const [, set = ''] of phrase.matchAll(/\{(\w+)\}/g))
          expect(file.words, phrase).toHaveProperty(set);
      }
    });

    it('name no phrase twice in one list', () => {
      for (const { kind, phrases: all } of file.cues) expect(new Set(all).size, kind).toBe(all.length);
    });

    it('know LinkedIn’s own sentences for what they are', () => {
      for (const sentence of file.stock.sentences) {
        expect(readMessage(`${sentence}.`).note, sentence).toBe('stock');
        expect(readMessage(`Tom, ${sentence}\n\nMia Novak`).note, sentence).toBe('stock');
      }
    });
  },
);

describe('a slip of the pen', () => {
  const near = nearWords(['guaranteed', 'whatsapp', 'profile', 'investment', 'friend']);
  it.each([
    ['guarenteed', 'guaranteed'],
    ['garanteed', 'guaranteed'],
    ['guarantteed', 'guaranteed'],
    ['investmnet', 'investment'],
    ['profil', 'profile'],
    ['friends', 'friends'],
    ['fiend', 'fiend'],
    ['prophecy', 'prophecy'],
    ['xuaranteed', 'xuaranteed'],
  ])('in %s reads %s', (word, meant) => expect(asMeant(near, word)).toBe(meant));
});
