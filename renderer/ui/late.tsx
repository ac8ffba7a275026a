// Parts of the page that are not on its first screen: their code comes later, and once it is there they are shown at once.
import { use } from 'react';
import type { ComponentType, ReactNode } from 'react';

type Load = () => Promise<unknown>;

/** Everything made with `late`, in that order. */
const parts: Load[] = [];

/**
 * A component whose code is loaded when it is shown first, or by `loadLateParts`. Unlike React's own `lazy` it does not
 * wait for a turn when the code is there: whoever opens a dialog by a key types into it with the next one.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => ReactNode {
  let there: ComponentType<Props> | undefined;
  let coming: Promise<ComponentType<Props>> | undefined;
  const begin = () =>
    (coming ??= load().then(
      (component) => (there = component),
      (error: unknown) => {
        // The next one who wants it tries again.
        coming = undefined;
        throw error;
      },
    ));
  parts.push(begin);
  return function Late(props: Props) {
    const Shown = there ?? use(begin());
    return <Shown {...props} />;
  };
}

/** Loads all that is not there yet, one after another, each when the page has nothing else to do. */
export async function loadLateParts(): Promise<void> {
  for (const load of parts) {
    await idle();
    // Shown when somebody wants it, with the error of that attempt.
    await load().catch(() => undefined);
  }
}

/** Resolves when the page has a moment. */
const idle = () => new Promise<void>((resolve) => requestIdleCallback(() => resolve()));
