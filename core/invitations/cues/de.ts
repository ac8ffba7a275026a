// German cues.
import type { CueList } from './cue-list.ts';

const APP = 'whatsapp*|telegram*|signal|viber|threema';

export const de: CueList = {
  plain: {
    met: [
      'wir ..2 haben|hatten uns ..6 kennengelernt|getroffen|unterhalten|gesehen|gesprochen',
      'wir ..1 uns ..6 kennengelernt|getroffen|unterhalten|gesprochen',
      'unser|unserem|unseres|unsere|unserer gesprach|treffen|begegnung|unterhaltung|austausch ..2 auf|bei|am|in|uber|nach|letzte*|gestern',
      'danke|vielen ..4 gesprach|unterhaltung|austausch ..2 auf|bei|am|in|gestern|uber',
      'schon|nett|toll|freut|gefreut ..6 kennenzulernen|kennengelernt ..1 zu? haben',
      'haben ..4 gesprochen|unterhalten|getroffen',
    ],
    worked_together: [
      'wir haben|hatten|waren ..5 zusammengearbeitet|zusammen|gemeinsam|kollegen|studiert|kommilitonen',
      'ehemalige|ehemaliger|fruhere|fruherer|alter|alte kollege|kollegin|kollegen|kommilitone|kommilitonin|student|studentin|mitschuler',
      'zusammen|gemeinsam gearbeitet|studiert',
    ],
    interest: [
      'ihr|ihren|ihrem|dein|deinen|deinem vortrag|artikel|buch|beitrag|workshop|keynote|paper',
      'ihre|ihrer|deine|deiner arbeit|prasentation|keynote|bibliothek ..1 zu|uber|an|im|auf',
    ],
    pitch: [
      'ich|wir helfe|helfen|unterstutze|unterstutzen ..3 unternehmen|grunder|unternehmer|unternehmern|coaches|agenturen|geschaftsfuhrer|geschaftsfuhrern|beratern|firmen|kmu|selbststandigen',
      'mehr|neue|qualifizierte leads|kunden|anfragen|umsatz',
      'kostenlos* ..1 erstgesprach|analyse|beratung|demo|webinar|audit|test',
      'auf ihr|dein profil ..1 gestossen|aufmerksam',
      'umsatz|reichweite|sichtbarkeit ..3 steigern|verdoppeln|skalieren|erhohen',
      'synerg*',
      'begrenzte platze|anzahl',
      'neukunden*|kundengewinnung|leadgenerierung',
      'wir bieten ..5 losungen|dienstleistungen|service|services',
      'rabatt|sonderangebot',
    ],
    call_to_action: [
      'kurzes|kurzer|kurzen|unverbindliches|unverbindlichen|15 ..1 telefonat|gesprach|call|austausch|anruf|erstgesprach|termin',
      'haben sie|hast du|hatten sie|hattest ..4 minuten|min|zeit',
      '10|15|20|30 minuten|min zeit|fur|call|gesprach|telefonat',
      'termin ..2 buchen|vereinbaren',
    ],
    recruiter: [
      'recruiter|recruiterin|recruiting|personalberater|personalberaterin|headhunter|personalvermittlung',
      'spannende|offene|neue|vakante|interessante stelle|position|herausforderung|vakanz|rolle',
      'wir suchen|suche ..4 entwickler|entwicklerin|ingenieur|ingenieurin|manager|berater|mitarbeiter',
      'ihr|dein profil ..3 passt|passend',
    ],
  },
  scam: {
    off_platform: [
      `schreib|schreiben|kontaktier*|melde|melden|adde|erreich*|addier* ..4 uber|auf|per|via|bei ..1 ${APP}`,
      `meine|mein|deine|dein|ihre|ihr ${APP} ..1 nummer|ist|kontakt`,
      `auf|uber|per|via ${APP} ..2 schreiben|weiterschreiben|chatten|reden|sprechen|kontaktieren|melden|weiter|unterhalten`,
      'an|auf meine private ..1 email|mail|e|nummer',
    ],
    investment: [
      'garantiert* ..2 rendite|gewinn|gewinne|einkommen|ertrage',
      'krypto*|bitcoin*|forex ..2 investment|investieren|handel|trading|gewinn|gewinne|anlage|plattform',
      'in krypto*|bitcoin*|forex ..1 investieren|anlegen|investiert',
      'passives einkommen',
      'verdien* ..5 taglich|pro|wochentlich ..1 tag|woche|euro',
      'finanzielle freiheit',
      'investitionsmoglichkeit|geldanlage|investmentmoglichkeit',
    ],
    money: [
      'geschenkkarte|geschenkkarten|gutscheinkarte|gutscheinkarten|steamkarten ..3 kaufen|kauf|schicken|besorgen|senden',
      'kauf|kaufen|besorge*|schick* ..5 geschenkkarte|geschenkkarten|gutscheinkarten',
      'geld|betrag ..1 uberweisen|schicken|senden|leihen',
      'uberweis* ..4 euro|eur|geld',
      'ihre|deine bankverbindung|kontodaten|iban|bankdaten',
    ],
    id_document: [
      'kopie|foto|scan ..2 ihres|deines|ihrer|deiner ..1 ausweis*|personalausweis*|reisepass*|passes',
    ],
    attachment: ['im anhang', 'siehe|offnen|offne ..3 anhang'],
    romance: [
      'hallo|hi ..1 schone|schoner|schonheit|susse|susser|hubsche|hubscher|schatz|liebling',
      'du bist ..2 schon|hubsch|sexy|attraktiv|wunderschon',
      'bist du single|verheiratet|vergeben',
      'suche ..3 beziehung|liebe|partnerin',
    ],
  },
  introducerBefore: [
    'hat|hatte ..2 vorgeschlagen|empfohlen|vorgestellt|bekannt|geraten|gesagt ..3 vernetzen|kontakt|verbinden|dass|gemacht',
    'hat|hatte mir ..4 vorgeschlagen|empfohlen|geraten|gegeben|genannt',
    'hat|hatte uns ..3 vorgestellt|bekannt|verbunden',
    'meinte ..4 wir|sollten|ich|sie',
    'empfahl|schlug|riet ..2 mir|vor|sie|dich',
  ],
  introducerAfter: [
    'auf empfehlung von',
    'auf|uber vermittlung|vorschlag von',
    'empfohlen|vorgestellt von|durch',
    'unser|unsere|unserem|unseren gemeinsamer|gemeinsame|gemeinsamen freund|freundin|bekannter|bekannte|bekannten|kollege|kollegin|kontakt',
  ],
  at: ['bei', 'beim', 'auf', 'am', 'im', 'in', 'wahrend', 'nach', 'der', 'dem', 'den'],
  stock: [
    'ich mochte sie gerne zu meinem beruflichen netzwerk auf linkedin hinzufugen',
    'ich mochte sie zu meinem beruflichen netzwerk auf linkedin hinzufugen',
    'ich mochte sie gerne zu meinem beruflichen netzwerk hinzufugen',
    'ich mochte sie gerne als kontakt hinzufugen',
    'ich wurde sie gerne zu meinem netzwerk hinzufugen',
    'ich mochte ihrem linkedin netzwerk beitreten',
    'ich mochte ihrem netzwerk auf linkedin beitreten',
    'ich mochte mich mit ihnen vernetzen',
    'ich mochte dich zu meinem beruflichen netzwerk hinzufugen',
    'ich mochte dich gerne zu meinem beruflichen netzwerk auf linkedin hinzufugen',
  ],
  filler:
    'hallo guten tag liebe lieber sehr geehrte geehrter frau herr moin servus ich sie du wir uns mich mir dich dir ihnen ihr ihre ihren dein deine mein meine meinem mit zu auf in bei und oder der die das den dem ein eine einen wurde wurden mochte mochten gerne gern freue freuen freut mich uber kontakt kontakte vernetzen vernetzung verbinden netzwerk netzwerke hinzufugen profil interessant spannend austausch austauschen bitte danke vielen dank viele beste liebe gruss grusse freundliche freundlichen beruflich beruflichen auch sehr sich hier gefallt',
};
