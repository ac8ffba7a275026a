// Cards pasted into the line: vCard, MECARD, BIZCARD.
import { describe, expect, it } from 'vitest';
import { captureLine } from '#core/capture/capture-line.ts';
import { expectLinear } from '#tests/linear.ts';
import { contextIn, summaryOf } from './context.ts';

const english = contextIn('en-GB');
const read = (text: string) => summaryOf(captureLine(text, english));

describe('a pasted card', () => {
  it.each([
    [
      'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Ruiz\r\nN:Ruiz;Ana;;;\r\nORG:Acme\\, Inc.;Press\r\nTITLE:Head of R&D\r\nEMAIL:ana@acme.test\r\nTEL:+49 30 1234567\r\nURL:https://example.org/ana\r\nNOTE:Likes bees\\nand ink\r\nCATEGORIES:press,paper\r\nEND:VCARD',
      'name=Ana Ruiz | org=Acme, Inc. | title=Head of R&D | email=ana@acme.test | tel=+49 30 1234567 | url=https://example.org/ana | tag=press | tag=paper | note=Likes bees\nand ink',
    ],
    [
      'MECARD:N:Ruiz,Ana;TEL:+49301234567;EMAIL:ana@acme.test;ORG:Acme\\; Sons;NOTE:say \\"hi\\";URL:https\\://example.org/ana;;',
      'name=Ana Ruiz | tel=+49301234567 | email=ana@acme.test | org=Acme; Sons | note=say "hi" | url=https://example.org/ana',
    ],
    ['MECARD:N:Ana;;', 'name=Ana'],
    [
      'BIZCARD:N:Ana;X:Ruiz;T:Buyer;C:Acme;A:Quay 9;B:+49301234567;E:ana@acme.test;;',
      'name=Ana Ruiz | title=Buyer | org=Acme | tel=+49301234567 | email=ana@acme.test',
    ],
  ])('%#', (text, said) => {
    expect(read(text)).toBe(said);
  });

  it('becomes a line that reads the same', () => {
    const text = 'MECARD:N:de la Vega,Ana María;TEL:030 1234567;NOTE:a; b;;';
    const { line } = captureLine(text, english);
    expect(read(line)).toBe(read(text));
  });

  it('of several people is the first; the others are counted', () => {
    const card = (fn: string) => `BEGIN:VCARD\nVERSION:4.0\nFN:${fn}\nEND:VCARD\n`;
    expect(captureLine(card('Ana') + card('Bo') + card('Cy'), english)).toMatchObject({ further: 2 });
  });

  it('that says nothing is text like any other', () => {
    expect(() => captureLine('BEGIN:VCARD', english)).not.toThrow();
    expect(() => captureLine('MECARD:;;', english)).not.toThrow();
  });

  it.each(['\\;', 'N:a;', ':', '\\'])('is read in linear time: MECARD of %j over and over', (piece) => {
    expectLinear((times) => captureLine(`MECARD:${piece.repeat(times)}`, english), 200);
  });
});
