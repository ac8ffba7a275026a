import { useMemo } from 'react';
import type { FormSection } from './form-sections.ts';
import { languageNames } from './form-texts.ts';

/** Names of services, as the services themselves write them. */
const MESSENGERS = [
  'Discord',
  'Facebook Messenger',
  'IRC',
  'LINE',
  'Matrix',
  'Microsoft Teams',
  'Signal',
  'SIP',
  'Skype',
  'Slack',
  'Telegram',
  'Threema',
  'Viber',
  'WeChat',
  'WhatsApp',
  'XMPP',
];
const NETWORKS = [
  'Bluesky',
  'Facebook',
  'GitHub',
  'GitLab',
  'Instagram',
  'Mastodon',
  'ORCID',
  'ResearchGate',
  'TikTok',
  'XING',
  'YouTube',
];

/** What the text fields of the parts that are open offer while they are typed in. */
export function FormSuggestions({ opened }: { readonly opened: ReadonlySet<FormSection> }) {
  const languages = useMemo(() => languageNames(), []);
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const lists = [
    ['IMPP', 'form-messengers', MESSENGERS],
    ['SOCIALPROFILE', 'form-networks', NETWORKS],
    ['LANG', 'form-languages', languages],
    ['TZ', 'form-time-zones', zones],
  ] as const;
  const needed = lists.filter(([section]) => opened.has(section));
  return needed.map(([, id, values]) => (
    <datalist key={id} id={id}>
      {values.map((value) => (
        <option key={value} value={value}>
          {value}
        </option>
      ))}
    </datalist>
  ));
}
