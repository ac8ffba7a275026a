// What the text of a QR code says about somebody.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureLine } from '#core/capture/capture-line.ts';
import { qrContent } from '#core/capture/qr-content.ts';
import { expectLinear } from '#tests/linear.ts';
import { contextIn, summaryOf } from './context.ts';

const english = contextIn('en-GB');
const read = (text: string) => {
  const { kind, line } = qrContent(text);
  return `${kind}: ${summaryOf(captureLine(line, english))}`;
};

const PHOTO = `PHOTO;ENCODING=BASE64;JPEG:${'/9j/4AAQ'.repeat(40)}`;

describe('the text of a QR code', () => {
  it.each([
    [
      `BEGIN:VCARD\r\nVERSION:2.1\r\nN:Haddad;Noor\r\nFN:Noor Haddad\r\nORG:Letter & Sons\r\n${PHOTO}\r\n\r\nTEL;CELL:+442079460958\r\nEND:VCARD`,
      'card: name=Noor Haddad | org=Letter & Sons | tel=+442079460958',
    ],
    [
      'BEGIN:VCARD\nVERSION:3.0\nN:Haddad;Noor;;;\nFN:Noor Haddad\nTITLE:Head of Type\nEMAIL:noor@letter.test\nEND:VCARD',
      'card: name=Noor Haddad | title=Head of Type | email=noor@letter.test',
    ],
    [
      'BEGIN:VCARD\nVERSION:4.0\nFN:Noor Haddad\nURL:https://letter.test/noor\nEND:VCARD',
      'card: name=Noor Haddad | url=https://letter.test/noor',
    ],
    [
      'MECARD:N:Haddad,Noor;NOTE:a\\;b;EMAIL:noor@letter.test;;',
      'card: name=Noor Haddad | note=a;b | email=noor@letter.test',
    ],
    [
      'BIZCARD:N:Noor;X:Haddad;C:Letter;E:noor@letter.test;;',
      'card: name=Noor Haddad | org=Letter | email=noor@letter.test',
    ],
    ['https://www.linkedin.com/in/noor-haddad', 'profile: url=https://www.linkedin.com/in/noor-haddad'],
    [
      'https://uk.linkedin.com/in/Noor-Haddad/?trk=qr&utm_source=x',
      'profile: url=https://www.linkedin.com/in/noor-haddad',
    ],
    ['linkedin.com/in/noor-haddad', 'profile: url=https://www.linkedin.com/in/noor-haddad'],
    ['de.linkedin.com/in/noor-haddad', 'profile: url=https://www.linkedin.com/in/noor-haddad'],
    ['https://lnkd.in/eAbCdEf', 'shortLink: url=https://lnkd.in/eAbCdEf'],
    ['https://www.linkedin.com/company/letter', 'link: url=https://www.linkedin.com/company/letter'],
    ['HTTPS://LETTER.TEST/NOOR', 'link: url=HTTPS://LETTER.TEST/NOOR'],
    ['www.letter.test/noor', 'link: url=https://www.letter.test/noor'],
    ['mailto:noor%2Btype@letter.test?subject=Hi&body=there', 'email: email=noor+type@letter.test'],
    ['MATMSG:TO:noor@letter.test;SUB:Hello;BODY:World;;', 'email: email=noor@letter.test'],
    ['noor@letter.test', 'email: email=noor@letter.test'],
    ['tel:+44-20-7946-0958', 'tel: tel=+44-20-7946-0958'],
    ['SMSTO:+442079460958:call me', 'tel: tel=+442079460958'],
    ['+44 20 7946 0958', 'tel: tel=+44 20 7946 0958'],
    [
      'Noor Haddad\r\nHead of Type\r\nnoor@letter.test',
      'text: name=Noor Haddad | title=Head of Type | email=noor@letter.test',
    ],
    ['WIFI:T:WPA;S:guests;P:secret;;', 'other: '],
    ['otpauth://totp/Letter:noor?secret=JBSWY3DPEHPK3PXP', 'other: '],
    ['geo:51.5,-0.1', 'other: '],
    ['javascript:alert(1)', 'other: '],
    ['BEGIN:VEVENT\nSUMMARY:Fair\nEND:VEVENT', 'other: '],
    ['', 'text: '],
  ])('%j', (text, said) => {
    expect(read(text)).toBe(said);
  });

  it('never shows a word of what is no person', () => {
    expect(qrContent('WIFI:T:WPA;S:guests;P:secret;;')).toEqual({
      kind: 'other',
      line: '',
      label: '',
      further: 0,
    });
  });

  it('counts the cards of a code that holds several, and is called by its first name', () => {
    const card = (fn: string) => `BEGIN:VCARD\nVERSION:4.0\nFN:${fn}\nEND:VCARD\n`;
    expect(qrContent(card('Noor') + card('Bo'))).toMatchObject({ label: 'Noor', further: 1 });
  });

  it('is read whatever it is', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 20, unit: 'binary' }),
      fc.constantFrom(
        'BEGIN:VCARD\n',
        'END:VCARD',
        'MECARD:',
        'N:',
        ';',
        '\\',
        'mailto:',
        '%',
        'https://',
        'linkedin.com/in/',
        'tel:',
        '\n',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
        const { kind, line, label } = qrContent(pieces.join(''));
        if (kind === 'other') expect(line + label).toBe('');
        expect(label.length).toBeLessThanOrEqual(160);
        expect(label).not.toMatch(/[\r\n]/);
        expect(() => captureLine(line, english)).not.toThrow();
      }),
    );
  });

  it.each(['a@', '%4', 'linkedin.com/in/', '\n', '+1 '])(
    'is read in linear time: %j over and over',
    (piece) => {
      expectLinear((times) => qrContent(piece.repeat(times)), 200);
    },
  );
});
