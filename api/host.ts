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
  /**
   * Drags cards out of the window as a file, while the button is held; a browser tab cannot, and says so. `text` is vCard,
   * `fileName` what the file is called.
   */
  dragOut: hostCall
    .input(z.strictObject({ fileName: z.string().min(1).max(300), text: z.string().max(32_000_000) }))
    .output(z.strictObject({ dragged: z.boolean() })),
  /**
   * Writes what the page shows as a PDF to a file the owner chooses. `not_here`: this host cannot; the page asks its browser
   * to print then.
   */
  printPdf: hostCall
    .input(z.strictObject({ title: z.string().max(300) }))
    .output(z.strictObject({ outcome: z.enum(['saved', 'cancelled', 'failed', 'not_here']) })),
  /** How many network requests were tried and refused since the start: the offline seal. */
  refusedRequests: hostCall.output(z.strictObject({ count: z.int().nonnegative() })),
};
