// Whether anything is being written that nobody has saved: any field somebody typed into that is still there.

const touched = new Set<HTMLElement>();

/** What stands in the address of the page anyway, and passphrases, which are better lost. */
const isDraft = (field: EventTarget | null): field is HTMLElement =>
  field instanceof HTMLElement && !field.matches('[data-search], [type="password"], [cmdk-input]');

/** Remembers the fields that are typed into; answers the way to stop. */
export function watchDrafts(): () => void {
  const onInput = ({ target }: Event) => {
    for (const field of touched) if (!field.isConnected) touched.delete(field);
    if (isDraft(target)) touched.add(target);
  };
  document.addEventListener('input', onInput, { capture: true });
  return () => document.removeEventListener('input', onInput, { capture: true });
}

export const hasDrafts = (): boolean => [...touched].some((field) => field.isConnected);
