// Whether somebody works with what has the focus, or it only stands there because it has to stand somewhere.

/** Marks what has the focus for want of anything else (app/kept-focus.ts). */
export const LANDED = 'landed';

/** True where nothing has the focus, or what has it was given it because something else was gone: a page that comes may take it. */
export function isFocusFree(): boolean {
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body) return true;
  return activeElement instanceof HTMLElement && activeElement.dataset[LANDED] !== undefined;
}
