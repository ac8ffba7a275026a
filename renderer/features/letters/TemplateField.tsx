import { useId, useLayoutEffect, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Variable } from '#core/introductions/variable-names.ts';
import { classes } from '#renderer/ui/classes.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { TextArea } from '#renderer/ui/TextInput.tsx';
import { begun, completed, offered } from './completion.ts';
import type { Written } from './completion.ts';
import css from './Letters.module.css';

interface TemplateFieldProps {
  readonly label: string;
  readonly error?: string | undefined;
  readonly lang: string;
  readonly rows: number;
  readonly written: Written;
  readonly onWritten: (written: Written) => void;
  readonly onFocus: () => void;
  readonly maxLength: number;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

const STEPS: Readonly<Partial<Record<string, number>>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * A part of a template. Typing `{{` offers what can be filled in: ↑ ↓ move, Enter or Tab takes, Escape closes. Without
 * a list it is a plain field of text.
 */
export function TemplateField(props: TemplateFieldProps) {
  const { written, onWritten, field } = props;
  const listId = useId();
  const [at, setAt] = useState(0);
  // Where Escape closed the list: it stays closed until something else is begun.
  const [closedAt, setClosedAt] = useState<number>();
  const [isFocused, setFocused] = useState(false);
  const begin = begun(written);
  const options = begin === undefined || begin.from === closedAt || !isFocused ? [] : offered(begin.typed);
  const active = Math.min(at, options.length - 1);
  const { caret } = written;
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null || element !== document.activeElement) return;
    // Only a text that was put together here moves the cursor; a selection is the owner's.
    const { selectionStart, selectionEnd } = element;
    if (selectionStart === selectionEnd && selectionStart !== caret) element.setSelectionRange(caret, caret);
  }, [field, caret]);

  const take = (variable: Variable | undefined) => {
    if (begin !== undefined && variable !== undefined) onWritten(completed(written, begin, variable));
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (options.length === 0 || event.nativeEvent.isComposing || event.shiftKey) return;
    const step = STEPS[event.key];
    if (step !== undefined) setAt((active + step + options.length) % options.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(options[active]);
    else if (event.key === 'Escape') setClosedAt(begin?.from);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isOpen = options.length > 0;
  return (
    <div className={css.template}>
      {/* A name half typed is not a mistake yet. */}
      <Field label={props.label} error={isOpen ? undefined : props.error}>
        <TextArea
          ref={field}
          rows={props.rows}
          spellCheck
          lang={props.lang}
          maxLength={props.maxLength}
          className={css.text}
          value={written.text}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={isOpen ? listId : undefined}
          aria-activedescendant={isOpen ? `${listId}-${active}` : undefined}
          onChange={({ target }) => {
            setClosedAt(undefined);
            setAt(0);
            onWritten({ text: target.value, caret: target.selectionStart });
          }}
          onSelect={({ currentTarget: { selectionStart, value } }) => {
            if (value === written.text && selectionStart !== written.caret)
              onWritten({ text: value, caret: selectionStart });
          }}
          onFocus={() => {
            setFocused(true);
            props.onFocus();
          }}
          onBlur={() => setFocused(false)}
          onKeyDown={onKeyDown}
        />
      </Field>
      {isOpen ? <Offered id={listId} options={options} active={active} onTake={take} /> : null}
    </div>
  );
}

function Offered({
  id,
  options,
  active,
  onTake,
}: {
  readonly id: string;
  readonly options: readonly Variable[];
  readonly active: number;
  readonly onTake: (variable: Variable) => void;
}) {
  const { t } = useTranslation('letters');
  return (
    <div id={id} role="listbox" aria-label={t('variables.label')} className={css.offered}>
      {options.map((name, index) => (
        // The field has the keys; a press is the mouse's way to the same.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={name}
          ref={index === active ? (row) => row?.scrollIntoView({ block: 'nearest' }) : undefined}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={classes(css.option, index === active && css.active)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(name)}
        >
          <VariableLine name={name} />
        </div>
      ))}
    </div>
  );
}

/** A variable and what it means. */
export function VariableLine({ name }: { readonly name: Variable }) {
  const { t } = useTranslation('letters');
  return (
    <>
      <code className={css.name}>{name}</code>
      <span className={css.meaning}>{t(`variables.of.${name}`)}</span>
    </>
  );
}
