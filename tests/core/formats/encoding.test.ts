import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '#core/formats/encoding.ts';

const utf16 = (text: string, big = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from('Zoë,Ж,李'), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from('\ufeffZoë,Ж,李'), 'utf-8'],
    ['UTF-16LE with a mark', utf16('\ufeffZoë,Ж,李'), 'utf-16le'],
    ['UTF-16BE with a mark', utf16('\ufeffZoë,Ж,李', true), 'utf-16be'],
  ])('reads %s', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text: 'Zoë,Ж,李', encoding, undecodable: 0 });
  });
  it.each([
    ['utf-16le', false],
    ['utf-16be', true],
  ])('L19: knows %s by its zero bytes', (encoding, big) => {
    const text = 'First Name\tLast Name\nZoë\tŁ';
    expect(decodeText(utf16(text, big))).toEqual({ text, encoding, undecodable: 0 });
  });
  it('L30: takes what is not UTF-8 for windows-1252', () => {
    expect(decodeText(Uint8Array.of(0x5a, 0x6f, 0xeb, 0x20, 0x80, 0x20, 0x92))).toEqual({
      text: 'Zoë € ’',
      encoding: 'windows-1252',
      undecodable: 0,
    });
  });
  it('reads UTF-8 around a cut in the last letter', () => {
    const bytes = Buffer.from('Zoë Ærø Łódź 李明 Ж');
    const { text, encoding, undecodable } = decodeText(bytes.subarray(0, -1));
    expect([text, encoding, undecodable]).toEqual(['Zoë Ærø Łódź 李明 \ufffd', 'utf-8', 1]);
  });
  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof decodeText(bytes).text === 'string'));
  });
});
