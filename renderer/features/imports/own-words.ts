// What a record of our own file says of an invitation, an introduction, a letter, a view or the rules, in words.
import type { OwnShown } from '#core/imports/own-shown.ts';
import { i18n, locale } from '#renderer/strings/i18n.ts';
import { isolated } from '#renderer/strings/isolate.ts';

/** Its parts, the empty ones included; `fn` is whom it is about. */
export function ownParts(shown: OwnShown, fn: string): string[] {
  switch (shown.what) {
    case 'view':
      return [shown.text];
    case 'template':
      return templateParts(shown);
    case 'policy':
      return [
        i18n.t('imports:own.policy', { count: shown.words.length }),
        shown.before === 0 ? '' : i18n.t('imports:own.policyBefore', { count: shown.before }),
      ];
    case 'introduction': {
      const { other, state, purpose } = shown;
      const names = { a: isolated(fn), b: isolated(other) };
      return [
        i18n.t('imports:own.introduction', { other: isolated(other) }),
        i18n.t(`introductions:state.${state}`, names),
        purpose,
      ];
    }
    case 'vetting':
      return invitationParts(shown);
    case 'apart':
      return [i18n.t('imports:own.apart', { other: isolated(shown.other) })];
  }
}

function templateParts({ kind, language, tone, isNamed }: Extract<OwnShown, { what: 'template' }>): string[] {
  const letter = i18n.t('letters:letter', {
    kind: i18n.t(`drafts:kind.${kind}`),
    language: new Intl.DisplayNames(locale(), { type: 'language' }).of(language) ?? language,
    tone: i18n.t(`drafts:tone.${tone}`),
  });
  return [letter, isNamed ? '' : i18n.t('letters:inPlace')];
}

function invitationParts(shown: Extract<OwnShown, { what: 'vetting' }>): string[] {
  const { direction, state, mutuals, decisions, message } = shown;
  return [
    i18n.t(`imports:own.${direction}`),
    i18n.t(`invitations:state.${state}`),
    mutuals === 0 ? '' : i18n.t('imports:own.mutuals', { count: mutuals }),
    decisions === 0 ? '' : i18n.t('imports:own.decisions', { count: decisions }),
    message,
  ];
}
