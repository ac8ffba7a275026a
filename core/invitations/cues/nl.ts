// Dutch cues.
import type { CueList } from './cue-list.ts';

const APP = 'whatsapp*|telegram*|signal';

export const nl: CueList = {
  plain: {
    met: [
      'we|wij ..1 hebben|hadden ..1 elkaar ..5 ontmoet|gesproken|gezien|leren',
      'we|wij spraken|ontmoetten ..1 elkaar',
      'elkaar ..4 ontmoet|gesproken|leren|gezien',
      'leuk|fijn|goed ..4 ontmoeten|ontmoet|spreken|gesproken|kennis ..3 op|bij|tijdens|gisteren|te|in|hebben',
      'ons|onze gesprek|ontmoeting|kennismaking ..1 op|bij|tijdens|over|gisteren|van|in',
    ],
    worked_together: [
      'we|wij hebben|werkten|studeerden ..3 samen|samengewerkt|gewerkt|gestudeerd',
      'samen gewerkt|gestudeerd',
      'oud|voormalig|voormalige|ex collega|studiegenoot|klasgenoot|student',
      'oudcollega|studiegenoten|studiegenoot|klasgenoot',
    ],
    interest: [
      'je|jouw|uw presentatie|lezing|artikel|boek|keynote|workshop|onderzoek|proefschrift ..1 over|op|bij',
    ],
    pitch: [
      'ik|wij|we help|helpen ..3 ondernemers|bedrijven|mkb|coaches|bureaus|directeuren|organisaties|managers|zzpers',
      'meer leads|klanten|omzet|opdrachten|afspraken',
      'gratis ..1 audit|demo|adviesgesprek|sessie|webinar|scan|consult|proefperiode',
      'je|jouw|uw profiel ..1 tegengekomen|tegen',
      'omzet ..3 verhogen|verdubbelen|laten|groeien',
      'synerg*',
      'beperkt* ..1 plekken|plaatsen|aantal',
      'wij|we bieden ..5 oplossingen|diensten',
    ],
    call_to_action: [
      'kort|korte|vrijblijvend|vrijblijvende|snel|snelle gesprek|belletje|call|kennismaking|telefoontje|afspraak',
      'heb|hebt|heeft je|u|jij ..3 minuten|minuutjes|min|tijd',
      '10|15|20|30 minuten|minuutjes|min voor|deze|van|om',
      'afspraak|gesprek ..2 inplannen|plannen|boeken',
    ],
    recruiter: [
      'recruiter|recruitment|werving|headhunter|wervingsbureau',
      'vacature|functie|rol ..3 bij|voor|als',
      'leuke|mooie|nieuwe|interessante uitdaging|vacature|functie|baan|rol',
      'wij|we zoeken ..4 ontwikkelaar|engineer|developer|manager|adviseur|medewerker',
      'je|jouw|uw profiel ..2 past|aansluit',
    ],
  },
  scam: {
    off_platform: [
      `app|stuur|voeg|bericht|contact*|schrijf|bereik* ..4 via|op|per ..1 ${APP}`,
      `mijn|je|jouw|uw ${APP} ..1 nummer|is`,
      `via|op ${APP} ..2 verder|praten|chatten|appen|contact`,
      'stuur|schrijf|mail ..4 mijn prive ..1 mail|email|e|adres',
    ],
    investment: [
      'gegarandeerd* ..2 rendement|winst|inkomen|inkomsten|opbrengst',
      'crypto*|bitcoin*|forex ..2 investering|investeren|trading|handel|winst|platform|handelen',
      'invest* ..3 in crypto*|bitcoin*|forex',
      'passief inkomen',
      'verdien* ..5 per|elke dag|week|maand',
      'financiele vrijheid',
      'investeringsmogelijkheid|beleggingskans',
    ],
    money: [
      'cadeaukaart|cadeaukaarten|cadeaubonnen ..3 kopen|sturen|nodig',
      'koop|kopen|stuur ..4 cadeaukaart|cadeaukaarten|cadeaubon|cadeaubonnen',
      'geld ..2 overmaken|sturen|lenen',
      'je|jouw|uw bankgegevens|rekeninggegevens|bankrekening',
      'western union',
    ],
    id_document: ['kopie|foto|scan ..1 van ..1 je|jouw|uw paspoort|identiteitskaart|id|rijbewijs'],
    attachment: ['in|zie ..1 de? bijlage'],
    romance: [
      'hallo|hoi|hey ..1 schoonheid|mooie|knapperd|lieverd|schat|schatje|lekkere',
      'je|jij bent ..2 mooi|knap|prachtig|aantrekkelijk|sexy',
      'ben je|jij ..1 single|vrijgezel|getrouwd',
      'zoek ..3 liefde|relatie|partner',
    ],
  },
  introducerBefore: [
    'heeft|had ..4 voorgesteld|aangeraden|aanbevolen|getipt|doorgegeven|geintroduceerd|gegeven',
    'raadde|stelde|tipte|adviseerde ..2 mij|me|voor|aan',
    'zei ..3 dat|we|ik|contact',
    'gaf mij|me ..1 je|jouw|uw naam|gegevens',
  ],
  introducerAfter: [
    'op aanraden|advies|aanbeveling van',
    'aanbevolen|geintroduceerd|voorgesteld door',
    'onze gezamenlijke|gemeenschappelijke|wederzijdse vriend|vriendin|kennis|collega|contact',
    'via onze? vriend|collega|kennis',
  ],
  at: ['op', 'bij', 'tijdens', 'in', 'na', 'de', 'het'],
  stock: [
    'ik wil u graag toevoegen aan mijn professionele netwerk op linkedin',
    'ik wil je graag toevoegen aan mijn professionele netwerk op linkedin',
    'ik zou u graag toevoegen aan mijn professionele netwerk op linkedin',
    'ik zou je graag willen toevoegen aan mijn professionele netwerk op linkedin',
    'ik wil je graag toevoegen aan mijn professionele netwerk',
    'ik wil graag lid worden van uw linkedin netwerk',
    'ik wil graag deel uitmaken van je linkedin netwerk',
    'ik nodig u graag uit voor mijn professionele netwerk op linkedin',
  ],
  filler:
    'hallo hoi dag beste geachte lieve heer mevrouw goedemorgen goedemiddag ik je jij jou jouw u uw we wij ons onze mij me mijn met op aan in en of de het een van voor zou willen wil graag leuk fijn kunnen kennis maken kennismaken contact contacten connectie connecten connectie linken verbinden netwerk netwerken toevoegen profiel interessant uitwisselen professionele linkedin bedankt dank groet groeten vriendelijke vriendelijk hartelijke met heel erg ook meer accepteren uitnodiging uitbreiden',
};
