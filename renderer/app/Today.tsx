import { useQuery } from '@tanstack/react-query';
import { FileInput, Handshake, UserPlus, UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/client/queries.ts';
import { IntroductionsToday } from '#renderer/features/introductions/IntroductionsToday.tsx';
import { LookBack } from '#renderer/features/invitations/rules/LookBack.tsx';
import { DueToday } from '#renderer/features/reminders/DueToday.tsx';
import { verdictLook, verdictWords } from '#renderer/people/verdict.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { spanWords } from '#renderer/strings/dates.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Badge } from '#renderer/ui/Badge.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { DetailPane } from '#renderer/ui/Pane.tsx';
import { Row } from '#renderer/ui/Row.tsx';
import type { BookSummary } from './book-summary.ts';
import { Glance, GLANCE, Line } from './Glance.tsx';
import { useWaiting } from './waiting.ts';
import { WaitingForAnswers } from './WaitingForAnswers.tsx';
import css from './Today.module.css';

/** The start screen: what needs the owner, in order; and a calm word when nothing does. */
export function Today() {
  const { t } = useTranslation('app');
  const summary = useQuery(orpc.book.summary.queryOptions());
  const waiting = useWaiting();
  if (summary.data === undefined || waiting === undefined) return null;
  if (summary.data.counts.contacts === 0) return <FirstDay counts={summary.data.counts} />;
  const { counts, isDemo } = summary.data;
  const { invitationsWaiting, introductionsOpen, importsStaged } = counts;
  const isCalm = invitationsWaiting + introductionsOpen + importsStaged + waiting === 0;
  return (
    <DetailPane label={t('today.title')}>
      <header className={css.header}>
        <h1 className={css.title}>{isCalm ? t('today.calm') : t('today.greeting')}</h1>
        {isCalm ? <p className={css.quiet}>{t('today.calmText')}</p> : null}
        {isDemo ? <p className={css.quiet}>{t('today.demo')}</p> : null}
        {isCalm ? <NextActions /> : null}
      </header>
      <StagedImports count={counts.importsStaged} />
      <Invitations />
      <WaitingForAnswers />
      <DueToday />
      <IntroductionsToday />
      <LookBack />
      <Duplicates />
      <Events />
    </DetailPane>
  );
}

function NextActions() {
  const { t } = useTranslation('app');
  const openOverlay = useStore((state) => state.openOverlay);
  return (
    <div className={css.actions}>
      <Button look="primary" icon={UserPlus} onClick={() => openOverlay('met')}>
        {t('actions.met')}
      </Button>
      <Button icon={FileInput} onClick={() => navigate({ section: 'imports' })}>
        {t('actions.import')}
      </Button>
    </div>
  );
}

function FirstDay({ counts }: { readonly counts: BookSummary['counts'] }) {
  const { t } = useTranslation('app');
  return (
    <div className={css.first}>
      <StagedImports count={counts.importsStaged} />
      <EmptyState icon={Handshake} title={t('today.empty')} text={t('today.emptyText')}>
        <NextActions />
      </EmptyState>
    </div>
  );
}

function StagedImports({ count }: { readonly count: number }) {
  const { t } = useTranslation('app');
  if (count === 0) return null;
  return (
    <p className={css.banner}>
      <FileInput size={18} strokeWidth={1.75} aria-hidden />
      <span>{t('today.imports', { count })}</span>
      <Button onClick={() => navigate({ section: 'imports' })}>{t('today.look')}</Button>
    </p>
  );
}

/** Who may be in the book twice. It can wait, so it makes no day less calm. */
function Duplicates() {
  const { t } = useTranslation('duplicates');
  const { data } = useQuery(orpc.duplicates.summary.queryOptions());
  const count = data === undefined ? 0 : data.surely + data.probably + data.possibly;
  if (count === 0) return null;
  return (
    <p className={css.banner}>
      <UsersRound size={18} strokeWidth={1.75} aria-hidden />
      <span>{t('today.waiting', { count })}</span>
      <Button onClick={() => navigate({ section: 'people', mode: 'duplicates' })}>{t('today.review')}</Button>
    </p>
  );
}

function Invitations() {
  const { t } = useTranslation('app');
  const { data } = useQuery(
    orpc.invitations.list.queryOptions({ input: { show: 'pending', page: { offset: 0, limit: GLANCE } } }),
  );
  return (
    <Glance title={t('today.invitations')} total={data?.total ?? 0} to={{ section: 'invitations' }}>
      {data?.rows.map(({ id, fn, headline, verdict, hasMessage }) => {
        const look = verdictLook(verdict);
        return (
          <Line key={id} to={{ section: 'invitations', id }}>
            <Row
              lead={<Avatar id={id} name={fn} />}
              title={fn}
              note={headline === '' && !hasMessage ? t('today.noMessage') : headline}
              end={
                <Badge icon={look.icon} meaning={look.meaning}>
                  {verdictWords(verdict)}
                </Badge>
              }
            />
          </Line>
        );
      })}
    </Glance>
  );
}

function Events() {
  const { t } = useTranslation('app');
  const { data } = useQuery(
    orpc.events.list.queryOptions({ input: { text: '', page: { offset: 0, limit: GLANCE } } }),
  );
  return (
    <Glance title={t('today.events')} total={data?.total ?? 0} to={{ section: 'events' }}>
      {data?.rows.map(({ id, summary, dtstart, dtend, location, metCount }) => (
        <Line key={id} to={{ section: 'events', id }}>
          <Row
            title={summary}
            note={[spanWords(dtstart, dtend), location].filter((part) => part !== '').join(' · ')}
            end={t('today.metPeople', { count: metCount })}
          />
        </Line>
      ))}
    </Glance>
  );
}
