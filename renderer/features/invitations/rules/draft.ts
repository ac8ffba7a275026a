// The rules as they are being changed: kept while the owner looks at an invitation that would be judged otherwise.
import { create } from 'zustand';
import type { Policy } from '#core/invitations/policy.ts';

interface RulesDraft {
  /** Undefined: nothing is being changed. */
  readonly draft: Policy | undefined;
  readonly change: (draft: Policy | undefined) => void;
}

export const useRulesDraft = create<RulesDraft>((set) => ({
  draft: undefined,
  change: (draft) => set({ draft }),
}));
