// The one Content-Security-Policy of the page. Both hosts send it as a header; nothing else may set one.

const DIRECTIVES = {
  // Everything not named below is refused, so a directive forgotten here is a door closed, not left open.
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  // `blob:` is how pictures read out of the book (embedded PHOTO values) reach an <img>.
  'img-src': ["'self'", 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  'object-src': ["'none'"],
} as const;

/**
 * The header's value, one line: `default-src 'none'; script-src 'self'; …` (CSP Level 3).
 * SECURITY: the page gets no inline script, no inline style, no eval, no frame and no request to anywhere
 * but its own host.
 */
export const CONTENT_SECURITY_POLICY: string = Object.entries(DIRECTIVES)
  .map(([name, sources]) => `${name} ${sources.join(' ')}`)
  .join('; ');
