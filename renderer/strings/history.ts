// What the owner did, in words: the journal keeps the procedure's name, the catalogue the sentence.
import type { HistoryEntry } from '#api/book.ts';
import { fold, tokens } from '#core/shared/fold.ts';
import { en } from './catalogues.ts';
import { i18n } from './i18n.ts';

/** "Added a person: Ana Ruiz"; a deed of a later version of the book is "A change". */
export function historyWords({ code, params }: Pick<HistoryEntry, 'code' | 'params'>): string {
  // True where `exists` says so; anything else is not asked for.
  const key = `app:history.${code}` as 'app:history.other';
  // A sentence about many people has its plural forms and nothing else.
  const said = { count: 0, ...params };
  const isKnown: boolean = i18n.exists(key, said);
  const deed = isKnown ? i18n.t(key, said) : i18n.t('app:history.other');
  const { name } = params;
  return name === undefined ? deed : i18n.t('app:history.named', { deed, name });
}

/** The codes of deeds whose words have every word of the text: the book knows names, not our words. */
export function deedsNamed(text: string): string[] {
  const words = tokens(text);
  if (words.length === 0) return [];
  return Object.entries(en.app.history).flatMap(([feature, deeds]) =>
    typeof deeds === 'string'
      ? []
      : Object.keys(deeds)
          .map((verb) => `${feature}.${verb}`)
          .filter((code) => {
            const said = fold(historyWords({ code, params: {} }));
            return words.every((word) => said.includes(word));
          }),
  );
}
