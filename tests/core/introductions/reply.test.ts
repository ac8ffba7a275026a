import { describe, expect, it } from 'vitest';
import { isUsualAnswer, replySubject } from '#core/introductions/reply.ts';

describe('replySubject', () => {
  it.each([
    ['Old maps', 'Re: Old maps'],
    ['Re: Old maps', 'Re: Old maps'],
    ['RE: re: Old maps', 'Re: Old maps'],
    ['AW: Alte Karten', 'Re: Alte Karten'],
    ['Antw: Oude kaarten', 'Re: Oude kaarten'],
    ['Antwort: Alte Karten', 'Re: Alte Karten'],
    ['SV: Gamla kartor', 'Re: Gamla kartor'],
    ['R: Vecchie mappe', 'Re: Vecchie mappe'],
    ['RES: Mapas', 'Re: Mapas'],
    ['Odp: Mapy', 'Re: Mapy'],
    ['Re[2]: Re(3): Old maps', 'Re: Old maps'],
    ['Re : Vieilles cartes', 'Re: Vieilles cartes'],
    ['回复：地图', 'Re: 地图'],
    ['Re：AW: 地图', 'Re: 地图'],
    // A letter that was passed on is about something else, and words are no marks.
    ['Fwd: Old maps', 'Re: Fwd: Old maps'],
    ['Resources: a list', 'Re: Resources: a list'],
    ['Regarding: maps', 'Re: Regarding: maps'],
    ['Awe: some', 'Re: Awe: some'],
    ['Re:', 'Re:'],
    ['  ', ''],
    ['', ''],
  ])('of %j is %j', (subject, answered) => {
    expect(replySubject(subject)).toBe(answered);
    expect(replySubject(answered)).toBe(answered);
  });
});

describe('isUsualAnswer', () => {
  it.each([
    ['decline_polite', '2026-03-03', '2026-03-10', true],
    ['acceptance', '2026-03-03', '2026-04-02', true],
    ['ask_inviter', '2026-03-03', '2026-03-03', true],
    // A zone east of ours may be a day ahead.
    ['acceptance', '2026-03-04', '2026-03-03', true],
    ['acceptance', '2026-03-03', '2026-04-03', false],
    ['acceptance', '2019-03-03', '2026-04-03', false],
    ['thank_you', '2026-03-03', '2026-03-10', false],
    ['introduction', '2026-03-03', '2026-03-10', false],
    ['nudge', '2026-03-03', '2026-03-10', false],
  ])('%s to a letter of %s on %s: %s', (kind, on, today, isUsual) => {
    expect(isUsualAnswer(kind, on, today)).toBe(isUsual);
  });
});
