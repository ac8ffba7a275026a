import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Download, UserX } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Held } from '#api/holdings.ts';
import { heldMarkdown } from '#core/exports/held.ts';
import type { HeldSection } from '#core/exports/held.ts';
import { ContactId } from '#core/contacts/model.ts';
import { errorWords } from '#renderer/client/errors.ts';
import { orpc } from '#renderer/client/queries.ts';
import { saveFile } from '#renderer/drafts/hand-over.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { dateTimeWords } from '#renderer/strings/dates.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { DetailPane, PaneSection } from '#renderer/ui/Pane.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { sectionsOf } from './sections.ts';
import css from './Held.module.css';

/** Everything the book holds about somebody and where it came from, as a page and as a file. */
export function HeldScreen() {
  const { t } = useTranslation('holdings');
  const id = useStore(({ route }) => route.id);
  const held = useQuery({
    ...orpc.holdings.get.queryOptions({ input: { id: ContactId.parse(id ?? 1) } }),
    enabled: id !== undefined,
  });
  if (held.error !== null) return <EmptyState icon={UserX} title={errorWords(held.error)} />;
  if (held.data === undefined) {
    return (
      <DetailPane label={t('action')}>
        <Skeleton lines={8} />
      </DetailPane>
    );
  }
  return <HeldPage held={held.data} />;
}

function HeldPage({ held }: { readonly held: Held }) {
  const { t } = useTranslation('holdings');
  const { id, fn, createdAt } = held;
  const sections = useMemo(() => sectionsOf(held), [held]);
  const title = t('title', { fn: isolated(fn) });
  const since = t('since', { on: dateTimeWords(createdAt) });
  const save = (ending: 'md' | 'json') => {
    const fileName = `${t('fileName', { fn })}.${ending}`;
    const text =
      ending === 'md'
        ? heldMarkdown({ title: t('title', { fn }), intro: [t('intro'), since] }, sections)
        : `${JSON.stringify(held, null, 2)}\n`;
    saveFile({ fileName, text, type: ending === 'md' ? 'text/markdown' : 'application/json' });
    useStore.getState().showToast({ text: t('saved', { fileName }), tone: 'done' });
  };
  return (
    <DetailPane
      label={title}
      bar={
        <>
          <Button look="plain" icon={ArrowLeft} onClick={() => navigate({ section: 'people', id })}>
            {t('back', { fn: isolated(fn) })}
          </Button>
          <Button icon={Download} onClick={() => save('md')}>
            {t('markdown')}
          </Button>
          <Button icon={Download} onClick={() => save('json')}>
            {t('json')}
          </Button>
        </>
      }
    >
      <header className={css.intro}>
        <h1 className={css.title}>{title}</h1>
        <p>{t('intro')}</p>
        <p className={css.quiet}>{since}</p>
      </header>
      {sections.map((section) => (
        <Section key={section.title} section={section} />
      ))}
    </DetailPane>
  );
}

function Section({ section: { title, rows } }: { readonly section: HeldSection }) {
  return (
    <PaneSection title={title}>
      <dl className={css.rows}>
        {rows.map(({ term, text, source }, at) => (
          // Two lines may read the same; their order never changes.
          // eslint-disable-next-line react/no-array-index-key
          <div key={at} className={css.row}>
            <dt dir="auto">{term}</dt>
            <dd dir="auto">{text}</dd>
            {source === '' ? null : <dd className={css.quiet}>{source}</dd>}
          </div>
        ))}
      </dl>
    </PaneSection>
  );
}
