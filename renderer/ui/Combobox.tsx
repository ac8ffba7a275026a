import { Popover } from 'radix-ui';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { Plus } from 'lucide-react';
import { classes } from './classes.ts';
import { useFieldControl } from './Field.tsx';
import field from './Field.module.css';
import css from './Combobox.module.css';

const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
]);

/** The line that makes what was typed. */
const CREATE: unique symbol = Symbol('create');
type Line = string | number | typeof CREATE;

export interface ComboboxProps<Option> {
  /** What is typed; the caller looks it up and passes `options`. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly options: readonly Option[];
  readonly keyOf: (option: Option) => string | number;
  readonly render: (option: Option) => ReactNode;
  readonly onChoose: (option: Option) => void;
  /** Offers to make what was typed: the last entry of the list. */
  readonly create?: { readonly label: string; readonly run: () => void } | undefined;
  /** The options still answer an earlier text: Enter waits for those of this one. */
  readonly isPending?: boolean;
  /**
   * Typed on after an Enter that still waits: takes `before` as it is written, and what is typed from then on begins
   * anew. Absent: typing on takes the Enter back.
   */
  readonly onTypedOn?: ((before: string) => void) | undefined;
  /** Shown in place of an empty list once something is typed. */
  readonly none: string;
  readonly listLabel: string;
  /** Names the control where no `Field` is around it. */
  readonly label?: string | undefined;
  readonly placeholder?: string | undefined;
  /** Takes the focus when it appears: only where the owner asked for this very field. */
  readonly autoFocus?: boolean | undefined;
  readonly inputRef?: RefObject<HTMLInputElement | null> | undefined;
}

/**
 * A text field with a list that follows what is typed (WAI-ARIA combobox with a listbox popup). ↑ ↓ move, Enter
 * takes, Escape closes; the first match is highlighted, so typing and Enter is enough. Enter during an IME
 * composition belongs to the IME.
 */
export function Combobox<Option>({ inputRef, ...props }: ComboboxProps<Option>) {
  const { text, onText, options, create } = props;
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  // The line an arrow key has chosen, wherever it stands by now: more may come before it. Undefined until one has.
  const [chosen, setChosen] = useState<Line>();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const control = useFieldControl();
  const { autoFocus, isPending = false } = props;
  useEffect(() => {
    if (autoFocus === true) anchor?.querySelector('input')?.focus();
  }, [anchor, autoFocus]);
  const keys: readonly Line[] = options.map(props.keyOf);
  const lines: readonly Line[] = create === undefined ? keys : [...keys, CREATE];
  const count = lines.length;
  const at = chosen === undefined ? -1 : lines.indexOf(chosen);
  const active = Math.min(Math.max(at, 0), count - 1);
  const isShown = isOpen && (count > 0 || text.trim() !== '');

  const choose = (index: number) => {
    const option = options[index];
    setOpen(false);
    setChosen(undefined);
    if (option !== undefined) props.onChoose(option);
    else create?.run();
  };

  const ahead = usePressedAhead(isPending, () => {
    if (count > 0) choose(0);
  });
  const typed = (next: string) => {
    const isTypedOn = ahead.isWaiting() && props.onTypedOn !== undefined && next.startsWith(text);
    ahead.forget();
    if (isTypedOn) props.onTypedOn?.(text);
    onText(isTypedOn ? next.slice(text.length) : next);
    setChosen(undefined);
    setOpen(true);
  };

  const take = () => (ahead.waits(at >= 0) ? ahead.press() : choose(active));
  const presses: Readonly<Partial<Record<string, () => void>>> = {
    ...(isOpen && (isPending || active >= 0) ? { Enter: take } : {}),
    ...(isShown ? { Escape: () => setOpen(false) } : {}),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = STEPS.get(event.key);
    if (step !== undefined && count > 0) {
      event.preventDefault();
      setOpen(true);
      setChosen(lines[isShown ? (active + step + count) % count : 0]);
      return;
    }
    const press = presses[event.key];
    if (press === undefined) return;
    // The form or the dialog around it stays as it is.
    event.preventDefault();
    event.stopPropagation();
    press();
  };

  return (
    <Popover.Root open={isShown} onOpenChange={setOpen}>
      <Popover.Anchor ref={setAnchor}>
        <input
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          {...control}
          ref={inputRef}
          aria-label={props.label}
          aria-expanded={isShown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isShown && active >= 0 ? `${listId}-${active}` : undefined}
          placeholder={props.placeholder}
          className={field.control}
          value={text}
          onChange={(event) => typed(event.target.value)}
          onClick={() => setOpen(true)}
          onBlur={() => {
            setOpen(false);
            ahead.forget();
          }}
          onKeyDown={onKeyDown}
        />
      </Popover.Anchor>
      <ComboboxList {...props} listId={listId} active={active} choose={choose} anchor={anchor} />
    </Popover.Root>
  );
}

/**
 * Enter can be faster than the book: what it takes is taken as soon as it is there. Whoever presses it once more
 * meanwhile wants to go on, so that is pressed again where the taking has led.
 */
function usePressedAhead(isPending: boolean, take: () => void) {
  const presses = useRef(0);
  const hasTaken = useRef(false);
  useEffect(() => {
    if (presses.current === 0 || isPending) return;
    if (!hasTaken.current) {
      hasTaken.current = true;
      take();
      return;
    }
    const left = presses.current - 1;
    presses.current = 0;
    hasTaken.current = false;
    // Only once what was taken has led the focus on.
    queueMicrotask(() => {
      for (let press = 0; press < left; press += 1) pressEnter();
    });
  });
  return {
    isWaiting: () => presses.current > 0,
    /** A line that an arrow key has chosen is the one that is meant, whatever else is still on its way. */
    waits: (isChosen: boolean) => presses.current > 0 || (isPending && !isChosen),
    press: () => {
      presses.current += 1;
    },
    forget: () => {
      presses.current = 0;
      hasTaken.current = false;
    },
  };
}

const pressEnter = () =>
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
  );

interface ListProps<Option> extends Omit<ComboboxProps<Option>, 'inputRef'> {
  readonly listId: string;
  readonly active: number;
  readonly choose: (index: number) => void;
  readonly anchor: HTMLElement | null;
}

function ComboboxList<Option>(props: ListProps<Option>) {
  const { options, create, listId, active, choose, anchor } = props;
  const rowProps = (index: number) => ({
    id: `${listId}-${index}`,
    role: 'option' as const,
    'aria-selected': index === active,
    className: classes(css.option, index === active && css.active),
    // The field keeps the focus, so that blurring it can close the list.
    onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
    onClick: () => choose(index),
  });
  return (
    // Inside a modal <dialog> only its own children can be reached.
    <Popover.Portal container={anchor?.closest('dialog') ?? undefined}>
      <Popover.Content
        className={css.popup}
        align="start"
        sideOffset={4}
        collisionPadding={8}
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => event.preventDefault()}
        onInteractOutside={(event) => {
          if (anchor?.contains(event.target as Node) === true) event.preventDefault();
        }}
      >
        <div id={listId} role="listbox" aria-label={props.listLabel} className={css.list}>
          {options.map((option, index) => (
            <div key={props.keyOf(option)} {...rowProps(index)}>
              {props.render(option)}
            </div>
          ))}
          {create === undefined ? null : (
            <div {...rowProps(options.length)}>
              <Plus size={16} aria-hidden />
              <span className={css.grow}>{create.label}</span>
            </div>
          )}
        </div>
        {options.length === 0 && create === undefined ? <p className={css.none}>{props.none}</p> : null}
      </Popover.Content>
    </Popover.Portal>
  );
}
