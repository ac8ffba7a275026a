// Invitations from one company in one week: a campaign is visible in the owner's own list.
import { startOf } from '#core/shared/dates.ts';
import { tokens } from '#core/shared/fold.ts';

// "Engineer at Acme", "Leiterin bei Acme", "CTO @ Acme": LinkedIn's archive has no company apart from the headline.
const IN_HEADLINE = /(?:\s(?:at|bei|chez|presso|en|na|no|bij)\s|\s?@\s?)([\p{Lu}\p{N}][^|·•,;–—]{1,80})/u;

/** The company a headline names, as written; empty when it names none. */
export const companyIn = (headline: string): string => IN_HEADLINE.exec(headline)?.[1]?.trim() ?? '';

/** Where an inviter works, folded: the organisation given, else the one a headline names; empty when neither. */
export function companyOf({ org, headline }: { readonly org: string; readonly headline: string }): string {
  return tokens(org.trim() === '' ? companyIn(headline) : org).join(' ');
}

const WEEK = 7 * 86_400_000;

/** Days on which invitations from each company were sent, ready to be counted around one of them. */
export class CompanyWeeks {
  readonly #days = new Map<string, number[]>();

  /** Made of all incoming invitations that have a company and a date. */
  constructor(invitations: readonly { readonly company: string; readonly sentAt: string | undefined }[]) {
    for (const { company, sentAt } of invitations) {
      const day = sentAt === undefined ? undefined : startOf(sentAt.slice(0, 10));
      if (company === '' || day === undefined) continue;
      const days = this.#days.get(company);
      if (days) days.push(day);
      else this.#days.set(company, [day]);
    }
    for (const days of this.#days.values()) days.sort((a, b) => a - b);
  }

  /** How many others were sent by the same company within a week before or after this one. */
  othersInWeek(company: string, sentAt: string | undefined): number {
    const day = sentAt === undefined ? undefined : startOf(sentAt.slice(0, 10));
    const days = this.#days.get(company);
    if (company === '' || day === undefined || days === undefined) return 0;
    const within = days.filter((other) => Math.abs(other - day) <= WEEK).length;
    return Math.max(0, within - 1);
  }
}
