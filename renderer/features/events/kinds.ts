// The kinds of events in words.
import { EventKind } from '#core/events/model.ts';
import { i18n } from '#renderer/strings/i18n.ts';

/** "Conference"; empty where nobody has said. */
export const kindWords = (kind: EventKind | ''): string =>
  kind === '' ? '' : i18n.t(`events:kinds.${kind}`);

/** All kinds, for a list to choose from. */
export const kindOptions = (): { value: EventKind; label: string }[] =>
  EventKind.options.map((value) => ({ value, label: kindWords(value) }));
