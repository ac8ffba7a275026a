// Dutch.
import type { WordList } from './word-list.ts';

export const nl: WordList = {
  met: 'ontmoet|ontmoette|leren kennen|leerde kennen|gesproken met|gesproken|kennisgemaakt met|kennisgemaakt|tegengekomen|gezien|sprak met',
  event: 'op|op de|op het|tijdens|tijdens de|tijdens het|gedurende|ontmoet bij|ontmoet op',
  at: 'bij|bij de|bij het',
  org: 'werkt bij|werkt voor|werkzaam bij',
  place: 'in|vlakbij|uit',
  where: '',
  introducer:
    'via|door|voorgesteld door|geïntroduceerd door|dankzij|met dank aan|aanbevolen door|op voorspraak van|door bemiddeling van',
  unmarked:
    "in 't|op 't|in den|op den|op der|in der|in opleiding|in dienst|in contact|van de|van der|van den|van het|van 't",
  articles: "de|het|een|'t",
  fillers:
    'ik|we|wij|en|de|het|een|met|hem|haar|hen|ook|is|was|als|heb|hebben|had|over|van|bij|in|op|aan|die',
  roles:
    'directeur|directrice|bestuurder|eigenaar|eigenaresse|oprichter|oprichtster|medeoprichter|vennoot|voorzitter|leidinggevende|ingenieur|ontwikkelaar|programmeur|ontwerper|ontwerpster|vormgever|vormgeefster|architecte|analist|adviseur|adviseuse|onderzoeker|onderzoekster|wetenschapper|hoogleraar|docent|docente|leraar|lerares|studente|stagiair|stagiaire|redacteur|redactrice|schrijver|schrijfster|auteur|journaliste|fotograaf|fotografe|illustrator|producent|organisator|boekhouder|accountant|advocaat|advocate|notaris|verpleegkundige|verpleger|arts|apotheker|ondernemer|onderneemster|investeerder|bibliothecaris|boekhandelaar|drukker|boekbinder|inkoper|verkoper|secretaris|secretaresse|assistent|assistente|zzp’er|zzper|burgemeester|vertaler|vertaalster|projectleider|teamleider|consulent',
  roleStarts:
    'hoofd|adjunct|plaatsvervangend|algemeen|commercieel|technisch|financieel|zelfstandig|coördinator|beleidsmedewerker|medewerker',
  eventWords:
    'beurs|congres|conferentie|dag|dagen|festival|borrel|bijeenkomst|seminar|symposium|bruiloft|diner|feest|lezing|workshop|week|tentoonstelling|treffen|jaarvergadering|verjaardag',
  labels: {
    name: 'naam|persoon|wie',
    title: 'functie|titel|rol',
    org: 'bedrijf|organisatie|werkgever|firma',
    email: 'e-mail|email|mail',
    tel: 'tel|telefoon|mobiel',
    url: 'site|web|link|website',
    event: 'evenement|gelegenheid',
    place: 'plaats|stad|waar',
    date: 'datum|wanneer|dag',
    introducer: 'voorgesteld door|via',
    tag: 'label|trefwoord|tag',
    note: 'notitie|opmerking|onderwerp|nota',
  },
  days: {
    today: 'vandaag|vanochtend|vanmorgen|vanmiddag|vanavond|zojuist|zonet',
    yesterday: 'gisteren|gisteravond|gisterochtend|gistermiddag|gistermorgen|gisterenavond',
    dayBeforeYesterday: 'eergisteren|eergisteravond',
    weekdays: [
      'maandag|ma',
      'dinsdag|di',
      'woensdag|wo',
      'donderdag|do',
      'vrijdag|vr',
      'zaterdag|za',
      'zondag|zo',
    ],
    last: 'afgelopen|vorige|vorig|laatste|jongstleden|jl',
    thisOne: 'deze|dit',
    next: 'volgende|volgend|komende|aanstaande|aankomende',
    agoBefore: '',
    agoAfter: 'geleden',
    numbers: ['een|één', 'twee|een paar', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien'],
    day: 'dag|dagen',
    week: 'week|weken',
    month: 'maand|maanden',
    year: 'jaar',
    on: 'op|van|sinds|de',
    within: 'in|tijdens|begin|eind|half',
    of: '',
  },
};
