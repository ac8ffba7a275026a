import { createContext, useContext, useId, useMemo } from 'react';
import type { ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import { classes } from './classes.ts';
import css from './Field.module.css';

interface FieldIds {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

const FieldContext = createContext<FieldIds | undefined>(undefined);

/** The attributes a control inside a `Field` takes on: its id, what describes it, whether it is wrong. */
export function useFieldControl(): {
  readonly id?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
} {
  const field = useContext(FieldContext);
  if (field === undefined) return {};
  return {
    id: field.id,
    ...(field.describedBy === undefined ? {} : { 'aria-describedby': field.describedBy }),
    ...(field.invalid ? { 'aria-invalid': true } : {}),
  };
}

export interface FieldProps {
  readonly label: string;
  /** Why it is asked or how to write it. */
  readonly hint?: string | undefined;
  /** What is wrong and what to do; empty or absent: nothing is. */
  readonly error?: string | undefined;
  /** The label says a name: blurred in presentations. */
  readonly isNamed?: boolean;
  /** The label is for screen readers only. */
  readonly hideLabel?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A control with its label, hint and error, tied together for every reader. */
export function Field({
  label,
  hint,
  error,
  isNamed = false,
  hideLabel = false,
  className,
  children,
}: FieldProps) {
  const id = useId();
  const hasError = error !== undefined && error !== '';
  const hasHint = hint !== undefined && hint !== '';
  const describedBy = hasError ? `${id}-error` : hasHint ? `${id}-hint` : undefined;
  const ids = useMemo(() => ({ id, describedBy, invalid: hasError }), [id, describedBy, hasError]);
  return (
    <div className={classes(css.field, className)}>
      <label
        htmlFor={id}
        data-private={isNamed ? '' : undefined}
        className={hideLabel ? 'visually-hidden' : css.label}
      >
        {label}
      </label>
      <FieldContext value={ids}>{children}</FieldContext>
      {hasError ? (
        <p id={`${id}-error`} className={css.error} role="alert">
          <CircleAlert size={14} aria-hidden />
          {error}
        </p>
      ) : null}
      {hasHint && !hasError ? (
        <p id={`${id}-hint`} className={css.hint}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
