import { Tabs as RadixTabs } from 'radix-ui';
import type { ReactNode } from 'react';
import { locale } from '#renderer/strings/i18n.ts';
import css from './Tabs.module.css';

export interface Tab<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly count?: number | undefined;
}

/** A row of tabs over one panel; the caller renders what the chosen one shows. */
export function Tabs<Value extends string>({
  tabs,
  value,
  onValue,
  label,
  children,
}: {
  readonly tabs: readonly Tab<Value>[];
  readonly value: Value;
  readonly onValue: (value: Value) => void;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <RadixTabs.Root
      className={css.root}
      // Radix writes a direction of its own, and left-to-right unless told.
      dir={document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'}
      value={value}
      onValueChange={(chosen) => {
        const tab = tabs.find((candidate) => candidate.value === chosen);
        if (tab !== undefined) onValue(tab.value);
      }}
    >
      <RadixTabs.List className={css.list} aria-label={label}>
        {tabs.map((tab) => (
          <RadixTabs.Trigger key={tab.value} value={tab.value} className={css.tab}>
            {tab.label}
            {tab.count === undefined ? null : (
              <span className={css.count}>{tab.count.toLocaleString(locale())}</span>
            )}
          </RadixTabs.Trigger>
        ))}
      </RadixTabs.List>
      <RadixTabs.Content key={value} value={value} className={css.panel}>
        {children}
      </RadixTabs.Content>
    </RadixTabs.Root>
  );
}
