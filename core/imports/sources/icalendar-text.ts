// An event's words: name, place, address, description, as much of each as the book takes.
import { type Component, propertiesOf, propertyOf } from '#core/formats/icalendar/components.ts';
import { type ContentLine, parameter, textValue } from '#core/formats/icalendar/content-lines.ts';
import { htmlText, looksLikeHtml, withoutEntities } from '#core/formats/mail/html-text.ts';
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

/** Reads an event's words; what is too long is clipped and said so. */
export function wordsOf(component: Component): EventWords {
  const { properties, line } = component;
  const issues: Issue[] = [];
  const clipped = (name: keyof typeof LONGEST, text: string): string => {
    if (text.length > LONGEST[name]) issues.push(issue(line, 'VALUE_TOO_LONG', { name }));
    return clipText(text, LONGEST[name]);
  };
  const raw = (name: string) => textValue(propertyOf(properties, name)?.value ?? '');
  const location = oneLine(raw('LOCATION'));
  return {
    summary: clipped('SUMMARY', oneLine(raw('SUMMARY'))),
    location: clipped('LOCATION', location),
    url: addressOf(component, location),
    description: clipped('DESCRIPTION', descriptionOf(propertyOf(properties, 'DESCRIPTION'))),
    issues,
  };
}
