import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#api/contract.ts';
import { undo } from '#renderer/client/commands.ts';
import { orpc } from '#renderer/client/queries.ts';
import { dateTimeWords } from '#renderer/strings/dates.ts';
import { deedsNamed, historyWords } from '#renderer/strings/history.ts';
import { Badge } from '#renderer/ui/Badge.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { SearchInput } from '#renderer/ui/TextInput.tsx';
import css from './SettingsScreen.module.css';

type Entry = Awaited<ReturnType<Client['book']['history']>>[number];

/** What was done in the book, newest first; each can be taken back where nothing later stands on it. */
export function HistoryList() {
  const { t } = useTranslation('app');
  const { t: ui } = useTranslation('ui');
  const [text, setText] = useState('');
  const find = text.trim();
  const { data = [] } = useQuery({
    ...orpc.book.history.queryOptions({ input: { find, codes: deedsNamed(find) } }),
    placeholderData: keepPreviousData,
  });
  return (
    <PaneSection title={t('settings.history')}>
      {data.length === 0 && find === '' ? null : (
        <SearchInput
          label={t('settings.historyFind')}
          clearLabel={ui('clear')}
          maxLength={200}
          value={text}
          onText={setText}
        />
      )}
      {data.length === 0 ? (
        <p className={css.quiet} role="status">
          {find === '' ? t('settings.historyEmpty') : t('settings.historyNone', { text: find })}
        </p>
      ) : (
        <ol className={css.history}>
          {data.map((entry) => (
            <HistoryRow key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
    </PaneSection>
  );
}

function HistoryRow({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('app');
  const what = historyWords(entry);
  return (
    <li className={css.deed}>
      <span className={classes(css.what, entry.undone && css.quiet)}>{what}</span>
      <time className={css.quiet} dateTime={entry.at}>
        {dateTimeWords(entry.at)}
      </time>
      {entry.undone ? (
        <Badge icon={Undo2}>{t('settings.undone')}</Badge>
      ) : (
        <Button
          look="plain"
          aria-label={t('settings.takeBackWhat', { what })}
          onClick={() => void undo(entry.id)}
        >
          {t('settings.takeBack')}
        </Button>
      )}
    </li>
  );
}
