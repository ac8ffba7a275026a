import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairedMojibake } from '#core/formats/mojibake.ts';
import { expectLinear } from '#tests/linear.ts';

const misread = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
const misread1252 = (text: string) => new TextDecoder('windows-1252').decode(Buffer.from(text, 'utf8'));

describe('repairedMojibake', () => {
  it.each(['José', 'Łukasz Żółć', 'Zoë “Z” O’Neill', '王小明', 'Мария', '👩🏽‍🚀 Ana', 'אנה', 'ASCII only'])(
    'F01: gives back %s, misread once, twice and as windows-1252',
    (name) => {
      expect(repairedMojibake(misread(name))).toBe(name);
      expect(repairedMojibake(misread(misread(name)))).toBe(name);
      expect(repairedMojibake(misread1252(name))).toBe(name);
    },
  );
  it.each(['José', 'Ångström Ñandú', '¿Qué?', 'Ã', 'Â ', 'Ãé', 'Çelik', 'naïve Ó Ó', ''])(
    'leaves %s alone',
    (text) => {
      expect(repairedMojibake(text)).toBe(text);
    },
  );
  it('repairs what is broken beside what is not, and no overlong form', () => {
    expect(repairedMojibake(`Wang 王 ${misread('é')}`)).toBe('Wang 王 é');
    expect(repairedMojibake('\xe0\x80\xaf')).toBe('\xe0\x80\xaf');
  });
  it('gives back any text of letters that was misread', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', 'ß', '王', 'Ж', '😀', ' '), maxLength: 30 });
    fc.assert(
      fc.property(text, (name) => {
        expect(repairedMojibake(misread(name))).toBe(name);
      }),
    );
  });
  it('takes time in proportion to the length', () => {
    expectLinear((times) => repairedMojibake('Ã\x83Â©â'.repeat(times)), 200);
  });
});
