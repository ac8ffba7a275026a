// A form that was asked for is written in at once: its first field takes the focus.
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Give the ref to a form that appears because the owner asked for it. */
export function useFocusFirst<Form extends HTMLElement>(): RefObject<Form | null> {
  const form = useRef<Form>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, []);
  return form;
}
