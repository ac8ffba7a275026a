import { describe, expect, it } from 'vitest';
import { aboutProfile } from '#core/invitations/about-profile.ts';
import { parsePastedInvitations } from '#core/invitations/pasted-invitation.ts';

const forms = (lines: readonly string[]) => parsePastedInvitations(lines.join('\n')).map((one) => one.form);

describe('a card of the invitation list', () => {
  const NOTE = 'Great talking at DevConf!';
  it.each([
    [
      'English',
      'Mia Novak’s profile picture',
      'Mia Novak wants to connect',
      'Ana Silva and 3 other mutual connections',
      '2 weeks ago',
      'Ignore',
      'Accept',
    ],
    [
      'English, older',
      'Mia Novak',
      'Mia Novak invited you to connect',
      'Ana Silva and 3 other mutual connections',
      'Sent 2 weeks ago',
      'Reply to Mia',
      'Ignore Mia Novak’s invitation',
    ],
    [
      'German',
      'Mia Novaks Profilbild',
      'Mia Novak möchte Kontakt mit Ihnen aufnehmen',
      'Ana Silva und 3 weitere gemeinsame Kontakte',
      'vor 2 Wochen',
      'Ignorieren',
      'Annehmen',
    ],
    [
      'German, older',
      'Mia Novak',
      'Mia Novak möchte sich mit Ihnen vernetzen',
      'Ana Silva und 3 weitere gemeinsame Kontakte',
      'Gesendet vor 2 Wochen',
      'Ignorieren',
      'Annehmen',
    ],
    [
      'French',
      'Photo de profil de Mia Novak',
      'Mia Novak souhaite se connecter',
      'Ana Silva et 3 autres relations en commun',
      'il y a 2 semaines',
      'Ignorer',
      'Accepter',
    ],
    [
      'Spanish',
      'Foto de perfil de Mia Novak',
      'Mia Novak quiere conectar',
      'Ana Silva y 3 contactos más en común',
      'hace 2 semanas',
      'Ignorar',
      'Aceptar',
    ],
    [
      'Italian',
      'Foto del profilo di Mia Novak',
      'Mia Novak vuole collegarsi',
      'Ana Silva e altri 3 collegamenti in comune',
      '2 settimane fa',
      'Ignora',
      'Accetta',
    ],
    [
      'Portuguese',
      'Foto do perfil de Mia Novak',
      'Mia Novak quer se conectar',
      'Ana Silva e mais 3 conexões em comum',
      'há 2 semanas',
      'Ignorar',
      'Aceitar',
    ],
    [
      'Dutch',
      'Profielfoto van Mia Novak',
      'Mia Novak wil connecten',
      'Ana Silva en 3 andere gemeenschappelijke connecties',
      '2 weken geleden',
      'Negeren',
      'Accepteren',
    ],
  ])('is read in %s', (...row) => {
    const [, picture, invites, mutuals, age, ...buttons] = row;
    expect(forms([picture, invites, 'Queue engineer at Acme', mutuals, age, NOTE, ...buttons])).toEqual([
      {
        fn: 'Mia Novak',
        headline: 'Queue engineer at Acme',
        message: NOTE,
        mutualNames: ['Ana Silva'],
        mutualCount: 4,
      },
    ]);
  });
});

describe('several cards in one paste', () => {
  it('are taken apart, each with its own note', () => {
    expect(
      forms([
        'Invitations (3)',
        'Manage',
        'Mia Novak’s profile picture',
        'Mia Novak',
        'Queue engineer at Acme',
        'Ana Silva and 3 other mutual connections',
        '2 weeks ago',
        'Ignore',
        'Accept',
        'Bo Lind’s profile picture',
        'Bo Lind',
        'Baker',
        '12 mutual connections',
        'Yesterday',
        'Hi Tom, we met at DevConf.',
        'It was raining.',
        'Reply to Bo',
        'Ignore',
        'Accept',
        'Cy Ott',
        'Sailor',
        'Ignore',
        'Accept',
      ]),
    ).toEqual([
      { fn: 'Mia Novak', headline: 'Queue engineer at Acme', mutualNames: ['Ana Silva'], mutualCount: 4 },
      {
        fn: 'Bo Lind',
        headline: 'Baker',
        message: 'Hi Tom, we met at DevConf.\nIt was raining.',
        mutualNames: [],
        mutualCount: 12,
      },
      { fn: 'Cy Ott', headline: 'Sailor' },
    ]);
  });

  it('begin with “wants to connect” where no buttons were copied', () => {
    expect(
      forms(['Mia Novak wants to connect', 'Queue engineer', 'Bo Lind wants to connect', 'Baker']).map(
        ({ fn }) => fn,
      ),
    ).toEqual(['Mia Novak', 'Bo Lind']);
  });

  it('end where the letter’s small print begins', () => {
    expect(
      forms([
        'Mia Novak wants to connect',
        'Queue engineer',
        'Accept',
        'View profile',
        'Unsubscribe',
        'You are receiving Invitation emails.',
        '© 2026 LinkedIn Ireland',
      ]),
    ).toEqual([{ fn: 'Mia Novak', headline: 'Queue engineer' }]);
  });
});

describe('a profile page', () => {
  it.each([
    ['English', '· 3rd', 'Brno, Czechia · Contact info', '500+ connections', 'Connect', 'About'],
    ['German', '· 3.', 'Brno, Tschechien · Kontaktinfo', '500+ Kontakte', 'Vernetzen', 'Info'],
    ['French', '· 3e', 'Brno, Tchéquie · Coordonnées', '500+ relations', 'Se connecter', 'Infos'],
    [
      'Spanish',
      '· 3er',
      'Brno, Chequia · Información de contacto',
      'Más de 500 contactos',
      'Conectar',
      'Acerca de',
    ],
    [
      'Italian',
      '· 3°',
      'Brno, Cechia · Informazioni di contatto',
      'Oltre 500 collegamenti',
      'Collegati',
      'Informazioni',
    ],
    [
      'Portuguese',
      '· 3º',
      'Brno, Chéquia · Informações de contato',
      '+ de 500 conexões'.replace('+', 'Mais'),
      'Conectar',
      'Sobre',
    ],
    [
      'Dutch',
      '· 3e',
      'Brno, Tsjechië · Contactgegevens',
      'Meer dan 500 connecties',
      'Connectie maken',
      'Over',
    ],
  ])('is read in %s: no note, place and work apart', (...row) => {
    const [, degree, place, counter, button, section] = row;
    const [read] = parsePastedInvitations(
      [
        'https://www.linkedin.com/in/mia-novak/',
        'Mia Novak',
        degree,
        'Queue engineer',
        'Acme',
        place,
        counter,
        button,
        section,
      ].join('\n'),
    );
    expect(read).toEqual({
      form: {
        fn: 'Mia Novak',
        url: 'https://www.linkedin.com/in/mia-novak',
        headline: 'Queue engineer',
        org: 'Acme',
        location: place.split(' · ')[0],
      },
      connections: 500,
    });
  });
});

describe('“About this profile”', () => {
  it.each([
    [
      [
        'About this profile',
        'Joined',
        'March 2011',
        'Contact information',
        'Updated over 1 year ago',
        'Profile photo',
        'Updated less than 6 months ago',
        'No verifications',
      ],
      {
        joined: '2011-03',
        contactUpdated: 'over 1 year ago',
        photoUpdated: 'less than 6 months ago',
        verified: false,
      },
    ],
    [['About this profile', 'Joined 2011', 'Verified using work email'], { joined: '2011', verified: true }],
    [
      [
        'Über dieses Profil',
        'Mitglied seit',
        'März 2011',
        'Kontaktinformationen',
        'Aktualisiert vor mehr als 1 Jahr',
        'Verifiziert',
      ],
      { joined: '2011-03', contactUpdated: 'vor mehr als 1 Jahr', verified: true },
    ],
    [['À propos de ce profil', 'Membre depuis', 'août 2011'], { joined: '2011-08' }],
    [
      ['Acerca de este perfil', 'Se unió', 'enero de 2011', 'Sin verificaciones'],
      { joined: '2011-01', verified: false },
    ],
    [['Informazioni su questo profilo', 'Iscrizione', 'giugno 2011'], { joined: '2011-06' }],
    [
      ['Sobre este perfil', 'Membro desde', 'outubro de 2011', 'Verificado'],
      { joined: '2011-10', verified: true },
    ],
    [
      ['Over dit profiel', 'Lid sinds', 'mei 2011', 'Profielfoto', 'Bijgewerkt minder dan 6 maanden geleden'],
      { joined: '2011-05', photoUpdated: 'minder dan 6 maanden geleden' },
    ],
  ])('%j', (lines, about) => {
    expect(aboutProfile(lines)).toEqual(about);
    expect(parsePastedInvitations(['Mia Novak', 'Writer', ...lines].join('\n'))).toEqual([
      { form: { fn: 'Mia Novak', headline: 'Writer' }, about },
    ]);
  });

  it('is nothing without its heading', () => expect(aboutProfile(['Joined', 'March 2011'])).toBeUndefined());
});
