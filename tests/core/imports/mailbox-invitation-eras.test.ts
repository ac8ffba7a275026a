// LinkedIn's invitation e-mail of other years, in languages nobody listed, and as it is handed on.
import { describe, expect, it } from 'vitest';
import { read } from '../../fixtures/reading.ts';
import { expectLinear } from '../../linear.ts';

const OWNER = { ownerEmails: new Set(['olive@example.org']), ownerNames: new Set(['olive owner']) };
const invited = (text: string) =>
  (read(text, 'x.eml', OWNER).parsed?.invitations ?? []).map(
    ({ fn, message, headline = '', sentAt = '' }) => `${fn} | ${headline} | ${sentAt} | ${message}`,
  );

/** `more`: further header lines; a Content-Type among them stands in place of plain text. */
const letter = (from: string, subject: string, body: string, more: readonly string[] = []) =>
  [
    `From: ${from}`,
    'To: Olive Owner <olive@example.org>',
    `Subject: ${subject}`,
    'Date: Sat, 7 Sep 2024 15:05:00 +0000',
    'MIME-Version: 1.0',
    ...(more.some((line) => line.startsWith('Content-Type'))
      ? []
      : ['Content-Type: text/plain; charset=utf-8']),
    ...more,
    '',
    body,
    '',
  ].join('\n');
const DAY = '2024-09-07T15:05:00Z';

describe('of 2012', () => {
  const body = (words: string) =>
    `LinkedIn\n------------\n\nAna Ruiz requested to add you as a connection on LinkedIn:\n------------------------------------------\n\n${words}\n\nAccept invitation from Ana Ruiz\nhttp://www.linkedin.com/e/abc/blk/I1_2/x/svi/\n\nView profile of Ana Ruiz\nhttp://www.linkedin.com/e/abc/rso/1/Wn/svi/\n--\n(c) 2012, LinkedIn Corporation\n`;
  const from = 'Ana Ruiz via LinkedIn <member@linkedin.com>';

  it('its sentence is no note, and the names of its links are none', () => {
    const words = "Olive,\n\nI'd like to add you to my professional network on LinkedIn.\n\n- Ana";
    expect(invited(letter(from, 'Invitation to connect on LinkedIn', body(words)))).toEqual([
      `Ana Ruiz |  | ${DAY} | `,
    ]);
  });
  it('what she wrote is one, her name below it included', () => {
    expect(
      invited(letter(from, 'Join my network on LinkedIn', body('Hi Olive,\n\nWe met at the fair.\n\nAna'))),
    ).toEqual([`Ana Ruiz |  | ${DAY} | We met at the fair.\nAna`]);
  });
});

describe('the sentence LinkedIn fills in', () => {
  it.each([
    ["I'd like to join your professional network.", 'Hi Olive,'],
    ['Ich würde Sie gerne zu meinem beruflichen Netzwerk hinzufügen.', 'Hallo Olive,'],
    ['J’aimerais rejoindre votre réseau professionnel.', 'Bonjour Olive,'],
    ['Me gustaría unirme a tu red profesional.', 'Hola, Olive:'],
    ['Vorrei entrare a far parte della tua rete professionale.', 'Ciao Olive,'],
    ['Gostaria de participar da sua rede profissional.', 'Olá, Olive,'],
    ['Ik wil graag deel uitmaken van je professionele netwerk.', 'Hallo Olive,'],
    ['Jag vill gärna lägga till dig i mitt yrkesnätverk.', 'Hej Olive!'],
    ['LinkedInであなたとつながりたいです。', 'Oliveさん、こんにちは。'],
    ['LinkedIn에서 1촌을 맺고 싶습니다.', 'Olive님, 안녕하세요.'],
  ])('%s', (sentence, greeting) => {
    const body = `${greeting}\n${sentence}\n\nAna Ruiz\nPotter\n\nAccept: https://www.linkedin.com/comm/in/ana\n`;
    expect(invited(letter('Ana Ruiz <invitations@linkedin.com>', 'I want to connect', body))).toEqual([
      `Ana Ruiz | Potter | ${DAY} | `,
    ]);
  });
});

it.each([
  'Olive, I want to connect with you',
  'Olive, gostaria de me conectar com você',
  'Olive, ich möchte mich mit Ihnen vernetzen',
])('a subject may begin with the owner: %s', (subject) => {
  const found = invited(
    letter('Ana Ruiz <invitations@linkedin.com>', subject, 'Hi Olive,\n\nFrom the fair.\n'),
  );
  expect(found).toEqual([`Ana Ruiz |  | ${DAY} | From the fair.`]);
});

describe('in a language whose words nobody listed', () => {
  const body = (link: string) =>
    `Bună, Olive,\nne-am cunoscut la târgul din Iași.\n\nȘtefan Ionescu\nOlar\n\nX: https://www.linkedin.com/comm/${link}\n`;
  const from = 'Ștefan Ionescu <invitations@linkedin.com>';

  it('the button that accepts tells', () => {
    expect(invited(letter(from, 'Aș dori să ne conectăm', body('mynetwork/invite-accept/1/?trk=x')))).toEqual(
      [`Ștefan Ionescu | Olar | ${DAY} | ne-am cunoscut la târgul din Iași.`],
    );
  });
  it('or the template', () => {
    const more = ['X-LinkedIn-Template: email_invitation_single_02'];
    expect(invited(letter(from, 'Aș dori să ne conectăm', body('in/stefan'), more))).toHaveLength(1);
  });
  it.each([
    [
      'that of another letter',
      letter(from, 'Ștefan a acceptat', body('in/stefan'), ['X-LinkedIn-Template: email_accept_invite_01']),
    ],
    [
      'only how clicks are counted',
      letter(from, 'Ștefan a acceptat', body('mynetwork/accept?trk=eml-email_accept_invite_01')),
    ],
    ['no such button', letter(from, 'Ștefan a acceptat', body('in/stefan'))],
    ['LinkedIn itself', letter('LinkedIn <invitations@linkedin.com>', 'Salut', body('mynetwork/accept'))],
    ['another mailbox', letter('Ștefan <messages-noreply@linkedin.com>', 'Salut', body('mynetwork/accept'))],
    [
      'a mailbox that looks alike',
      letter('Ștefan <invitations@linkedin.com.example.org>', 'Salut', body('mynetwork/accept')),
    ],
  ])('not %s', (_, text) => expect(invited(text)).toEqual([]));
});

describe('handed on', () => {
  const inner = letter(
    'Ana Ruiz <invitations@linkedin.com>',
    'I want to connect',
    'Hi Olive,\n\nWe met at the fair.\n\nAna Ruiz\nPotter\n',
  );
  it('as an attachment, whatever the letter around it says', () => {
    const parts = `--b\nContent-Type: text/plain\n\nsee attached\n--b\nContent-Type: message/rfc822\n\n${inner}\n--b--\n`;
    const outer = letter('Olive Owner <olive@example.org>', 'for my book', parts, [
      'Content-Type: multipart/mixed; boundary=b',
    ]);
    expect(invited(outer)).toEqual([`Ana Ruiz | Potter | ${DAY} | We met at the fair.`]);
  });
  it('in a page whose headers no blank line ends, at a time on an unknown clock', () => {
    const page =
      '<p><b>Von:</b> Ana Ruiz &lt;invitations@linkedin.com&gt;<br><b>Gesendet:</b> Samstag, 7. September 2024 17:05<br><b>An:</b> Olive Owner<br><b>Betreff:</b> Ich möchte mich vernetzen</p><p>wir standen in Kassel am Ofen.</p><p>Ana Ruiz<br>Potter</p>';
    const outer = letter('Olive Owner <olive@example.org>', 'WG: Ich möchte mich vernetzen', page, [
      'Content-Type: text/html; charset=utf-8',
    ]);
    expect(invited(outer)).toEqual([
      'Ana Ruiz | Potter | 2024-09-07T17:05:00 | wir standen in Kassel am Ofen.',
    ]);
  });
  it('at a time whose zone is written', () => {
    const text =
      '---------- Forwarded message ---------\nFrom: Ana Ruiz <invitations@linkedin.com>\nDate: Sat, Sep 7, 2024 at 5:05 PM +0200\nSubject: I want to connect\nTo: <olive@example.org>\n\n\nWe met.\n\nAna Ruiz\nPotter\n';
    expect(invited(letter('Olive <olive@example.org>', 'Fwd: I want to connect', text))).toEqual([
      `Ana Ruiz | Potter | ${DAY} | We met.`,
    ]);
  });
});

describe('said once more by LinkedIn itself', () => {
  it.each([
    ['Erinnerung: Ana Ruiz wartet auf Ihre Antwort', 'Ana Ruiz möchte sich mit Ihnen vernetzen.'],
    ["Rappel : l'invitation d'Ana Ruiz est en attente", 'Ana Ruiz souhaite rejoindre votre réseau.'],
    ['Recordatorio: Ana Ruiz está esperando tu respuesta', 'A Ana Ruiz le gustaría conectar contigo.'],
    ['Promemoria: Ana Ruiz sta aspettando la tua risposta', 'Ana Ruiz vuole collegarsi.'],
    ['Lembrete: Ana Ruiz está aguardando a sua resposta', 'Ana Ruiz quer se conectar.'],
    ['Ana Ruiz wacht op je reactie', 'Ana Ruiz wil graag een connectie.'],
  ])('%s', (subject, sentence) => {
    const body = `${sentence}\n\nAna Ruiz\nPotter\n\nX: https://www.linkedin.com/comm/in/ana\n`;
    expect(invited(letter('LinkedIn <invitations@linkedin.com>', subject, body))).toEqual([
      `Ana Ruiz | Potter | ${DAY} | `,
    ]);
  });
});

it.each([
  ['Ana Ruiz invited you to follow Tiles & Co', 'https://www.linkedin.com/comm/company/tiles/'],
  ['Ana Ruiz invited you to Kiln Day', 'https://www.linkedin.com/comm/events/1/accept'],
])('an invitation to something else is none: %s', (subject, link) => {
  const text = letter('Ana Ruiz <invitations@linkedin.com>', subject, `Hi Olive,\n${link}\n`);
  expect(invited(text)).toEqual([]);
});

it('an address that is not LinkedIn’s is part of the note', () => {
  const body =
    'Hi Olive,\n\nThe clay is from https://brandt.example.org\n\nAna Ruiz\nPotter\nAccept: https://www.linkedin.com/comm/in/ana\n';
  expect(invited(letter('Ana Ruiz <invitations@linkedin.com>', 'I want to connect', body))).toEqual([
    `Ana Ruiz | Potter | ${DAY} | The clay is from https://brandt.example.org`,
  ]);
});

describe('forwarded by programs in other languages', () => {
  const quoted = '\n\nHi Olive,\n\nWe met.\n\nAna Ruiz\nPotter\n';
  const from = 'Ana Ruiz <invitations@linkedin.com>';
  it.each([
    [
      `---------- Forwarded message ---------\nDe : ${from}\nDate: sam. 7 sept. 2024 à 17:05\nSubject: I want to connect\nTo: <olive@example.org>`,
      '2024-09-07T17:05:00',
    ],
    [
      `De: ${from}\nEnviado: sábado, 7 de septiembre de 2024 17:05\nPara: Olive\nAsunto: I want to connect`,
      '2024-09-07T17:05:00',
    ],
    [
      `> Von: ${from}\n> Datum: 7. September 2024 um 17:05:12 MESZ\n> An: Olive\n> Betreff: I want to connect`,
      '2024-09-07T15:05:12Z',
    ],
    [
      `-------- Forwarded Message --------\nSubject: \tI want to connect\nDate: \tSat, 7 Sep 2024 15:05:00 +0000\nFrom: \t${from}\nTo: \tOlive`,
      DAY,
    ],
  ])('%s', (headers, sentAt) => {
    expect(invited(letter('Olive <olive@example.org>', 'Fwd: I want to connect', headers + quoted))).toEqual([
      `Ana Ruiz | Potter | ${sentAt} | We met.`,
    ]);
  });
});

describe('a list of those who wait', () => {
  const list = (...people: readonly string[]) =>
    letter(
      'LinkedIn <invitations-noreply@linkedin.com>',
      'You have 2 pending invitations',
      `Olive, they wait\n\n${people.join('\n\n')}\n\nSee all: https://www.linkedin.com/comm/mynetwork/\n`,
    );

  it('is an invitation of everybody on it', () => {
    const found = list(
      'Ana Ruiz\nPotter at Tiles\nAccept: https://www.linkedin.com/comm/in/ana-ruiz-1?x=1',
      'Zoé Béraud\n\nhttps://www.linkedin.com/comm/in/zo%C3%A9-b?x=1',
    );
    expect(
      read(found, 'x.eml', OWNER).parsed?.invitations.map(({ fn, headline, url }) => [fn, headline, url]),
    ).toEqual([
      ['Ana Ruiz', 'Potter at Tiles', 'https://www.linkedin.com/in/ana-ruiz-1'],
      ['Zoé Béraud', undefined, 'https://www.linkedin.com/in/zo%C3%A9-b'],
    ]);
  });
  it('leaves out whoever is not surely named there', () => {
    const found = list('People you may know\nhttps://www.linkedin.com/comm/in/bo-lind?x=1');
    expect(read(found, 'x.eml', OWNER).parsed).toMatchObject({
      invitations: [],
      issues: [{ code: 'NO_NAME' }],
    });
  });
  it('takes linear time', () =>
    expectLinear((times) => invited(list('a\nhttps://www.linkedin.com/in/a\n'.repeat(times))), 2000));
});
