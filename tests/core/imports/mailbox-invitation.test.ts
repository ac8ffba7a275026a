// LinkedIn's invitation e-mail in the languages and forms it is sent in.
import { describe, expect, it } from 'vitest';
import type { InvitationDraft } from '#core/imports/model.ts';
import { mailboxReader } from '#core/imports/sources/mailbox.ts';
import { expectLinear } from '../../linear.ts';

const encoder = new TextEncoder();
const CONTEXT = {
  now: '2026-06-15T12:00:00Z',
  ownerEmails: new Set<string>(),
  ownerNames: new Set<string>(),
  defaultRegion: undefined,
  reading: {},
};

function parse(text: string, kind: 'mailbox' | 'mail-message' = 'mail-message') {
  const reader = mailboxReader(CONTEXT, { kind });
  reader.push(encoder.encode(text));
  return reader.end();
}
const invitations = (text: string): readonly InvitationDraft[] => parse(text).invitations;

const HEADERS = 'To: Bo Owner <bo@example.org>\nDate: Tue, 10 Mar 2026 09:00:00 +0100\n';
const plain = (subject: string, body: string, from = 'Ana Ruiz <invitations@linkedin.com>') =>
  `From: ${from}\n${HEADERS}Subject: ${subject}\nContent-Type: text/plain; charset=UTF-8\n\n${body}`;

const FOOTER =
  '\nAccept: https://www.linkedin.com/comm/mynetwork/accept?x=1\nView profile: https://www.linkedin.com/comm/in/ana-ruiz-12?midToken=x\n\n----------------------------------------\n\nThis email was intended for Bo Owner (Cook at Home)\nUnsubscribe: https://www.linkedin.com/x\n© 2026 LinkedIn Corporation\n';

describe('L28 an invitation', () => {
  it.each([
    [
      'en',
      'Bo, please add me to your LinkedIn network',
      'Hi Bo,\n',
      "I'd like to join your LinkedIn network.",
      'We met at the bread fair in Turin last May.',
    ],
    [
      'en',
      'I want to connect',
      'Hi Bo,\n',
      "I'd like to connect with you on LinkedIn.",
      'Your talk on sourdough was great!\nShall we bake?',
    ],
    [
      'de',
      'Ich möchte mich mit Ihnen vernetzen',
      'Hallo Bo,\n',
      'Ich möchte Sie gerne zu meinem beruflichen Netzwerk auf LinkedIn hinzufügen.',
      'Wir haben uns auf der Backmesse in Berlin kennengelernt.',
    ],
    [
      'de',
      'Bitte fügen Sie mich zu Ihrem LinkedIn-Netzwerk hinzu',
      'Hallo Bo,\n',
      'Ich möchte Ihrem LinkedIn Netzwerk beitreten.',
      'Liebe Grüße aus Kiel, wie versprochen!',
    ],
    [
      'fr',
      'Je souhaite me connecter',
      'Bonjour Bo,\n',
      'Je souhaite vous ajouter à mon réseau professionnel sur LinkedIn.',
      'Nous nous sommes rencontrés au salon du pain.',
    ],
    [
      'es',
      'Quiero conectar',
      'Hola Bo,\n',
      'Me gustaría añadirte a mi red profesional en LinkedIn.',
      'Nos conocimos en la feria del pan de Bilbao.',
    ],
    [
      'it',
      'Voglio collegarmi',
      'Ciao Bo,\n',
      'Vorrei aggiungerti alla mia rete professionale su LinkedIn.',
      'Ci siamo conosciuti alla fiera del pane di Torino.',
    ],
    [
      'pt',
      'Quero me conectar',
      'Olá, Bo\n',
      'Gostaria de adicionar você à minha rede profissional no LinkedIn.',
      'Nos conhecemos na feira do pão em Lisboa.',
    ],
    [
      'nl',
      'Ik wil graag connectie maken',
      'Hallo Bo,\n',
      'Ik wil je graag toevoegen aan mijn professionele netwerk op LinkedIn.',
      'We spraken elkaar op de broodbeurs in Utrecht.',
    ],
    [
      'pl',
      'Dodaj mnie do swojej sieci LinkedIn',
      'Cześć Bo,\n',
      'Chciałabym dołączyć do Twojej sieci na LinkedIn.',
      'Poznaliśmy się na targach chleba w Krakowie.',
    ],
    [
      'ru',
      'Хочу установить контакт',
      'Здравствуйте, Bo!\n',
      'Хочу добавить вас в свою сеть контактов LinkedIn.',
      'Мы познакомились на ярмарке хлеба в Туле.',
    ],
    [
      'ja',
      'LinkedInネットワークに追加してください',
      'Boさん、\n',
      'LinkedInネットワークに参加させてください。',
      '昨年のパン見本市でお会いしました。',
    ],
    ['zh', '我想加您为好友', '您好，\n', '我希望与您建立联系。', '我们去年在面包展上见过面。'],
    [
      'sv',
      'Lägg till mig i ditt LinkedIn-nätverk',
      'Hej Bo,\n',
      'Jag vill gå med i ditt LinkedIn-nätverk.',
      'Vi sågs på brödmässan i Umeå.',
    ],
    [
      'da',
      'Føj mig til dit LinkedIn-netværk',
      'Hej Bo,\n',
      'Jeg vil gerne være en del af dit netværk på LinkedIn.',
      'Vi mødtes på brødmessen i Aarhus.',
    ],
    [
      'tr',
      'Bağlantı kurmak istiyorum',
      'Merhaba Bo,\n',
      'LinkedIn ağınıza katılmak istiyorum.',
      'Geçen yıl ekmek fuarında tanıştık.',
    ],
  ])('in %s: %s', (_, subject, ...[greeting, stock, note]) => {
    const body = (words: string) => `${greeting}\n${words}\n\nAna Ruiz\nHead of Bread at Acme\n${FOOTER}`;
    expect(invitations(plain(subject, body(note)))).toEqual([
      {
        line: 1,
        direction: 'incoming',
        fn: 'Ana Ruiz',
        url: 'https://www.linkedin.com/in/ana-ruiz-12',
        message: note,
        sentAt: '2026-03-10T08:00:00Z',
        headline: 'Head of Bread at Acme',
        issues: [],
      },
    ]);
    expect(invitations(plain(subject, body(stock)))).toMatchObject([
      { fn: 'Ana Ruiz', headline: 'Head of Bread at Acme', message: '' },
    ]);
  });
  it('has the greeting and the sentence on one line, or nothing', () => {
    const body =
      "Hi Bo, I'd like to join your LinkedIn network.\n\nAna Ruiz\nHead of Bread at Acme\nTurin, Italy\n";
    expect(invitations(plain('I want to connect', body + FOOTER))).toMatchObject([
      { message: '', headline: 'Head of Bread at Acme' },
    ]);
    expect(invitations(plain('I want to connect', `Ana Ruiz\nHead of Bread\n${FOOTER}`))).toMatchObject([
      { message: '', headline: 'Head of Bread' },
    ]);
    expect(invitations(plain('I want to connect', ''))).toMatchObject([
      { fn: 'Ana Ruiz', message: '', url: '' },
    ]);
  });
  it('has its note behind the headline', () => {
    const body = `Ana Ruiz wants to connect\n\nAna Ruiz\nHead of Bread at Acme\nTurin, Italy\n“We met at the bread fair.”\n${FOOTER}`;
    expect(invitations(plain('Ana Ruiz wants to connect', body))).toMatchObject([
      { headline: 'Head of Bread at Acme', message: 'We met at the bread fair.' },
    ]);
  });
  it.each([
    ["Ana Ruiz's invitation is waiting for your response", 'LinkedIn <invitations@linkedin.com>'],
    ['Bo, you have an invitation from Ana Ruiz', 'LinkedIn Invitations <messages-noreply@linkedin.com>'],
    ['Ana Ruiz sent you an invitation to connect', 'LinkedIn <invitations-noreply@linkedin.com>'],
    ['Einladung von Ana Ruiz', 'LinkedIn <invitations@e.linkedin.com>'],
    ['Ana Ruiz ti ha inviato un invito', 'LinkedIn <invitations@linkedin.com>'],
    ['=?utf-8?Q?Ana_Ruiz_m=C3=B6chte_sich_mit_Ihnen_vernetzen?=', 'LinkedIn <invitations@linkedin.com>'],
    ['I want to connect', '"Ana Ruiz via LinkedIn" <invitations@linkedin.com>'],
    ['I want to connect', '=?utf-8?B?QW5hIFJ1aXo=?= <invitations@linkedin.com>'],
  ])('names the inviter in %s, %s', (subject, from) => {
    expect(invitations(plain(subject, `Ana Ruiz\nHead of Bread\n${FOOTER}`, from))).toMatchObject([
      { fn: 'Ana Ruiz', headline: 'Head of Bread' },
    ]);
  });
  it('is named by its text where the envelope does not tell', () => {
    const body = 'Ana Ruiz has sent you an invitation\n\nAna Ruiz\nHead of Bread\n';
    expect(
      invitations(plain('You have 1 new invitation', body, 'LinkedIn <invitations@linkedin.com>')),
    ).toMatchObject([{ fn: 'Ana Ruiz' }]);
    expect(
      parse(plain('You have 1 new invitation', 'Hello', 'LinkedIn <invitations@linkedin.com>')).issues,
    ).toMatchObject([{ code: 'NO_NAME' }]);
  });
  it.each([
    ['Ana Ruiz accepted your invitation', 'LinkedIn <invitations@linkedin.com>'],
    ['Ana Ruiz hat Ihre Einladung angenommen', 'LinkedIn <invitations@linkedin.com>'],
    ['Ana Ruiz a accepté votre invitation', 'LinkedIn <invitations@linkedin.com>'],
    ['Bo, people you may know', 'LinkedIn <messages-noreply@linkedin.com>'],
    ['Your weekly digest', 'LinkedIn <messages-noreply@linkedin.com>'],
    ['I want to connect', 'Ana Ruiz <ana@example.com>'],
    ['I want to connect', 'Ana Ruiz <invitations@linkedin.com.example>'],
    ['I want to connect', 'invitations@linkedin.com <ana@notlinkedin.com>'],
  ])('is not %s by %s', (subject, from) => {
    const parsed = parse(plain(subject, `Ana Ruiz\nHead of Bread\n${FOOTER}`, from));
    expect(parsed.invitations).toEqual([]);
    expect(parsed.issues).toEqual([]);
  });
});

const HTML =
  '<html><head><title>x</title><style>p{}</style></head><body><table><tr><td>Hi Bo,</td></tr><tr><td>I&#39;d like to join your LinkedIn network.</td></tr><tr><td><b>Ana Ruiz</b></td></tr><tr><td>Head of Bread &amp; Rolls</td></tr><tr><td><a href="https://www.linkedin.com/comm/in/ana-ruiz-12?trk=x&amp;y=1">View profile</a> <a href="https://www.linkedin.com/x">Accept</a></td></tr></table><p>This email was intended for Bo Owner</p></body></html>';

describe('the letter around it', () => {
  const header = `From: Ana Ruiz <invitations@linkedin.com>\n${HEADERS}Subject: I want to connect\nMIME-Version: 1.0\n`;
  const expected = [
    {
      fn: 'Ana Ruiz',
      headline: 'Head of Bread & Rolls',
      message: '',
      url: 'https://www.linkedin.com/in/ana-ruiz-12',
    },
  ];
  it('may be HTML alone', () => {
    expect(invitations(`${header}Content-Type: text/html; charset=utf-8\n\n${HTML}`)).toMatchObject(expected);
  });
  it('may be quoted-printable and base64 in parts', () => {
    const text =
      'Hi Bo,=0A=0AWe met at the bread fair in Turin,=\n and I liked your r=C3=B6sti.=0A=0AAna Ruiz=0AHead of Bread=0A';
    const letter = `${header}Content-Type: multipart/alternative;\n boundary*0="a;";\n boundary*1=b\n\npreamble\n--a;b\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: quoted-printable\n\n${text}\n--a;b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n${btoa(HTML).replace(/(.{76})/g, '$1\n')}\n--a;b--\n`;
    expect(invitations(letter)).toMatchObject([
      {
        headline: 'Head of Bread',
        message: 'We met at the bread fair in Turin, and I liked your rösti.',
        url: 'https://www.linkedin.com/in/ana-ruiz-12',
      },
    ]);
    expect(invitations(letter.replace(/\n/g, '\r\n'))).toHaveLength(1);
  });
  it('may be forwarded in its text', () => {
    const body = `FYI\n\n---------- Forwarded message ---------\nFrom: Ana Ruiz <invitations@linkedin.com>\nDate: Tue, Mar 10, 2026 at 9:00 AM\nSubject: I want to connect\nTo: Bo Owner <bo@example.org>\n\nHi Bo,\n\nWe met at the bread fair.\n\nAna Ruiz\nHead of Bread\n${FOOTER}`;
    for (const subject of [
      'Fwd: I want to connect',
      'WG: I want to connect',
      'TR : Je souhaite me connecter',
    ])
      expect(invitations(plain(subject, body, 'Bo Owner <bo@example.org>'))).toMatchObject([
        { fn: 'Ana Ruiz', headline: 'Head of Bread', message: 'We met at the bread fair.' },
      ]);
    const quoted = body.replace(/^/gm, '> ');
    expect(invitations(plain('Fwd: I want to connect', quoted, 'Bo Owner <bo@example.org>'))).toMatchObject([
      { fn: 'Ana Ruiz', message: 'We met at the bread fair.' },
    ]);
  });
  it('may be forwarded as an enclosed letter', () => {
    const inner = plain(
      'I want to connect',
      `Hi Bo,\n\nWe met at the bread fair.\n\nAna Ruiz\nHead of Bread\n${FOOTER}`,
    );
    const letter = `From: Bo Owner <bo@example.org>\nSubject: Fwd: I want to connect\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: message/rfc822\n\n${inner}\n--x--\n`;
    expect(invitations(letter)).toMatchObject([
      { fn: 'Ana Ruiz', message: 'We met at the bread fair.', sentAt: '2026-03-10T08:00:00Z' },
    ]);
  });
  it('may lie in a mailbox, and is nobody the owner corresponds with', () => {
    const one = plain('I want to connect', `Ana Ruiz\nHead of Bread\n${FOOTER}`);
    const separator = 'From invitations@linkedin.com Tue Mar 10 09:00:00 2026';
    const parsed = parse(
      `${separator}\n${one}\n\n${separator}\n${one.replace(/Ana Ruiz/g, 'Carl Weber')}\n`,
      'mailbox',
    );
    expect(parsed.invitations.map(({ fn, line }) => `${fn} ${line}`)).toEqual([
      'Ana Ruiz 1',
      'Carl Weber 21',
    ]);
    expect(parsed.contacts).toEqual([]);
  });
  it('is the only kind whose text is read', () => {
    const other = plain(
      'Fwd: dinner',
      'Ana Ruiz wants to connect\nhttps://www.linkedin.com/in/ana-ruiz-12',
      ' Ana <ana@example.com>',
    );
    expect(JSON.stringify(parse(other))).not.toContain('linkedin.com/in');
  });
  it.each([
    ['lines', (times: number) => 'Ana Ruiz\n'.repeat(times)],
    ['spaces', (times: number) => `${' '.repeat(times)}x`],
    ['a word', (times: number) => 'x'.repeat(times)],
    ['parts', (times: number) => '--b\nContent-Type: text/plain\n\nx\n'.repeat(times)],
  ])('takes linear time: %s', (_, body) => {
    const head = `From: Ana Ruiz <invitations@linkedin.com>\nSubject: I want to connect\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n`;
    expectLinear((times) => parse(head + body(times)), 300);
  });
});
