// Cards dragged here from another program as text, without a file.

/** What programs call a vCard on its way (RFC 6350 §10.1, and what came before it). */
const CARD_TYPES = ['text/vcard', 'text/x-vcard', 'text/directory'];

/** Whether a drag says that it holds cards; its content is not told before the drop. */
export const holdsCards = (transfer: Pick<DataTransfer, 'types'> | null): boolean =>
  transfer?.types.some((type) => CARD_TYPES.includes(type)) === true;

/** Whether it may: plain text can be anything. */
export const holdsText = (transfer: Pick<DataTransfer, 'types'> | null): boolean =>
  transfer?.types.includes('text/plain') === true;

/** The cards of a drop as text; empty where it holds none. Call it inside the drop event. */
export function cardsIn(transfer: Pick<DataTransfer, 'getData'>): string {
  for (const type of [...CARD_TYPES, 'text/plain']) {
    const text = transfer.getData(type);
    if (/^\s*BEGIN:VCARD\b/im.test(text)) return text;
  }
  return '';
}
