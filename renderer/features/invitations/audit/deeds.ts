// What can be done about a name on a list: say that one knows them, keep them by name, mark them to part with.
import { useEffect, useRef } from 'react';
import type { ContactId } from '#core/contacts/model.ts';
import type { TieLevel } from '#core/network/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';

export interface Somebody {
  readonly id: ContactId;
  readonly fn: string;
}

export const know = ({ id: contactId, fn }: Somebody, level: TieLevel = 'know') =>
  act(() => client.network.stateTie({ contactId, level }), i18n.t('audit:done.know', { fn }));

/** By name only is what the owner then says of the tie: it is no question any more. */
export const keep = ({ id: contactId, fn }: Somebody) =>
  act(() => client.network.stateTie({ contactId, level: 'name_only' }), i18n.t('audit:done.keep', { fn }));

export const markToPart = ({ id: contactId, fn }: Somebody, isParting = true) =>
  act(
    () => client.audit.part({ contactId, isParting }),
    i18n.t(isParting ? 'audit:done.part' : 'audit:done.unpart', { fn }),
  );

export type AuditKey = 'know' | 'keep' | 'part';

/** The keys of the list, in the order they are shown. */
export const AUDIT_KEYS: readonly (readonly [string, AuditKey])[] = [
  ['1', 'know'],
  ['2', 'keep'],
  ['3', 'part'],
];
const DEEDS: Readonly<Record<AuditKey, (one: Somebody) => Promise<unknown>>> = {
  know: (one) => know(one),
  keep,
  part: (one) => markToPart(one),
};

const TAKES_DIGITS = 'input, textarea, select, [contenteditable], dialog, [role="menu"], [data-digits]';

/** Listens for 1 2 3 and does it with the chosen one; `onNext` is called first, so that the next row is still known. */
export function useAuditKeys(chosen: Somebody | undefined, onNext: () => void): void {
  const latest = useRef({ chosen, onNext });
  useEffect(() => {
    latest.current = { chosen, onNext };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = AUDIT_KEYS.find(([printed]) => printed === event.key)?.[1];
      if (key === undefined || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.target instanceof Element && event.target.closest(TAKES_DIGITS) !== null) return;
      const { chosen: one, onNext: next } = latest.current;
      if (one === undefined || useStore.getState().overlay !== undefined) return;
      event.preventDefault();
      next();
      void DEEDS[key](one);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
