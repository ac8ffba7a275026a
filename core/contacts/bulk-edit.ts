// Changing one property of many people: what a change makes of a value.
import { fold } from '#core/shared/fold.ts';

/** Properties a card has one of, which can be changed for many people at once. */
export const BULK_PROPERTIES = ['ORG', 'TITLE'] as const;
export type BulkProperty = (typeof BULK_PROPERTIES)[number];

export type BulkChange =
  | { readonly kind: 'set'; readonly to: string }
  | { readonly kind: 'replace'; readonly from: string; readonly to: string }
  | { readonly kind: 'clear' };

/** The value after a change; the same where it changes nothing. What is replaced is compared folded, and whole. */
export function changedValue(value: string, change: BulkChange): string {
  switch (change.kind) {
    case 'set':
      return change.to;
    case 'clear':
      return '';
    case 'replace':
      return value !== '' && fold(value.trim()) === fold(change.from) ? change.to : value;
  }
}
