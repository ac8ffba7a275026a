import { ExternalLink as Icon } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './Link.module.css';

/** A link that leads outside; its whole address is shown on hover, and `onOpen` decides how it opens. */
export function ExternalLink({
  href,
  onOpen,
  children,
}: {
  readonly href: string;
  readonly onOpen: (href: string) => void;
  readonly children: ReactNode;
}) {
  return (
    <a
      href={href}
      title={href}
      rel="noopener noreferrer"
      className={css.link}
      onClick={(event) => {
        event.preventDefault();
        onOpen(href);
      }}
    >
      <bdi>{children}</bdi>
      <Icon size={13} strokeWidth={1.75} aria-hidden />
    </a>
  );
}
