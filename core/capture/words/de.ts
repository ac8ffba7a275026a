// German.
import type { WordList } from './word-list.ts';

export const de: WordList = {
  met: 'getroffen|kennengelernt|kennen gelernt|traf|lernte kennen|begegnet|gesprochen mit|getroffen auf der|getroffen bei|treffen mit|habe getroffen',
  event:
    'auf der|auf dem|auf|während|während der|während des|beim|anlässlich|getroffen auf|kennengelernt auf',
  at: 'bei|bei der|bei den',
  org: 'arbeitet bei|arbeitet für|angestellt bei',
  place: 'in|nahe|aus',
  where: 'im|am|an der',
  introducer:
    'via|durch|vorgestellt von|vorgestellt durch|bekannt gemacht von|vermittelt von|vermittelt durch|dank|empfohlen von|auf empfehlung von|kontakt von|kontakt über|kennengelernt über|kennengelernt durch',
  unmarked: 'in der beratung|in leitung|in ausbildung|in elternzeit|in rente|in kontakt',
  articles: 'der|die|das|den|dem|des|ein|eine|einen|einem|einer',
  fillers:
    'ich|wir|und|der|die|das|den|dem|habe|haben|hatte|mit|ihn|sie|ihm|ihr|uns|mich|auch|kurz|heute|wieder|ist|war|als|über|zu|zum|zur|bei|in|an|am|im|auf|von',
  roles:
    'geschäftsführer|geschäftsführerin|gf|inhaber|inhaberin|gründer|gründerin|mitgründer|mitgründerin|leiter|leiterin|direktor|direktorin|vorstand|vorständin|vorstandsmitglied|vorsitzender|vorsitzende|prokurist|prokuristin|ingenieur|ingenieurin|entwickler|entwicklerin|softwareentwickler|softwareentwicklerin|berater|beraterin|unternehmensberater|unternehmensberaterin|professorin|dozent|dozentin|lehrer|lehrerin|studentin|praktikant|praktikantin|redakteur|redakteurin|journalistin|autorin|grafiker|grafikerin|designerin|architektin|analystin|wissenschaftler|wissenschaftlerin|forscher|forscherin|anwalt|anwältin|rechtsanwalt|rechtsanwältin|steuerberater|steuerberaterin|arzt|ärztin|apotheker|apothekerin|einkäufer|einkäuferin|verkäufer|verkäuferin|vertrieb|buchhalter|buchhalterin|sekretär|sekretärin|assistent|assistentin|projektleiter|projektleiterin|teamleiter|teamleiterin|abteilungsleiter|abteilungsleiterin|referent|referentin|buchbinder|buchbinderin|drucker|druckerin|selbstständig|freiberufler|freiberuflerin|unternehmer|unternehmerin|bürgermeister|bürgermeisterin',
  roleStarts:
    'leitung|stellvertretender|stellvertretende|leitende|leitender|wissenschaftlicher|wissenschaftliche|freier|freie|technische|technischer|kaufmännischer|kaufmännische|kfm|werkstudent|werkstudentin',
  eventWords:
    'messe|tagung|kongress|konferenz|treffen|stammtisch|fest|hochzeit|seminar|tage|tag|workshop|symposium|feier|empfang|vortrag|barcamp|abendessen|geburtstag|ausstellung|kirchentag',
  labels: {
    name: 'name|person|wer',
    title: 'titel|funktion|rolle|position|beruf',
    org: 'firma|unternehmen|organisation|arbeitgeber',
    email: 'e-mail|email|mail',
    tel: 'tel|telefon|handy|mobil|fon',
    url: 'web|webseite|website|link',
    event: 'veranstaltung|anlass|event',
    place: 'ort|stadt|wo',
    date: 'datum|wann|am',
    introducer: 'vorgestellt von|über|vermittler',
    tag: 'schlagwort|stichwort|tag',
    note: 'notiz|anmerkung|thema|über was|bemerkung',
  },
  days: {
    today:
      'heute|heute morgen|heute früh|heute vormittag|heute mittag|heute nachmittag|heute abend|gerade eben',
    yesterday:
      'gestern|gestern abend|gestern morgen|gestern früh|gestern mittag|gestern nachmittag|gestern vormittag',
    dayBeforeYesterday: 'vorgestern|vorgestern abend',
    weekdays: [
      'montag|mo|montagabend',
      'dienstag|di|dienstagabend',
      'mittwoch|mi|mittwochabend',
      'donnerstag|do|donnerstagabend',
      'freitag|fr|freitagabend',
      'samstag|sa|sonnabend|samstagabend',
      'sonntag|so|sonntagabend',
    ],
    last: 'letzten|letzte|letztes|letzter|letztem|vergangenen|vergangene|vergangenes|vorigen|vorige|voriges|letzt',
    thisOne: 'diesen|diese|dieses|dieser|diesem',
    next: 'nächsten|nächste|nächstes|nächster|kommenden|kommende|kommendes',
    agoBefore: 'vor',
    agoAfter: '',
    numbers: [
      'ein|einem|einer|eins',
      'zwei|zwo',
      'drei',
      'vier',
      'fünf',
      'sechs',
      'sieben',
      'acht',
      'neun',
      'zehn',
    ],
    day: 'tag|tage|tagen',
    week: 'woche|wochen',
    month: 'monat|monate|monaten',
    year: 'jahr|jahre|jahren',
    on: 'am|an|vom|seit|der|den',
    within: 'im|in|anfang|mitte|ende|im jahr|im jahre',
    of: '',
  },
};
