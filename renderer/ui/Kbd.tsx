import css from './Kbd.module.css';

const APPLE: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩', Escape: 'esc' };
const OTHER: Readonly<Record<string, string>> = { Mod: 'Ctrl', Escape: 'Esc' };

const onApple = /^(?:Mac|iPhone|iPad)/.test(globalThis.navigator?.platform ?? '');

/** Keys as this machine's keyboard names them: `Mod+Shift+Z` → ⇧⌘Z or Ctrl Shift Z. */
export function Kbd({ keys }: { readonly keys: string }) {
  const names = onApple ? APPLE : OTHER;
  const parts = (keys === '+' ? [keys] : keys.split('+')).map((key) => names[key] ?? key);
  return (
    <span className={css.keys}>
      {parts.map((part) => (
        <kbd key={part} className={css.key}>
          {part}
        </kbd>
      ))}
    </span>
  );
}
