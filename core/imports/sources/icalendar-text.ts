// An event's words: name, place, address, description, as much of each as the book takes.
import { type Component, propertiesOf, propertyOf } from '#core/formats/icalendar/components.ts';
import { type ContentLine, parameter, textValue } from '#core/formats/icalendar/content-lines.ts';
import { htmlText, looksLikeHtml, withoutEntities } from '#core/formats/mail/html-text.ts';
import { fold } from '#core/shared/fold.ts';
import type { Issue } from '../model.ts';
import { clipText } from './mail-clip.ts';
import { issue } from './table.ts';

export interface EventWords {
  readonly summary: string;
  readonly location: string;
  readonly url: string;
  readonly description: string;
  readonly issues: readonly Issue[];
}

const LONGEST = { SUMMARY: 300, LOCATION: 300, URL: 2000, DESCRIPTION: 20_000 } as const;

/** Without control signs (line breaks stay). */
const clean = (text: string) => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');

const oneLine = (text: string) => clean(text).replace(/\s+/g, ' ').trim();

/** Where video meetings write their address: RFC 7986 §5.11, Google, Microsoft. */
const CONFERENCES = [
  'CONFERENCE',
  'X-GOOGLE-CONFERENCE',
  'X-GOOGLE-HANGOUT',
  'X-MICROSOFT-SKYPETEAMSMEETINGURL',
  'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK',
  'X-MICROSOFT-ONLINEMEETINGCONFLINK',
] as const;

const isWebAddress = (text: string) =>
  /^https?:\/\/[^\s/]/i.test(text) && text.length <= LONGEST.URL && !/\s/.test(text);

/** The event's own page; else where it takes place online; else a place that is an address. */
function addressOf({ properties }: Component, location: string): string {
  const own = propertiesOf(properties, 'URL');
  const conferences = CONFERENCES.flatMap((name) => propertiesOf(properties, name));
  for (const { value } of [...own, ...conferences]) {
    const address = withoutEntities(textValue(value).trim());
    if (isWebAddress(address)) return address;
  }
  const [, found = ''] = /(?:^|\s)(https?:\/\/[^\s<>"]{3,1990})/i.exec(location.slice(0, 5000)) ?? [];
  return found;
}

function descriptionOf(line: ContentLine | undefined): string {
  if (!line) return '';
  const text = clean(textValue(line.value));
  const isHtml = /html/i.test(parameter(line, 'FMTTYPE')) || looksLikeHtml(text);
  return (isHtml ? htmlText(text.replace(/\n/g, '<br>')).text : text).trim();
}

/**
 * What Exchange and others put before the name of an event in an answer or when it is called off (`Accepted: Review`,
 * `Abgesagt: Klausur`): METHOD and STATUS say it, the event is not called so.
 */
const ANNOUNCED = new RegExp(
  `^(?:${[
    '(?:tentatively )?accepted|declined|tentative|cancell?ed',
    'zugesagt|angenommen|abgelehnt|abgesagt|storniert|mit vorbehalt|vorlaufig',
    'acceptee?|refusee?|declinee?|provisoire|annulee?',
    'acept(?:ad[oa])|rechazad[oa]|provisional|cancelad[oa]|anulad[oa]',
    'accettat[oa]|rifiutat[oa]|provvisori[oa]|annullat[oa]',
    'aceit[oe]|aceita|recusad[oa]|provisori[oa]',
    'geaccepteerd|afgewezen|geweigerd|voorlopig|geannuleerd',
    'accepterad|avbojd|preliminart|installd|installt|accepteret|afvist|forelobig|aflyst|godtatt|avslatt|avlyst',
    'zaakceptowano|zaakceptowane|odrzucono|odrzucone|anulowano|anulowane|odwolano|odwolane',
    'принято|отклонено|отменено|под вопросом|hyvaksytty|hylatty|peruutettu|kabul edildi|reddedildi|iptal edildi',
    '承諾|承認済み|辞退|キャンセル済み|取り消し|已接受|已拒绝|已取消|수락됨|거절됨|취소됨',
  ]
    .join('|')
    .replaceAll(/\P{ASCII}+/gu, (letters) => fold(letters))}) ?[:：]`,
);

function withoutAnnouncement(summary: string): string {
  const bare = ANNOUNCED.test(fold(summary.slice(0, 60)))
    ? summary.slice(summary.search(/[:：]/) + 1).trim()
    : '';
  return bare === '' ? summary : bare;
}

/**
 * Reads an event's words; what is too long is clipped and said so. `isAnnounced`: it is an answer, or calls the event off,
 * so that its name may begin with saying so.
 */
export function wordsOf(component: Component, isAnnounced = false): EventWords {
  const { properties, line } = component;
  const issues: Issue[] = [];
  const clipped = (name: keyof typeof LONGEST, text: string): string => {
    if (text.length > LONGEST[name]) issues.push(issue(line, 'VALUE_TOO_LONG', { name }));
    return clipText(text, LONGEST[name]);
  };
  const raw = (name: string) => textValue(propertyOf(properties, name)?.value ?? '');
  const location = oneLine(raw('LOCATION'));
  const summary = oneLine(raw('SUMMARY'));
  return {
    summary: clipped('SUMMARY', isAnnounced ? withoutAnnouncement(summary) : summary),
    location: clipped('LOCATION', location),
    url: addressOf(component, location),
    description: clipped('DESCRIPTION', descriptionOf(propertyOf(properties, 'DESCRIPTION'))),
    issues,
  };
}
