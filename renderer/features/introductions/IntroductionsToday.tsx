import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Introduction } from '#core/introductions/model.ts';
import { needsOwner } from '#core/introductions/waiting.ts';
import type { Waiting } from '#core/introductions/waiting.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { orpc } from '#renderer/client/queries.ts';
import { useToday } from '#renderer/keeping-up/today.ts';
import { loggedWords } from '#renderer/people/introduction-words.ts';
import { hashOf } from '#renderer/store/navigation.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { Row } from '#renderer/ui/Row.tsx';
import { waitingFor, waitingWords } from './waiting-words.ts';
import css from './Introductions.module.css';

/** As many as fit a glance; the rest is one press away. */
const GLANCE = 6;

/** What is over, or has nothing to wait for, is no matter of today. */
const isOpen = ({ kind }: Waiting): boolean => kind !== 'over' && kind !== 'under_way';

/** Introductions on their way: what needs the owner first, then whom they wait for. */
export function IntroductionsToday() {
  const { t } = useTranslation('introductions');
  const today = useToday();
  const { data = [] } = useQuery(orpc.introductions.list.queryOptions());
  const open = data
    .map((introduction) => ({ introduction, waiting: waitingFor(introduction, today) }))
    .filter(({ waiting }) => isOpen(waiting))
    .toSorted((one, other) => Number(needsOwner(other.waiting)) - Number(needsOwner(one.waiting)));
  if (open.length === 0) return null;
  return (
    <PaneSection
      title={t('today.title')}
      action={
        open.length > GLANCE ? (
          <a href={hashOf({ section: 'introductions' })}>{t('today.all', { count: open.length })}</a>
        ) : null
      }
    >
      <ul className={css.todayRows}>
        {open.slice(0, GLANCE).map(({ introduction, waiting }) => (
          <TodayRow key={introduction.id} introduction={introduction} waiting={waiting} />
        ))}
      </ul>
    </PaneSection>
  );
}

function TodayRow({
  introduction,
  waiting,
}: {
  readonly introduction: Introduction;
  readonly waiting: Waiting;
}) {
  const { t } = useTranslation('introductions');
  const { id, a, fnA, fnB } = introduction;
  const pair = t('list.pair', { a: isolated(fnA), b: isolated(fnB) });
  const rest = () =>
    act(() => client.introductions.advance({ id, step: 'lapse' }), loggedWords(introduction, 'lapse'));
  return (
    <li className={css.todayRow}>
      <a className={css.todayLine} href={hashOf({ section: 'introductions', id })}>
        <Row lead={<Avatar id={a} name={fnA} />} title={pair} note={waitingWords(introduction, waiting)} />
      </a>
      {waiting.kind === 'lapse' ? (
        <Button aria-label={t('today.restFor', { pair })} onClick={() => void rest()}>
          {t('today.rest')}
        </Button>
      ) : null}
    </li>
  );
}
