// Month names as products write them in dates, folded, in the languages LinkedIn's members use most.
import { fold } from '#core/shared/fold.ts';

const NAMES: readonly string[] = [
  'january jan januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia styczeń sty января январь янв ocak oca' +
    ' leden ledna led січень січня січ tammikuu tammikuuta január ianuarie ian gener يناير ינואר ιανουαρίου ιαν',
  'february feb februar febr février févr fev febrero febbraio fevereiro februari lutego luty lut февраля февраль фев февр şubat şub' +
    ' únor února úno лютий лютого лют helmikuu helmikuuta február februarie febrer فبراير פברואר φεβρουαρίου φεβ',
  'march mar märz mär mrz mars marzo março maart mrt marca marzec марта март мар marts mart' +
    ' březen března bře березень березня бер maaliskuu maaliskuuta március márc martie maret març مارس מרץ μαρτίου μαρ',
  'april apr avril avr abril abr aprile kwietnia kwiecień kwi апреля апрель апр nisan nis' +
    ' duben dubna dub квітень квітня квіт huhtikuu huhtikuuta április ápr aprilie أبريل אפריל απριλίου απρ',
  'may mai mayo maggio mag maio mei maja maj мая май mayıs' +
    ' květen května kvě травень травня трав toukokuu toukokuuta május máj maig مايو מאי μαΐου μαϊ',
  'june jun juni juin junio giugno giu junho czerwca czerwiec cze июня июнь июн haziran haz' +
    ' červen června čvn червень червня черв kesäkuu kesäkuuta június jún iunie iun juny يونيو יוני ιουνίου ιουν',
  'july jul juli juillet juil julio luglio lug julho lipca lipiec lip июля июль июл temmuz tem' +
    ' červenec července čvc липень липня лип heinäkuu heinäkuuta július júl iulie iul juliol يوليو יולי ιουλίου ιουλ',
  'august aug août aou agosto ago augustus augusti sierpnia sierpień sie августа август авг ağustos ağu' +
    ' srpen srpna srp серпень серпня серп elokuu elokuuta augusztus agustus agt agu agost أغسطس אוגוסט αυγούστου αυγ',
  'september sep sept septembre septiembre setiembre settembre set setembro września wrzesień wrz сентября сентябрь сен сент eylül eyl' +
    ' září zář вересень вересня вер syyskuu syyskuuta szeptember szept septembrie سبتمبر ספטמבר σεπτεμβρίου σεπ',
  'october oct oktober okt octobre octubre ottobre ott outubro out października październik paź октября октябрь окт ekim eki' +
    ' říjen října říj жовтень жовтня жовт lokakuu lokakuuta október octombrie أكتوبر אוקטובר οκτωβρίου οκτ',
  'november nov novembre noviembre novembro listopada listopad lis ноября ноябрь ноя нояб kasım kas' +
    ' listopadu листопад листопада лист marraskuu marraskuuta noiembrie نوفمبر נובמבר νοεμβρίου νοε',
  'december dec dezember dez décembre déc diciembre dic dicembre dezembro desember des grudnia grudzień gru декабря декабрь дек aralık ara' +
    ' prosinec prosince pro грудень грудня груд joulukuu joulukuuta decembrie ديسمبر דצמבר δεκεμβρίου δεκ',
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, at) => names.split(' ').map((name) => [fold(name), at + 1] as const)),
);

/** 1–12 for a folded month name or abbreviation, with or without its full stop. */
export const monthNamed = (word: string) => MONTHS.get(word.endsWith('.') ? word.slice(0, -1) : word);
