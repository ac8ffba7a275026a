import { Component } from 'react';
import type { ReactNode } from 'react';
import { OctagonX } from 'lucide-react';
import { i18n } from '#renderer/strings/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import css from './ErrorBoundary.module.css';

/** Catches a screen that breaks: says so in plain words and offers to open it again. `key` it by the place. */
export class ErrorBoundary extends Component<
  { readonly children: ReactNode },
  { readonly error?: Error | undefined }
> {
  override state: { readonly error?: Error | undefined } = {};

  static getDerivedStateFromError(error: unknown): { readonly error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <EmptyState icon={OctagonX} title={i18n.t('app:errors.screen')} text={i18n.t('app:errors.screenText')}>
        <Button look="primary" onClick={() => this.setState({ error: undefined })}>
          {i18n.t('app:errors.screenAgain')}
        </Button>
        <details className={css.detail}>
          <summary>{i18n.t('app:errors.detail')}</summary>
          <code>{error.message}</code>
        </details>
      </EmptyState>
    );
  }
}
