// vCalendar 1.0's recurrence grammar (`W1 MO WE #10`, `MP1 2- FR 20241231T000000Z`) as an iCalendar rule.

/** Longer than any rule. */
const LONGEST = 1000;
const RULE = /^\s*(D|W|MP|MD|YM|YD)(\d{1,4})((?:\s+[^\s]+)*)\s*$/i;
const WEEKDAY = /^(?:SU|MO|TU|WE|TH|FR|SA)$/;
/** Without a word about its end a rule takes place twice. */
const USUAL_COUNT = 2;

const PARTS: Readonly<Record<string, readonly [frequency: string, list: string]>> = {
  D: ['DAILY', ''],
  W: ['WEEKLY', 'BYDAY'],
  MP: ['MONTHLY', 'BYDAY'],
  MD: ['MONTHLY', 'BYMONTHDAY'],
  YM: ['YEARLY', 'BYMONTH'],
  YD: ['YEARLY', 'BYYEARDAY'],
};

/** `#5` and `#0` (for ever), or a date. */
function endOf(words: readonly string[]): string {
  const duration = words.map((word) => /^#(\d{1,6})$/.exec(word)?.[1]).find((count) => count !== undefined);
  if (duration !== undefined) return Number(duration) === 0 ? '' : `;COUNT=${duration}`;
  const until = words.find((word) => /^\d{8}(?:T\d{6}Z?)?$/.test(word));
  return until === undefined ? `;COUNT=${USUAL_COUNT}` : `;UNTIL=${until}`;
}

/** `1+ MO 2- TU`: the occurrence stands before its days. */
function days(words: readonly string[]): string[] {
  let nth = '';
  const found: string[] = [];
  for (const word of words) {
    const [, count, sign] = /^([1-5])([+-])?$/.exec(word) ?? [];
    if (count !== undefined) nth = `${sign === '-' ? '-' : ''}${count}`;
    else if (WEEKDAY.test(word)) found.push(`${nth}${word}`);
  }
  return found;
}

/** Days of a month and of a year, months: `5`, `5-` counted from the end, `LD` the last. */
const numbered = (words: readonly string[]) =>
  words.flatMap((word) => {
    if (word === 'LD') return ['-1'];
    const [, number, sign] = /^(\d{1,3})([+-])?$/.exec(word) ?? [];
    return number === undefined ? [] : [`${sign === '-' ? '-' : ''}${number}`];
  });

/** The rule as iCalendar writes it (RFC 5545 §3.3.10); undefined when it is none of vCalendar's. */
export function iCalendarRule(text: string): string | undefined {
  const [, kind = '', interval = '', rest = ''] = RULE.exec(text.slice(0, LONGEST)) ?? [];
  const part = PARTS[kind.toUpperCase()];
  if (!part) return undefined;
  const words = rest.toUpperCase().split(/\s+/).filter(Boolean);
  const [frequency, list] = part;
  const values = list === 'BYDAY' ? days(words) : list === '' ? [] : numbered(words);
  const by = values.length === 0 ? '' : `;${list}=${values.join(',')}`;
  return `FREQ=${frequency};INTERVAL=${interval}${by}${endOf(words)}`;
}
