// Dragging people out of the window: as a file of cards for another program, and as names and addresses for a text field.
import { useRef } from 'react';
import type { DragEvent } from 'react';
import type { People } from '#api/people.ts';
import { cardsOf } from '#renderer/client/cards.ts';
import type { Cards } from '#renderer/client/cards.ts';
import { client } from '#renderer/client/client.ts';
import { hostBridge } from '#renderer/client/host-bridge.ts';

/** As many as are dragged at once; more are exported. */
export const MOST_DRAGGED = 1000;
/** A click is over by then; what may become a drag gets its cards. */
const HELD_MS = 60;
/** In UTF-16 units: a longer address is not taken for a download. */
const LONGEST_ADDRESS = 1_500_000;

export interface DraggedPeople {
  readonly people: People;
  /** What is dragged while nothing more is known. */
  readonly names: string;
}

interface Ready {
  readonly cards: Cards;
  /** `Name <address>, …` */
  readonly addresses: string;
}

/** Whether a file that is dropped here is one that was just dragged out of here. */
export const isOwnFile = ({ name, size }: Pick<File, 'name' | 'size'>): boolean =>
  last !== undefined && last.name === name && last.size === size;

let last: { readonly name: string; readonly size: number } | undefined;

const remember = (name: string, text: string): void => {
  last = { name, size: new Blob([text]).size };
};

/** What a grabbed thing needs: `onGrab` when the button goes down on it, `onDrag` when it is dragged. */
export function useDragOut(): {
  readonly onGrab: (dragged: DraggedPeople) => void;
  readonly onDrag: (dragged: DraggedPeople, event: DragEvent) => void;
} {
  const held = useRef<Held>(undefined);
  return {
    onGrab(dragged) {
      held.current?.letGo();
      held.current = isDesktop() ? undefined : hold(dragged);
    },
    onDrag(dragged, event) {
      if (isDesktop()) {
        // The system drags the file; the page's own drag would hide it.
        event.preventDefault();
        void dragByHost(dragged.people);
        return;
      }
      fill(event.dataTransfer, dragged, held.current?.ready());
    },
  };
}

const isDesktop = (): boolean => hostBridge()?.kind === 'electron';

/** Nothing is said where it fails: nothing was promised but a drag, and that ends where it began. */
async function dragByHost(people: People): Promise<void> {
  try {
    const { fileName, text } = await cardsOf(people);
    remember(fileName, text);
    await client.host.dragOut({ fileName: fileName.slice(0, 200), text });
  } catch {
    // Somebody who has just been deleted, or a closed door: the button is let go over nothing.
  }
}

interface Held {
  readonly ready: () => Ready | undefined;
  readonly letGo: () => void;
}

/** What is dragged has to be there when the drag begins: it is asked for while the button is held. */
function hold({ people }: DraggedPeople): Held {
  let ready: Ready | undefined;
  const ask = async () => {
    try {
      const [cards, { text }] = await Promise.all([cardsOf(people), client.bulk.addresses({ people })]);
      ready = { cards, addresses: text };
    } catch {
      // Their names are dragged then.
    }
  };
  const timer = setTimeout(() => void ask(), HELD_MS);
  const letGo = () => clearTimeout(timer);
  window.addEventListener('mouseup', letGo, { once: true });
  return { ready: () => ready, letGo };
}

/** Fills a drag of a browser: a file for a folder, cards for an address book, words for a text field. */
export function fill(transfer: DataTransfer, { names }: DraggedPeople, ready: Ready | undefined): void {
  transfer.effectAllowed = 'copy';
  transfer.setData('text/plain', ready === undefined || ready.addresses === '' ? names : ready.addresses);
  if (ready === undefined) return;
  const { text, fileName } = ready.cards;
  transfer.setData('text/vcard', text);
  const address = `data:text/vcard;charset=utf-8,${encodeURIComponent(text)}`;
  if (address.length > LONGEST_ADDRESS) return;
  const name = `${fileName.replace(/\.vcf$/i, '').replaceAll(/[\p{Cc}:/\\]/gu, ' ')}.vcf`;
  remember(name, text);
  transfer.setData('DownloadURL', `text/vcard:${name}:${address}`);
}
