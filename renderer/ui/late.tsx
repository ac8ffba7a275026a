// Parts of the page that are not on its first screen: their code comes later, and once it is there they are shown at once.
import { use } from 'react';
import type { ComponentType, ReactNode } from 'react';

interface Part {
  readonly begin: () => Promise<unknown>;
  /** The next one who wants it tries again. */
  readonly forget: () => void;
}

/** Everything made with `late`, in that order. */
const parts: Part[] = [];

/** Long enough for React to see that it failed, and to show that. */
const FAILED_FOR_MS = 1000;

/**
 * A component whose code is loaded when it is shown first, or by `loadLateParts`. Unlike React's own `lazy` it does not
 * wait for a turn when the code is there: whoever opens a dialog by a key types into it with the next one.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => ReactNode {
  let coming: Promise<ComponentType<Props>> | undefined;
  const forget = () => {
    coming = undefined;
  };
  const begin = () => {
    if (coming !== undefined) return coming;
    const begun = load();
    coming = begun;
    // What React writes on a promise it waits for, and looks at before it waits: one that says so is not waited for.
    begun.then(
      (component) => Object.assign(begun, { status: 'fulfilled', value: component }),
      () => setTimeout(forget, FAILED_FOR_MS),
    );
    return begun;
  };
  parts.push({ begin, forget });
  return function Late(props: Props) {
    const Shown = use(begin());
    return <Shown {...props} />;
  };
}

/** Loads all that is not there yet, one after another, each when the page has nothing else to do. */
export async function loadLateParts(): Promise<void> {
  for (const { begin, forget } of parts) {
    await idle();
    await begin().catch(forget);
  }
}

/** Resolves when the page has a moment. */
const idle = () => new Promise<void>((resolve) => requestIdleCallback(() => resolve()));
