// Links that leave Acquaint: https and mailto only, and the owner sees an https address before it opens.
import { externalLink } from '#core/shared/links.ts';

/** What the owner answered when asked about a link. */
export interface Consent {
  readonly open: boolean;
  /** Do not ask again for this site until Acquaint is closed. */
  readonly rememberSite: boolean;
}

export interface Outside {
  /** Hands the link to the system's browser or mail program. */
  readonly open: (href: string) => Promise<void>;
  /** Shows the address and asks. */
  readonly ask: (href: string) => Promise<Consent>;
}

/**
 * Opens links outside, if the owner agrees; answers whether it was opened.
 * SECURITY: an address can carry data out of an offline program, so no page opens one unseen. A mail program
 * shows the draft itself and sends nothing by itself, so mailto: is not asked about twice.
 */
export function linksOutside({ open, ask }: Outside): (href: string) => Promise<boolean> {
  const trustedSites = new Set<string>();
  return async (href) => {
    const link = externalLink(href);
    if (link === undefined) return false;
    if (link.kind === 'https') {
      const site = new URL(link.href).host;
      if (!trustedSites.has(site)) {
        const consent = await ask(link.href);
        if (!consent.open) return false;
        if (consent.rememberSite) trustedSites.add(site);
      }
    }
    await open(link.href);
    return true;
  };
}
