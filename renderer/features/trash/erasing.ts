// Erasing, phase by phase: there is no way back, so it is never an undo's business.
import { useState } from 'react';
import type { Client } from '#api/contract.ts';
import type { ErasePhase } from '#api/trash.ts';
import type { z } from 'zod';
import { sayProblem } from '#renderer/client/commands.ts';

export type Phase = z.infer<typeof ErasePhase>['phase'];
export type Erased =
  Awaited<ReturnType<Awaited<ReturnType<Client['trash']['erase']>>['next']>> extends infer Step
    ? Step extends { done: true; value: infer Value }
      ? Value
      : never
    : never;

type Stream = Awaited<ReturnType<Client['trash']['erase']>>;

/** Runs an erasure and says which phase it is in; answers undefined when it failed, which has been said then. */
export function useErasing() {
  const [phase, setPhase] = useState<Phase>();
  const run = async (begin: () => Promise<Stream>): Promise<Erased | undefined> => {
    setPhase('erasing');
    try {
      const stream = await begin();
      for (;;) {
        const step = await stream.next();
        if (step.done === true) return step.value;
        setPhase(step.value.phase);
      }
    } catch (error) {
      sayProblem(error);
      return undefined;
    } finally {
      setPhase(undefined);
    }
  };
  return { phase, run };
}
