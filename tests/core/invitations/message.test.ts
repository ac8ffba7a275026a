import { expectLinear } from '#tests/linear.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessage } from '#core/invitations/message.ts';
import { cuesOfKind, isPitch, saysHowWeMet, scamCues } from '#core/invitations/note-kind.ts';
import { messageKey, ReceivedNotes } from '#core/invitations/templates.ts';
import { CUE_KINDS } from '#core/invitations/cues/cue-list.ts';

describe('a note that says nothing', () => {
  it.each([
    "I'd like to add you to my professional network on LinkedIn.",
    'Hi Tom, I’d like to join your LinkedIn network. Ana Silva, CTO at Acme',
    "I'd like to add you to my professional network on LinkedIn.\n\n- Ana Silva",
    'Ich möchte Sie gerne zu meinem beruflichen Netzwerk auf LinkedIn hinzufügen.',
    'Je souhaite vous ajouter à mon réseau professionnel sur LinkedIn',
    'Me gustaría añadirte a mi red profesional en LinkedIn.',
    'Vorrei aggiungerti alla mia rete professionale su LinkedIn.',
    'Gostaria de adicionar você à minha rede profissional no LinkedIn.',
    'Ik wil u graag toevoegen aan mijn professionele netwerk op LinkedIn.',
  ])('is stock: %s', (text) => expect(readMessage(text).note).toBe('stock'));

  it.each([
    "Hi Tom, let's connect!",
    'Hello, I would love to connect with you. Thanks, Mia',
    '👋',
    'Bonjour, ravi de vous ajouter à mon réseau',
  ])('is no news: %s', (text) => expect(['generic', 'none']).toContain(readMessage(text).note));

  it('is none when blank', () => expect(readMessage(' \n\t').note).toBe('none'));
});

describe('scam cues', () => {
  it.each([
    ['Dear, I like your profile, add me on WhatsApp', 'off_platform', 'add me on WhatsApp'],
    ['please contact me on Telegr4m', 'off_platform', 'contact me on Telegr4m'],
    ['text me on W h a t s A p p', 'off_platform', 'text me on W h a t s A p p'],
    ['message me on Whаtsаpp', 'off_platform', 'message me on Whаtsаpp'],
    ['message me on 𝐖𝐡𝐚𝐭𝐬𝐀𝐩𝐩', 'off_platform', 'message me on 𝐖𝐡𝐚𝐭𝐬𝐀𝐩𝐩'],
    ['Can we talk more on Telegram?', 'off_platform', 'Can we talk more on Telegram'],
    ['My WhatsApp number is 555', 'off_platform', 'My WhatsApp number'],
    ['join https://t.me/abc', 'off_platform', 'https://t.me/abc'],
    ['write me at mia.n@example.com', 'off_platform', 'write me at mia.n@example.com'],
    ['Schreiben Sie mir auf WhatsApp', 'off_platform', 'Schreiben Sie mir auf WhatsApp'],
    ['Écrivez-moi sur WhatsApp', 'off_platform', 'Écrivez-moi sur WhatsApp'],
    ['Escríbeme por WhatsApp', 'off_platform', 'Escríbeme por WhatsApp'],
    ['Scrivimi su Telegram', 'off_platform', 'Scrivimi su Telegram'],
    ['me chame no WhatsApp', 'off_platform', 'chame no WhatsApp'],
    ['stuur me een bericht via WhatsApp', 'off_platform', 'stuur me een bericht via WhatsApp'],
    ['I offer guaranteed returns', 'investment', 'guaranteed returns'],
    ['a great cryp70 investment for you', 'investment', 'cryp70 investment'],
    ['earn 500 dollars per day', 'investment', 'earn 500 dollars per day'],
    ['forex trading made me free', 'investment', 'forex trading'],
    ['please buy me a gift card', 'money', 'buy me a gift card'],
    ['Can you send me $500?', 'money', 'send me $500'],
    ['send me a copy of your passport', 'id_document', 'send me a copy of your passport'],
    ['look: bit.ly/3abc', 'short_link', 'bit.ly/3abc'],
    ['look: bit[.]ly/3abc', 'short_link', 'bit[.]ly/3abc'],
    ['open offer.exe now', 'attachment', 'offer.exe'],
    ['see the attached file', 'attachment', 'see the attached'],
    ['Hello beautiful, how are you', 'romance', 'Hello beautiful'],
    ['are you single?', 'romance', 'are you single'],
  ] as const)('%s', (text, kind, quote) => {
    const cue = readMessage(text).cues.find((one) => one.kind === kind);
    expect(cue?.quote).toContain(quote);
  });

  it.each([
    'I work on WhatsApp infrastructure at Meta.',
    'I lead the Telegram client team, and loved your paper on queues.',
    'I am a cryptography researcher in Graz.',
    'I am a crypto trading systems engineer; we met at DevConf.',
    'I write about crypto regulation and bitcoin fraud.',
    'My 15 minutes of fame were at DevConf.',
    'We signal a change in the market and telegraph it early.',
    'Feel free to email me at mia@example.org if you remember me.',
    'You can email me at mia@example.org.',
    'Your beautiful talk at DevConf inspired me.',
    'I design gift card products for a retailer.',
    'I build rabbit.ly and node.js tools; code at github.com/mia.',
    'Dear Tom, we worked together at Acme.',
    'I invest in climate startups and saw your panel.',
    'I am attached to the embassy in Rome.',
    'Passport control at the airport took so long we ended up talking.',
    'I do not do crypto trading.',
  ])('finds no scam in: %s', (text) => expect(scamCues(readMessage(text))).toEqual([]));
});

describe('pitches and recruiters', () => {
  it.each([
    'I help CEOs scale to 7 figures, got 15 min?',
    'We help agencies generate more leads. Free audit?',
    'Came across your profile. Open to a quick call?',
    'Ich helfe Unternehmern, mehr Kunden zu gewinnen. Haben Sie 15 Minuten?',
    'J’aide les entrepreneurs à trouver plus de clients. Auriez-vous 15 minutes ?',
    'Ayudo a empresas a escalar ventas. ¿Tienes 15 minutos?',
    'Aiuto gli imprenditori a trovare più clienti. Hai 15 minuti?',
    'Ajudo empresas a vender. Tem 15 minutos?',
    'Ik help ondernemers aan meer klanten. Heb je 15 minuten?',
    'Book a slot: https://calendly.com/mia — free demo, limited spots',
  ])('is a pitch: %s', (text) => expect(isPitch(readMessage(text))).toBe(true));

  it.each([
    'I am a recruiter hiring for Acme; your background is a great fit. Quick chat?',
    'My team built the data pipeline that leads the field.',
    'She leads the lab where I work as an engineer.',
    'Great talking at DevConf about queues',
    'Had my 15 minutes of fame on TV.',
    'I help my daughter with her homework.',
  ])('is no pitch: %s', (text) => expect(isPitch(readMessage(text))).toBe(false));

  it('keeps recruiters apart from scam', () => {
    const reading = readMessage('I am a recruiter hiring for Acme.');
    expect(cuesOfKind(reading, 'recruiter').length).toBeGreaterThan(0);
    expect(scamCues(reading)).toEqual([]);
  });
});

describe('what can be checked', () => {
  it.each([
    ['Great talking at DevConf about queues', 'DevConf'],
    ['We met at the Lisbon Queue Summit 2026 last week', 'Lisbon Queue Summit 2026'],
    ['Nice meeting you yesterday at PyCon', 'PyCon'],
    ['Wir haben uns auf der DevConf kennengelernt', 'DevConf'],
    ['Nous nous sommes rencontrés à DevConf', 'DevConf'],
    ['Nos conocimos en DevConf', 'DevConf'],
    ['Ci siamo conosciuti a DevConf', 'DevConf'],
    ['Nos conhecemos na DevConf', 'DevConf'],
    ['We hebben elkaar ontmoet op DevConf', 'DevConf'],
  ])('%s names %s', (text, event) => {
    const reading = readMessage(text);
    expect(saysHowWeMet(reading)).toBe(true);
    expect(reading.event?.name).toBe(event);
  });

  it.each([
    'It would be great to meet you at your office',
    'I hope we met the deadline',
    'I like your profile',
  ])('is no claim of having met: %s', (text) => expect(saysHowWeMet(readMessage(text))).toBe(false));

  it.each([
    ['Hi Tom, Ana Silva suggested we connect.', 'Ana Silva'],
    ['Ana Silva from Acme suggested we connect', 'Ana Silva'],
    ['Ana gave me your name', 'Ana'],
    ['ana suggested we connect', 'ana'],
    ['I was referred by Bo Lind', 'Bo Lind'],
    ['Our mutual friend Bo van Dijk says hello', 'Bo van Dijk'],
    ['Bo Lind told me to write to you', 'Bo Lind'],
    ['Bo Lind introduced us', 'Bo Lind'],
    ['Dana from the Berlin office said I should talk to you', 'Dana'],
    ['Auf Empfehlung von Bo Lind', 'Bo Lind'],
    ['Bo Lind hat mir empfohlen, Sie zu kontaktieren', 'Bo Lind'],
    ['Luc Roy m’a suggéré de vous contacter', 'Luc Roy'],
    ['Luis Gil me sugirió contactarte', 'Luis Gil'],
    ['Ugo Riva mi ha suggerito di scriverti', 'Ugo Riva'],
    ['Rui Costa me recomendou falar com você', 'Rui Costa'],
    // Whom the note is for is not who is said to have done it; the name may stand behind the verb.
    ['Gentile Olive, mi ha dato il suo nome Ugo Riva', 'Ugo Riva'],
    ['Bom dia Olive, quem me falou de si foi o Rui Costa', 'Rui Costa'],
    ['Hola Olive, me dio tu contacto Luis Gil', 'Luis Gil'],
    ['Bonjour, c’est Luc Roy qui m’a parlé de vous', 'Luc Roy'],
    ['Sur les conseils d’Amélie Roy', 'Amélie Roy'],
    ['È stato Ugo Riva a consigliarmi di scriverle', 'Ugo Riva'],
    ['O Rui Costa contou-me que percebe disto', 'Rui Costa'],
    ['Frau Ahrens, von Bo Lind weiß ich, dass Sie Orgeln bauen', 'Bo Lind'],
    ['I’m writing on behalf of Bo Lind', 'Bo Lind'],
  ])('%s claims an introduction by %s', (text, name) =>
    expect(readMessage(text).introducer?.name).toBe(name),
  );

  it.each([
    'LinkedIn suggested we connect',
    'A friend told me about you',
    'They recommended you',
    'I suggested we connect',
    'Dear Olive, told me about it was the postman',
  ])('names nobody: %s', (text) => expect(readMessage(text).introducer).toBeUndefined());
});

describe('a meeting that is denied', () => {
  const claims = (text: string) =>
    readMessage(text).cues.some(({ kind }) => kind === 'met' || kind === 'worked_together') ||
    readMessage(text).event !== undefined;

  it.each([
    'We have never met, but I read your essay.',
    'I don’t think we met at the fair, not in person.',
    'Wir haben uns nie getroffen, aber ich kenne Ihr Buch.',
    'Es wäre schön, Sie auf der Messe in Kassel kennenzulernen.',
    'Nous ne nous sommes jamais rencontrés, mais j’ai lu votre article.',
    'Nous ne nous sommes pas croisés au salon de Nancy.',
    'Nunca nos conocimos, pero leí su estudio.',
    'Non ci siamo mai incontrati, ma ho letto il suo saggio.',
    'Ainda não nos conhecemos, mas li o seu estudo.',
    'We hebben elkaar nog nooit ontmoet, maar ik las uw stuk.',
  ])('is not claimed: %s', (text) => expect(claims(text)).toBe(false));

  it.each([
    'Not sure you know: we met at the fair in Leeds.',
    'Haben wir uns nicht auf der Messe in Kassel getroffen?',
    'Wir haben uns im Mai auf der Messe kennengelernt.',
    'Wir haben uns nicht nur auf der Messe getroffen.',
    'We hebben elkaar pas ontmoet op de beurs in Zwolle.',
    'Je kent me niet meer, we hebben elkaar ontmoet op de beurs.',
    'Non so se ricorda, ci siamo incontrati alla fiera di Cremona.',
  ])('is claimed: %s', (text) => expect(claims(text)).toBe(true));
});

it.each([
  ['I’m a student of geology', 'seeker'],
  ['I am an apprentice', 'seeker'],
  ['We’ve worked together at Acme', 'worked_together'],
  ['I’m single and looking for love', 'romance'],
] as const)('reads a contraction as the words it stands for: %s', (text, kind) =>
  expect(readMessage(text).cues.map((cue) => cue.kind)).toContain(kind),
);

describe('any text', () => {
  const pieces = fc.constantFrom(
    'add me on WhatsApp',
    'Ana suggested we connect',
    'W h a t s',
    'İ',
    'ǅ',
    '10x',
    'bit.ly/x',
    'met at',
    ' ',
    '\n\n',
    'e\u0301',
    '👋🏽',
    'free demo',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((parts) => parts.join('')),
  );

  it('gives a reading whose quotes are all verbatim, in order and of known kinds', () => {
    fc.assert(
      fc.property(text, (message) => {
        const { cues, introducer, event } = readMessage(message);
        for (const cue of cues) {
          expect(message.slice(cue.start, cue.start + cue.quote.length)).toBe(cue.quote);
          expect(CUE_KINDS).toContain(cue.kind);
        }
        expect(cues.map((cue) => cue.start)).toEqual(cues.map((cue) => cue.start).toSorted((a, b) => a - b));
        for (const claim of [introducer, event]) {
          if (claim) expect(message.slice(claim.start, claim.start + claim.quote.length)).toBe(claim.quote);
        }
      }),
    );
  });

  it.each([
    'met at ',
    'a ',
    'a.',
    'i help ',
    'add me on ',
    'W h a ',
    'x@',
    'email me at a',
    '- ',
    'Ana ',
    'Ana, told me. ',
    'not we met ',
  ])('is read in linear time, however often "%s" repeats', (piece) => {
    expectLinear((times) => readMessage(piece.repeat(times)), 600);
  });
});

describe('the same message from several inviters', () => {
  const note = 'I admire how your team ships queues and would value trading notes';
  it('is recognised across signatures and reported to each', () => {
    const notes = new ReceivedNotes();
    const received = (id: number, fn: string, message: string) =>
      notes.keep(id, { fn, inviter: fn, key: messageKey(message, fn) ?? '' });
    received(1, 'Ana Silva', `${note}. Ana Silva`);
    received(2, 'Bo Lind', `${note}!\nBo`);
    received(3, 'Cy Ott', 'We met at DevConf, remember the taxi to the station?');
    expect([1, 2, 3].map((id) => notes.sendersOf(id).same)).toEqual([['Bo Lind'], ['Ana Silva'], []]);
  });

  it('is not claimed of stock text', () => {
    expect(messageKey("I'd like to add you to my professional network on LinkedIn.", 'Ana')).toBeUndefined();
  });
});
