// The selected people on the clipboard: as cards other programs read, or as addresses for the head of a letter.
import type { People } from '#api/people.ts';
import { client } from '#renderer/client/client.ts';
import { sayProblem } from '#renderer/client/commands.ts';
import { cardsOf } from '#renderer/client/cards.ts';
import { copyText } from '#renderer/drafts/hand-over.ts';
import { useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';

/** More than any program takes from a clipboard; a file is for that. */
export const MOST_COPIED = 1000;

const say = (text: string, tone: 'done' | 'problem' = 'done'): void =>
  useStore.getState().showToast({ text, tone });

/** Puts their cards on the clipboard; private notes stay. */
export async function copyCards(people: People, count: number): Promise<void> {
  if (count > MOST_COPIED) return say(i18n.t('bulk:copy.tooMany', { count: MOST_COPIED }), 'problem');
  try {
    const { text, count: copied } = await cardsOf(people);
    await put(text, i18n.t('bulk:copy.cards', { count: copied }));
  } catch (error) {
    sayProblem(error);
  }
}

/** Puts `Name <address>, …` on the clipboard, and says how many have no address. */
export async function copyAddresses(people: People): Promise<void> {
  try {
    const { text, with: count, without } = await client.bulk.addresses({ people });
    if (count === 0) return say(i18n.t('bulk:copy.noAddresses'));
    const copied = i18n.t('bulk:copy.addresses', { count });
    await put(text, without === 0 ? copied : i18n.t('bulk:copy.without', { copied, count: without }));
  } catch (error) {
    sayProblem(error);
  }
}

async function put(text: string, done: string): Promise<void> {
  if (await copyText(text)) say(done);
  else say(i18n.t('bulk:copy.failed'), 'problem');
}
