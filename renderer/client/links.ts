// Opening what leads outside: only on a press, only links that may leave, never fetched by us.
import { externalLink } from '#core/shared/links.ts';
import { client } from './client.ts';
import { sayProblem } from './commands.ts';
import { hostBridge } from './host-bridge.ts';

/** Opens an `https:` or `mailto:` link outside; call it inside the press. A link that may not leave does nothing. */
export function openLink(href: string): void {
  const link = externalLink(href);
  if (link === undefined) return;
  // A browser tab can open links itself, and only inside the press; a window of ours cannot open any.
  if (hostBridge() === undefined) window.open(link.href, '_blank', 'noopener,noreferrer');
  else client.host.openLink({ href: link.href }).catch(sayProblem);
}
