// Month names as products write them in dates, folded, in the languages LinkedIn's members use most.
import { fold } from '#core/shared/fold.ts';

const NAMES: readonly string[] = [
  'january jan januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia styczeń sty января январь янв ocak oca',
  'february feb februar febr février févr fev febrero febbraio fevereiro februari lutego luty lut февраля февраль фев февр şubat şub',
  'march mar märz mär mrz mars marzo março maart mrt marca marzec марта март мар marts mart',
  'april apr avril avr abril abr aprile kwietnia kwiecień kwi апреля апрель апр nisan nis',
  'may mai mayo maggio mag maio mei maja maj мая май mayıs',
  'june jun juni juin junio giugno giu junho czerwca czerwiec cze июня июнь июн haziran haz',
  'july jul juli juillet juil julio luglio lug julho lipca lipiec lip июля июль июл temmuz tem',
  'august aug août aou agosto ago augustus augusti sierpnia sierpień sie августа август авг ağustos ağu',
  'september sep sept septembre septiembre setiembre settembre set setembro września wrzesień wrz сентября сентябрь сен сент eylül eyl',
  'october oct oktober okt octobre octubre ottobre ott outubro out października październik paź октября октябрь окт ekim eki',
  'november nov novembre noviembre novembro listopada listopad lis ноября ноябрь ноя нояб kasım kas',
  'december dec dezember dez décembre déc diciembre dic dicembre dezembro desember des grudnia grudzień gru декабря декабрь дек aralık ara',
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, at) => names.split(' ').map((name) => [fold(name), at + 1] as const)),
);

/** 1–12 for a folded month name or abbreviation, with or without its full stop. */
export const monthNamed = (word: string) => MONTHS.get(word.endsWith('.') ? word.slice(0, -1) : word);
