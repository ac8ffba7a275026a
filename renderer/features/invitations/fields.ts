// An invitation as it is being typed: every field is text until it is saved.
import { InvitationForm } from '#core/invitations/model.ts';
import type { AboutProfile } from '#core/invitations/model.ts';
import type { PartialDate } from '#core/shared/dates.ts';

export interface Fields {
  readonly fn: string;
  readonly url: string;
  readonly email: string;
  readonly headline: string;
  readonly org: string;
  readonly location: string;
  readonly message: string;
  readonly mutualNames: readonly string[];
  readonly mutualCount: string;
  /** The day; one that came with a time keeps it for as long as the day is not changed. */
  readonly day: PartialDate | undefined;
  readonly time: string;
  readonly isDay: boolean;
  readonly joined: PartialDate | undefined;
  readonly isJoined: boolean;
  readonly contactUpdated: string;
  readonly photoUpdated: string;
  readonly verified: 'unsaid' | 'yes' | 'no';
}

export const EMPTY: Fields = {
  fn: '',
  url: '',
  email: '',
  headline: '',
  org: '',
  location: '',
  message: '',
  mutualNames: [],
  mutualCount: '',
  day: undefined,
  time: 'T00:00',
  isDay: true,
  joined: undefined,
  isJoined: true,
  contactUpdated: '',
  photoUpdated: '',
  verified: 'unsaid',
};

/** The panel's facts as they are typed; those that are absent are left out. */
const aboutFields = ({ joined, contactUpdated, photoUpdated, verified }: AboutProfile): Partial<Fields> => ({
  ...(joined === undefined ? {} : { joined }),
  ...(contactUpdated === undefined ? {} : { contactUpdated }),
  ...(photoUpdated === undefined ? {} : { photoUpdated }),
  ...(verified === undefined ? {} : { verified: verified ? ('yes' as const) : ('no' as const) }),
});

function aboutFrom({ joined, contactUpdated, photoUpdated, verified }: Fields): AboutProfile {
  return {
    ...(joined === undefined ? {} : { joined }),
    ...(contactUpdated.trim() === '' ? {} : { contactUpdated: contactUpdated.trim() }),
    ...(photoUpdated.trim() === '' ? {} : { photoUpdated: photoUpdated.trim() }),
    ...(verified === 'unsaid' ? {} : { verified: verified === 'yes' }),
  };
}

export function fieldsOf({ sentAt, mutualCount, aboutProfile, ...form }: InvitationForm): Fields {
  return {
    ...EMPTY,
    ...form,
    ...aboutFields(aboutProfile),
    mutualCount: mutualCount === undefined ? '' : String(mutualCount),
    day: sentAt?.slice(0, 10),
    time: sentAt?.slice(10) ?? EMPTY.time,
  };
}

export const isCount = (text: string): boolean => /^\s*(?:\d{1,6}\s*)?$/.test(text);

/** LinkedIn's dates have a day; a month alone cannot be a time of arrival. */
export const isFullDay = (day: PartialDate | undefined): boolean => day === undefined || day.length === 10;

/** What the book takes; undefined while something is missing or wrong. */
export function formFrom(fields: Fields): InvitationForm | undefined {
  const { fn, url, email, headline, org, location, message } = fields;
  const { mutualCount, day, time, isDay, isJoined, mutualNames } = fields;
  if (!isCount(mutualCount) || !isDay || !isJoined || !isFullDay(day)) return undefined;
  return InvitationForm.safeParse({
    fn,
    url,
    email,
    headline,
    org,
    location,
    message,
    aboutProfile: aboutFrom(fields),
    mutualNames: [...mutualNames],
    ...(mutualCount.trim() === '' ? {} : { mutualCount: Number(mutualCount) }),
    ...(day === undefined ? {} : { sentAt: `${day}${time}` }),
  }).data;
}

/** Fields with what could be read out of pasted text, and how many of them it filled. */
export function filledIn(
  fields: Fields,
  read: Partial<InvitationForm>,
  about: AboutProfile = {},
): { readonly fields: Fields; readonly count: number } {
  const { sentAt, mutualCount, mutualNames, aboutProfile: _about, ...texts } = read;
  const facts = aboutFields(about);
  const given = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  const names = mutualNames ?? [];
  return {
    fields: {
      ...fields,
      ...Object.fromEntries(given),
      ...facts,
      ...(names.length === 0 ? {} : { mutualNames: [...new Set([...fields.mutualNames, ...names])] }),
      ...(mutualCount === undefined ? {} : { mutualCount: String(mutualCount) }),
      ...(sentAt === undefined ? {} : { day: sentAt.slice(0, 10), time: sentAt.slice(10) }),
    },
    count:
      given.length +
      Object.keys(facts).length +
      [sentAt, names[0] ?? mutualCount].filter((one) => one !== undefined).length,
  };
}
