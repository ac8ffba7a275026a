import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutualNamesIn, parseMutualLine } from '#core/invitations/mutual-line.ts';
import { parsePastedInvitation } from '#core/invitations/pasted-invitation.ts';

const LINES: readonly (readonly [string, readonly string[], number])[] = [
  ['Ana Silva and 3 other mutual connections', ['Ana Silva'], 4],
  ['Ana Silva, Bo Lind and 8 other mutual connections', ['Ana Silva', 'Bo Lind'], 10],
  ['Ana Silva, Bo Lind & 8 other mutual connections', ['Ana Silva', 'Bo Lind'], 10],
  ['Ana Silva, Bo Lind, and 8 other mutual connections', ['Ana Silva', 'Bo Lind'], 10],
  ['Ana Silva, Bo Lind and 8 others are mutual connections', ['Ana Silva', 'Bo Lind'], 10],
  ['Ana Silva and 1 other mutual connection', ['Ana Silva'], 2],
  ['Ana Silva and one other mutual connection', ['Ana Silva'], 2],
  ['Ana Silva is a mutual connection', ['Ana Silva'], 1],
  ['Ana Silva and Bo Lind are mutual connections', ['Ana Silva', 'Bo Lind'], 2],
  ['Ana Silva, Bo Lind and Cy Ott are mutual connections', ['Ana Silva', 'Bo Lind', 'Cy Ott'], 3],
  ['Ana Silva mutual connection', ['Ana Silva'], 1],
  ['12 mutual connections', [], 12],
  ['1,412 mutual connections', [], 1412],
  ['500+ mutual connections', [], 500],
  ['Mutual connections: Ana Silva, Bo Lind', ['Ana Silva', 'Bo Lind'], 2],
  ['Ana Silva, PhD and 2 other mutual connections', ['Ana Silva, PhD'], 3],
  ['Ana Silva, PhD, MBA, Bo Lind and 2 other mutual connections', ['Ana Silva, PhD, MBA', 'Bo Lind'], 4],
  ['  Ana Silva,\n Bo Lind and 8 other\u00a0mutual connections ', ['Ana Silva', 'Bo Lind'], 10],
  ['ANA SILVA AND 3 OTHER MUTUAL CONNECTIONS', ['ANA SILVA'], 4],
  ['Anders And and 3 other mutual connections', ['Anders And'], 4],
  ['You and Ana Silva have 5 mutual connections', [], 5],
  ['3 connections in common', [], 3],
  ['Ana Silva and 2 other shared connections', ['Ana Silva'], 3],
  ['李雷 and 3 other mutual connections', ['李雷'], 4],
  ['Ana Silva und 3 weitere gemeinsame Kontakte', ['Ana Silva'], 4],
  ['Ana Silva, Bo Lind und 8 weitere gemeinsame Kontakte', ['Ana Silva', 'Bo Lind'], 10],
  ['Ana Silva ist ein gemeinsamer Kontakt', ['Ana Silva'], 1],
  ['Ana Silva und Bo Lind sind gemeinsame Kontakte', ['Ana Silva', 'Bo Lind'], 2],
  ['1.412 gemeinsame Kontakte', [], 1412],
  ['Ana Silva et 3 autres relations en commun', ['Ana Silva'], 4],
  ['Ana Silva, Luc Roy et 8 autres relations en commun', ['Ana Silva', 'Luc Roy'], 10],
  ['Ana Silva est une relation en commun', ['Ana Silva'], 1],
  ['Ana Silva et Luc Roy sont des relations en commun', ['Ana Silva', 'Luc Roy'], 2],
  ['Ana Silva y 3 contactos más en común', ['Ana Silva'], 4],
  ['Ana Silva, Luis Gil y otros 8 contactos en común', ['Ana Silva', 'Luis Gil'], 10],
  ['José Ortega y Gasset y 2 contactos más en común', ['José Ortega y Gasset'], 3],
  ['Ana Silva es un contacto en común', ['Ana Silva'], 1],
  ['Ana Silva y Luis Gil son contactos en común', ['Ana Silva', 'Luis Gil'], 2],
  ['Ana Silva e altri 3 collegamenti in comune', ['Ana Silva'], 4],
  ['Ana Silva, Ugo Riva e altri 8 collegamenti in comune', ['Ana Silva', 'Ugo Riva'], 10],
  ['Ana Silva è un collegamento in comune', ['Ana Silva'], 1],
  ['Ana Silva e mais 3 conexões em comum', ['Ana Silva'], 4],
  ['Rui Costa e Silva, Bo Lind e outras 8 conexões em comum', ['Rui Costa e Silva', 'Bo Lind'], 10],
  ['Ana Silva é uma conexão em comum', ['Ana Silva'], 1],
  ['Ana Silva en 3 andere gemeenschappelijke connecties', ['Ana Silva'], 4],
  ['Ana Silva, Bo de Wit en nog 8 gemeenschappelijke connecties', ['Ana Silva', 'Bo de Wit'], 10],
  ['Ana Silva en Bo de Wit zijn gemeenschappelijke connecties', ['Ana Silva', 'Bo de Wit'], 2],
  ['Ana Silva is een gemeenschappelijke connectie', ['Ana Silva'], 1],
  // Other years, other spellings, other counts.
  ['Ana Silva & 77 other mutual connections', ['Ana Silva'], 78],
  ['You both know Ana Silva and Bo Lind', ['Ana Silva', 'Bo Lind'], 2],
  ['You both know Ana Silva, Bo Lind and 5 others', ['Ana Silva', 'Bo Lind'], 7],
  ['Ana Silva is a shared connection', ['Ana Silva'], 1],
  ['2 mutual connections: Ana Silva and Bo Lind', ['Ana Silva', 'Bo Lind'], 2],
  ['Shared connections (3)', [], 3],
  ['Mutual connections (12)', [], 12],
  ['Ana Silva and 3 other mutuals', ['Ana Silva'], 4],
  ['1K+ mutual connections', [], 1000],
  ['Ana Silva and 1,204 other mutual connections', ['Ana Silva'], 1205],
  ['Ana Silva and\u00a012 other mutual\u202fconnections', ['Ana Silva'], 13],
  ['Ana Silva (she/her) and 2 other mutual connections', ['Ana Silva (she/her)'], 3],
  ['Ana Silva, PMP®, CSM and 2 other mutual connections', ['Ana Silva, PMP®, CSM'], 3],
  ['Ana Silva 🌿 and 2 other mutual connections', ['Ana Silva 🌿'], 3],
  ['Seán O’Brien-Ó Néill and 2 other mutual connections', ['Seán O’Brien-Ó Néill'], 3],
  ['Alexandra Sand, Bo Anders And and 2 other mutual connections', ['Alexandra Sand', 'Bo Anders And'], 4],
  ['Ana Silva and Bo Lind and 8 other mutual connections', ['Ana Silva', 'Bo Lind'], 10],
  ['Ana Silva und 12 weitere gemeinsame Kontakte', ['Ana Silva'], 13],
  ['Max Muster und 71 weitere gemeinsame Kontakte', ['Max Muster'], 72],
  ['Ana Silva und 1 weiterer gemeinsamer Kontakt', ['Ana Silva'], 2],
  ['Ana Silva und ein weiterer gemeinsamer Kontakt', ['Ana Silva'], 2],
  ['Ana Silva, Bo Lind und 1 anderer gemeinsamer Kontakt', ['Ana Silva', 'Bo Lind'], 3],
  ['Gemeinsame Kontakte: Ana Silva, Bo Lind', ['Ana Silva', 'Bo Lind'], 2],
  ['Sie kennen beide Ana Silva und Bo Lind', ['Ana Silva', 'Bo Lind'], 2],
  ['1.412 gemeinsame Kontakte', [], 1412],
  ['Über 500 gemeinsame Kontakte', [], 500],
  ['Ana Silva ist ein gemeinsamer Kontakt.', ['Ana Silva'], 1],
  ['Ana Silva est une relation que vous avez en commun', ['Ana Silva'], 1],
  ['Ana Silva et Luc Roy sont des relations que vous avez en commun', ['Ana Silva', 'Luc Roy'], 2],
  ['Ana Silva et 1 autre relation en commun', ['Ana Silva'], 2],
  ['Ana Silva et une autre relation en commun', ['Ana Silva'], 2],
  ['1 412 relations en commun', [], 1412],
  ['1\u202f412 relations en commun', [], 1412],
  ['Plus de 500 relations en commun', [], 500],
  ['3 relations communes', [], 3],
  ['Relations en commun : Ana Silva, Luc Roy et 3 autres', ['Ana Silva', 'Luc Roy'], 5],
  ['Ana Silva y 1 contacto más en común', ['Ana Silva'], 2],
  ['Ana Silva y 3 conexiones más en común', ['Ana Silva'], 4],
  ['5 conexiones en común', [], 5],
  ['Ana Silva, Luis Gil y 8 contactos en común más', ['Ana Silva', 'Luis Gil'], 10],
  ['Ana Silva y otro contacto en común', ['Ana Silva'], 2],
  ['Ana Silva tiene 5 contactos en común contigo', [], 5],
  ['Más de 500 contactos en común', [], 500],
  ['Ana Silva e altri 12 collegamenti in comune', ['Ana Silva'], 13],
  ['Ana Silva e un altro collegamento in comune', ['Ana Silva'], 2],
  ['Ana Silva e 1 altro collegamento in comune', ['Ana Silva'], 2],
  ['Ana Silva e Ugo Riva sono collegamenti in comune', ['Ana Silva', 'Ugo Riva'], 2],
  ['3 connessioni in comune', [], 3],
  ['Oltre 500 collegamenti in comune', [], 500],
  ['Ana Silva, Ugo D’Angelo e altri 8 collegamenti in comune', ['Ana Silva', 'Ugo D’Angelo'], 10],
  ['Ana Silva e mais 1 conexão em comum', ['Ana Silva'], 2],
  ['Ana Silva e outra conexão em comum', ['Ana Silva'], 2],
  ['Ana Silva e 3 outras conexões em comum', ['Ana Silva'], 4],
  ['12 ligações em comum', [], 12],
  ['Ana Silva e mais 3 ligações em comum', ['Ana Silva'], 4],
  ['Ana Silva e Rui Costa são conexões em comum', ['Ana Silva', 'Rui Costa'], 2],
  ['Mais de 500 conexões em comum', [], 500],
  ['Ana Silva en 1 andere gemeenschappelijke connectie', ['Ana Silva'], 2],
  ['Ana Silva en 12 andere wederzijdse connecties', ['Ana Silva'], 13],
  ['12 gedeelde connecties', [], 12],
  ['Ana Silva en één andere gemeenschappelijke connectie', ['Ana Silva'], 2],
  ['Meer dan 500 gemeenschappelijke connecties', [], 500],
  ['Ana Silva, Bo de Wit en 8 anderen zijn gemeenschappelijke connecties', ['Ana Silva', 'Bo de Wit'], 10],
  ['1.412 gemeenschappelijke connecties', [], 1412],
];

describe('a mutual-connections line', () => {
  it.each(LINES)('L29: %s', (line, names, total) => {
    expect(parseMutualLine(line)).toEqual({ names, total });
  });

  it.each([
    '',
    'Ana Silva',
    'mutual connections',
    'I value mutual respect',
    'connections matter',
    '0 mutual connections',
  ])('reads nothing from "%s"', (text) => expect(parseMutualLine(text)).toBeUndefined());

  it('never throws, and names no more people than it counts', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('', ' mutual connections', ' en commun'),
        (text, end) => {
          const read = parseMutualLine(text + end);
          expect(read === undefined || read.names.length <= read.total).toBe(true);
        },
      ),
    );
  });
});

describe('text pasted from the page', () => {
  it('is taken apart into name, headline, mutual line and note', () => {
    expect(
      parsePastedInvitation(
        'Mia Novak\nMia Novak wants to connect\n· 2nd\nQueue engineer at Acme\nAna Silva and 3 other mutual connections\n2 weeks ago\nGreat talking at DevConf!\nMia\nIgnore\nAccept\n',
      ),
    ).toEqual({
      fn: 'Mia Novak',
      headline: 'Queue engineer at Acme',
      mutualNames: ['Ana Silva'],
      mutualCount: 4,
      message: 'Great talking at DevConf!\nMia',
    });
  });

  it('reads a profile page with its address', () => {
    expect(
      parsePastedInvitation(
        'https://de.linkedin.com/in/Mia-Novak-1?trk=x\nMia Novak\n(She/Her)\n· 3rd degree connection\nWriter\n500+ connections\nMessage\nMore',
      ),
    ).toEqual({ fn: 'Mia Novak', url: 'https://www.linkedin.com/in/mia-novak-1', headline: 'Writer' });
  });

  it('takes a greeting after the name as the note', () => {
    expect(parsePastedInvitation('Mia Novak\nHi Tom, we met at DevConf.')).toEqual({
      fn: 'Mia Novak',
      message: 'Hi Tom, we met at DevConf.',
    });
  });

  it('never throws and keeps within the lengths a form allows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (text) => {
        const form = parsePastedInvitation(text);
        expect((form.fn ?? '').length).toBeLessThanOrEqual(300);
        expect((form.message ?? '').length).toBeLessThanOrEqual(4000);
      }),
    );
  });
});

describe('names that are pasted', () => {
  it.each([
    ['Ana Ruiz, Bo Li and 8 other mutual connections', ['Ana Ruiz', 'Bo Li']],
    ['Ana Ruiz\nBo Li', ['Ana Ruiz', 'Bo Li']],
    ['Ana Ruiz, PhD, Bo Li', ['Ana Ruiz, PhD', 'Bo Li']],
    ['12', []],
    ['', []],
  ])('%j', (text, names) => expect(mutualNamesIn(text)).toEqual(names));
});
