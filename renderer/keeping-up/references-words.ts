// What is known of asking somebody, in words: why not now, and how often they knew whom they were shown to know.
import type { AskCaution, AskStop } from '#core/invitations/ask-whom.ts';
import type { Reliability } from '#core/invitations/model.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { i18n } from '#renderer/strings/i18n.ts';

/** "asked 12 days ago", "works for the inviter (Acme)". */
export function stopWords(stop: AskStop): string {
  switch (stop.why) {
    case 'asked_recently':
      return i18n.t('references:stop.asked_recently', { count: stop.days });
    case 'too_many_open':
      return i18n.t('references:stop.too_many_open', { count: stop.count });
    case 'works_for':
      return i18n.t('references:stop.works_for', { org: isolated(stop.org) });
    case 'do_not_ask':
      return i18n.t('references:stop.do_not_ask');
    case 'disowned':
      return i18n.t('references:stop.disowned');
  }
}

/** "asked 3 times this year already". */
export const cautionWords = (caution: AskCaution): string =>
  caution.why === 'budget_spent'
    ? i18n.t('references:caution.budget_spent', { count: caution.taken })
    : i18n.t('references:caution.thanks_owed', { count: caution.count });

/** "Said of 4 of 9 people shown as mutual that they do not really know them"; empty for somebody never asked. */
export function reliabilityWords({ answers, disowned }: Reliability): string {
  if (answers === 0) return '';
  return disowned === 0
    ? i18n.t('references:reliable', { count: answers })
    : i18n.t('references:reliability', { count: answers, disowned });
}
