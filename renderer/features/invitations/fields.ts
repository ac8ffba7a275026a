// An invitation as it is being typed: every field is text until it is saved.
import { InvitationForm } from '#core/invitations/model.ts';
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
};

export function fieldsOf({ sentAt, mutualCount, ...form }: InvitationForm): Fields {
  return {
    ...EMPTY,
    ...form,
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
  const { mutualCount, day, time, isDay, mutualNames, ...texts } = fields;
  if (!isCount(mutualCount) || !isDay || !isFullDay(day)) return undefined;
  return InvitationForm.safeParse({
    ...texts,
    mutualNames: [...mutualNames],
    ...(mutualCount.trim() === '' ? {} : { mutualCount: Number(mutualCount) }),
    ...(day === undefined ? {} : { sentAt: `${day}${time}` }),
  }).data;
}

/** Fields with what could be read out of pasted text, and how many of them it filled. */
export function filledIn(
  fields: Fields,
  read: Partial<InvitationForm>,
): { readonly fields: Fields; readonly count: number } {
  const { sentAt, mutualCount, mutualNames, ...texts } = read;
  const given = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  const names = mutualNames ?? [];
  return {
    fields: {
      ...fields,
      ...Object.fromEntries(given),
      ...(names.length === 0 ? {} : { mutualNames: [...new Set([...fields.mutualNames, ...names])] }),
      ...(mutualCount === undefined ? {} : { mutualCount: String(mutualCount) }),
      ...(sentAt === undefined ? {} : { day: sentAt.slice(0, 10), time: sentAt.slice(10) }),
    },
    count: given.length + [sentAt, names[0] ?? mutualCount].filter((one) => one !== undefined).length,
  };
}
