import { z } from 'zod';
import { hostCall } from './base.ts';

export const host = {
  info: hostCall.output(
    z.strictObject({ kind: z.enum(['electron', 'browser']), version: z.string(), platform: z.string() }),
  ),
  /** Opens an https: or mailto: link outside; only links that `core/shared/links.ts` lets through. */
  openLink: hostCall
    .input(z.strictObject({ href: z.string().max(2000) }))
    .output(z.strictObject({ opened: z.boolean() })),
  /** How many network requests were tried and refused since the start: the offline seal. */
  refusedRequests: hostCall.output(z.strictObject({ count: z.int().nonnegative() })),
};
