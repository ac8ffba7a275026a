// Codes in photographs: turned, bent, blurred, faded, small, inverted, several at once.
import { describe, expect, it } from 'vitest';
import { codesIn } from '#renderer/features/events/qr-codes.ts';
import { qrPicture } from '#tests/fixtures/qr-picture.ts';
import type { Taking } from '#tests/fixtures/qr-picture.ts';

const LINK = 'https://www.linkedin.com/in/noor-haddad';
const CARD =
  'BEGIN:VCARD\nVERSION:3.0\nN:Haddad;Noor;;;\nFN:Noor Haddad\nORG:Letter & Sons\nTITLE:Head of Type\nEMAIL:noor@letter.test\nTEL:+44 20 7946 0958\nEND:VCARD';

describe('codes in a photograph', () => {
  it.each<readonly [string, Taking]>([
    ['as they are printed', {}],
    ['turned a little', { degrees: 17 }],
    ['turned by half a right angle', { degrees: 45 }],
    ['upside down', { degrees: 183 }],
    ['seen from below', { skew: 0.1 }],
    ['seen from far below', { skew: 0.2 }],
    ['out of focus', { blur: 1.5 }],
    ['badly out of focus', { blur: 2.2 }],
    ['faded', { fade: 0.8 }],
    ['small', { size: 170 }],
    ['inverted', { inverted: true }],
    ['turned, bent, soft and faded', { degrees: 30, skew: 0.1, blur: 1, fade: 0.5 }],
  ])('are read %s', async (_, taking) => {
    expect(await codesIn(qrPicture([LINK], taking))).toEqual([LINK]);
    expect(await codesIn(qrPicture([CARD], taking))).toEqual([CARD]);
  });

  it('are all found, each once', async () => {
    const found = await codesIn(qrPicture([LINK, CARD, LINK], { width: 1500, height: 600 }));
    expect(found.toSorted()).toEqual([CARD, LINK]);
  });

  it('are not imagined where there are none', async () => {
    expect(await codesIn(qrPicture([]))).toEqual([]);
    const noise = qrPicture([]);
    noise.data.forEach((_, at) => {
      if (at % 4 !== 3) noise.data[at] = Math.imul(at >> 2, 0x9e_37_79_b1) >>> 24;
    });
    expect(await codesIn(noise)).toEqual([]);
  });
});
