// Where the keyboard goes on when what had the focus goes away: a button that is pressed and gone, a form that is saved,
// a list that makes room for the page of somebody. The browser would leave the focus nowhere, and a screen reader silent.
import { useEffect } from 'react';
import { LANDED } from '#renderer/ui/free-focus.ts';

/** Parts of the page that have a name, the nearest of which takes the focus. */
const PARTS = 'section, article, form, dialog, main, [role="region"]';
/** Others have the time to take the focus themselves: a form its first field, a list its next row. */
const OTHERS_FIRST_MS = 60;

/** Keeps the focus on the page, for as long as the shell is there. */
export function useKeptFocus(): void {
  useEffect(() => {
    const keeper = new Keeper();
    const watch = new MutationObserver(() => keeper.looked());
    watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    document.addEventListener('focusin', keeper.onFocusIn);
    document.addEventListener('focusout', keeper.onFocusOut);
    return () => {
      watch.disconnect();
      document.removeEventListener('focusin', keeper.onFocusIn);
      document.removeEventListener('focusout', keeper.onFocusOut);
      keeper.stop();
    };
  }, []);
}

const isThere = (element: Element): boolean => element.isConnected && element.checkVisibility();

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;

class Keeper {
  #last: Element | undefined;
  /** What the focus stood in, from the inside out: of something that is gone nobody else knows. */
  #around: readonly Element[] = [];
  #timer: number | undefined;
  /** What was pressed is being carried out, and cannot have the focus meanwhile. */
  #isBusy = false;

  readonly onFocusIn = ({ target }: Event): void => {
    if (!(target instanceof Element)) return;
    this.#last = target;
    this.#around = partsAround(target);
    this.#isBusy = false;
  };

  /** Hidden, or left by a press on nothing. */
  readonly onFocusOut = (): void => this.#lookSoon();

  looked(): void {
    // It may be over before one looks.
    if (this.#last?.matches(':disabled') === true) this.#isBusy = true;
    if (this.#last !== undefined && (this.#isBusy || !this.#last.isConnected)) this.#lookSoon();
    else if (document.activeElement?.matches('main[data-landed]')) headingIn(document.activeElement)?.focus();
  }

  stop(): void {
    window.clearTimeout(this.#timer);
  }

  #lookSoon(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#look(), OTHERS_FIRST_MS);
  }

  #look(): void {
    const [last, wasBusy] = [this.#last, this.#isBusy];
    if (last === undefined) return;
    this.#isBusy = isThere(last) && last.matches(':disabled');
    if (this.#isBusy) return this.#lookSoon();
    if (!isNowhere()) return;
    this.#last = undefined;
    if (!isThere(last)) land(this.#around.find(isThere) ?? shownPart());
    // Whoever presses beside everything wants no focus; a press that has been carried out takes it again.
    else if (wasBusy && last instanceof HTMLElement) last.focus({ preventScroll: true });
  }
}

function partsAround(element: Element): readonly Element[] {
  const parts: Element[] = [];
  for (let at = element.closest(PARTS); at !== null; at = at.parentElement?.closest(PARTS) ?? null)
    parts.push(at);
  return parts;
}

/** The page beside the list, or the list where they take turns. */
const shownPart = (): Element | undefined =>
  [...document.querySelectorAll('main, [role="listbox"]')].find(isThere);

const headingIn = (part: Element): HTMLElement | undefined => {
  const heading = part.querySelector<HTMLElement>('h1');
  return heading === null ? undefined : focusable(heading);
};

/** Takes the focus for once: afterwards a press on its words is a press on words. */
function focusable(element: HTMLElement): HTMLElement {
  const isReached = element.hasAttribute('tabindex');
  if (!isReached) element.tabIndex = -1;
  element.dataset[LANDED] = '';
  const restore = () => {
    if (!isReached) element.removeAttribute('tabindex');
    delete element.dataset[LANDED];
  };
  element.addEventListener('blur', restore, { once: true });
  return element;
}

/** Goes to the heading of a page, to any other part itself: its name is read out, and Tab goes on inside it. */
function land(part: Element | undefined): void {
  if (!(part instanceof HTMLElement)) return;
  const heading = part.matches('main, article') ? headingIn(part) : undefined;
  (heading ?? focusable(part)).focus({ preventScroll: true });
}
