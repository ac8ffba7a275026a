// How the owner treats somebody, in words: introductions, the way to reach them, how often they are to be heard of.
import { Address, IntroductionPolicy, NOT_ASKED, PreferredChannel } from '#core/manners/model.ts';
import { Cadence } from '#core/reminders/model.ts';
import { i18n } from '#renderer/strings/i18n.ts';

/** "Ask first"; a word nobody knows stays as it is. */
export function policyWords(value: string): string {
  const policy = IntroductionPolicy.safeParse(value).data;
  return policy === undefined ? value : i18n.t(`people:policy.${policy}`);
}

/** "E-mail". */
export function channelWords(value: string): string {
  const channel = PreferredChannel.safeParse(value).data;
  return channel === undefined ? value : i18n.t(`people:channel.${channel}`);
}

/** "Does not want to be asked". */
export const askingWords = (value: string): string =>
  value === NOT_ASKED ? i18n.t('people:notAsked') : value;

/** "formally": with Sie, vous or usted. */
export function addressWords(value: string): string {
  const address = Address.safeParse(value).data;
  return address === undefined ? value : i18n.t(`people:addressWays.${address}`);
}

const DAYS_IN_WEEK = 7;

/** `P3M` is "every 3 months", `P14D` "every 2 weeks", as people would say it. */
export function cadenceWords(value: string): string {
  const cadence = Cadence.safeParse(value).data;
  if (cadence === undefined) return value;
  const count = Number(cadence.slice(1, -1));
  switch (cadence.at(-1)) {
    case 'W':
      return i18n.t('people:cadence.W', { count });
    case 'M':
      return i18n.t('people:cadence.M', { count });
    case 'Y':
      return i18n.t('people:cadence.Y', { count });
    default:
      return count % DAYS_IN_WEEK === 0
        ? i18n.t('people:cadence.W', { count: count / DAYS_IN_WEEK })
        : i18n.t('people:cadence.D', { count });
  }
}
