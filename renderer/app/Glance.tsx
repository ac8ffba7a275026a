import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hashOf } from '#renderer/store/navigation.ts';
import type { Route } from '#renderer/store/navigation.ts';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { RowLink, RowLinks } from '#renderer/ui/RowLink.tsx';
import css from './Today.module.css';

/** As many of a kind as fit a glance; the rest is one press away. */
export const GLANCE = 6;

/** A section of rows that lead somewhere, with a way to all of them. */
export function Glance({
  title,
  total,
  to,
  children,
}: {
  readonly title: string;
  readonly total: number;
  readonly to: Route;
  readonly children: ReactNode;
}) {
  const { t, i18n } = useTranslation('app');
  if (total === 0) return null;
  const action =
    total > GLANCE ? (
      <a className={css.all} href={hashOf(to)}>
        {t('today.all', { total: total.toLocaleString(i18n.language) })}
      </a>
    ) : null;
  return (
    <PaneSection title={title} action={action}>
      <RowLinks>{children}</RowLinks>
    </PaneSection>
  );
}

export function Line({ to, children }: { readonly to: Route; readonly children: ReactNode }) {
  return <RowLink href={hashOf(to)}>{children}</RowLink>;
}
