import { DropdownMenu } from 'radix-ui';
import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Kbd } from './Kbd.tsx';
import css from './Menu.module.css';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  /** As `Kbd` takes it: `Mod+E`. */
  readonly shortcut?: string | undefined;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  readonly run: () => void;
}

/** A button's menu. Not modal: the modal one locks scrolling with an injected style sheet, which our policy refuses. */
export function Menu({
  trigger,
  items,
  label,
}: {
  readonly trigger: ReactElement;
  readonly items: readonly MenuItem[];
  readonly label: string;
}) {
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild ref={setButton}>
        {trigger}
      </DropdownMenu.Trigger>
      {/* Inside a modal <dialog> only its own children can be reached. */}
      <DropdownMenu.Portal container={button?.closest('dialog') ?? undefined}>
        <DropdownMenu.Content
          className={css.menu}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
        >
          {items.map(({ icon: Icon, ...item }) => (
            <DropdownMenu.Item
              key={item.id}
              className={css.item}
              data-danger={item.isDanger === true ? '' : undefined}
              disabled={item.isDisabled === true}
              onSelect={item.run}
            >
              {Icon === undefined ? (
                <span className={css.noIcon} />
              ) : (
                <Icon size={16} strokeWidth={1.75} aria-hidden />
              )}
              <span className={css.label}>{item.label}</span>
              {item.shortcut === undefined ? null : <Kbd keys={item.shortcut} />}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
