// What was pasted or dropped in place of an invitation's text: a whole e-mail, or a picture.
import { navigate, useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';

const HEAD = 20_000;

/** A letter with the headers only its source has (RFC 5322 §3.6), not one copied off a screen. */
export function isMailSource(text: string): boolean {
  const head = text.slice(0, HEAD).trimStart();
  if (!/^(?:From |[A-Za-z][\w-]{0,60}:)/.test(head)) return false;
  return (
    /^from:/im.test(head) &&
    /^(?:mime-version|message-id|received|return-path):/im.test(head) &&
    /\r?\n\r?\n/.test(head)
  );
}

/** Hands a letter's source to the imports, which read it as they would the file. */
export function readAsFile(text: string): void {
  const name = i18n.t('imports:pasted');
  useStore.getState().filesDropped(name, [{ name, file: new File([text], name, { type: 'text/plain' }) }]);
  navigate({ section: 'imports' });
}

/** Whether files are pictures and nothing else. */
export const arePictures = (files: readonly Pick<File, 'type'>[]): boolean =>
  files.length > 0 && files.every(({ type }) => type.startsWith('image/'));

/** Says that pictures are not read, why, and what to do instead. */
export function refusePictures(): void {
  useStore.getState().showToast({
    text: i18n.t('invitations:picture.text'),
    tone: 'problem',
    action: {
      label: i18n.t('invitations:picture.action'),
      run: () => navigate({ section: 'invitations', mode: 'new' }),
    },
  });
}
