import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, ArrowRight, CalendarX, Check, CircleCheck, Handshake } from 'lucide-react';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { peopleMet } from '#core/events/met-there.ts';
import type { MetPerson } from '#core/events/met-there.ts';
import { EventId } from '#core/events/model.ts';
import type { Event } from '#core/events/model.ts';
import type { FollowUpState } from '#core/reminders/model.ts';
import { errorWords, isNotFound } from '#renderer/client/errors.ts';
import { orpc } from '#renderer/client/queries.ts';
import { DraftEditor } from '#renderer/drafts/DraftEditor.tsx';
import { useToday } from '#renderer/keeping-up/today.ts';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { navigate, useStore } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { DetailPane } from '#renderer/ui/Pane.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { followUp, hasHadWord } from './followed-up.ts';
import css from './FollowUp.module.css';

/** After the event: a word to everybody met there, one after the other. */
export function FollowUpScreen() {
  const { t } = useTranslation('events');
  const id = useStore(({ route }) => route.id);
  const { data, error: eventError } = useQuery({
    ...orpc.events.get.queryOptions({ input: { id: EventId.parse(id ?? 1) } }),
    enabled: id !== undefined,
  });
  const { data: followUps, error: otherError } = useQuery({
    ...orpc.reminders.atEvent.queryOptions({ input: { eventId: EventId.parse(id ?? 1), today: useToday() } }),
    enabled: id !== undefined,
  });
  const error = eventError ?? otherError;
  if (id === undefined || error !== null) {
    const isGone = id === undefined || isNotFound(error);
    return <EmptyState icon={CalendarX} title={isGone ? t('notFound') : errorWords(error)} />;
  }
  if (data === undefined || followUps === undefined) {
    return (
      <DetailPane label={t('followUp.label')}>
        <Skeleton lines={6} />
      </DetailPane>
    );
  }
  return <FollowUp key={id} event={data.event} people={peopleMet(data.encounters)} followUps={followUps} />;
}

function FollowUp({
  event,
  people,
  followUps,
}: {
  readonly event: Event;
  readonly people: readonly MetPerson[];
  readonly followUps: readonly FollowUpState[];
}) {
  const { t } = useTranslation('events');
  const isAnswered = (id: MetPerson['contactId']) => hasHadWord(followUps, id);
  // Kept, so that whoever has just had their word stays on the page until the owner goes on.
  const [chosen, setChosen] = useState(() =>
    Math.max(
      0,
      people.findIndex(({ contactId }) => !isAnswered(contactId)),
    ),
  );
  const at = Math.max(0, Math.min(people.length - 1, chosen));
  const person = people[at];
  const go = (to: number) => setChosen(Math.min(people.length - 1, Math.max(0, to)));
  const done = () => {
    if (person === undefined) return;
    void followUp(followUps, person);
    const next = people.findIndex(({ contactId }, index) => index > at && !isAnswered(contactId));
    if (next >= 0) setChosen(next);
  };
  const onKeyDown = (key: KeyboardEvent) => {
    if (!key.altKey || key.ctrlKey || key.metaKey) return;
    const run = KEYS[key.key];
    if (run === undefined) return;
    key.preventDefault();
    run({ next: () => go(at + 1), previous: () => go(at - 1), done });
  };
  return (
    <DetailPane label={t('followUp.title', { summary: event.summary })} bar={<ToEvent event={event} />}>
      {/* The keys are those of the fields and buttons inside. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={css.page} onKeyDown={onKeyDown}>
        <header>
          <h1 className={css.title} dir="auto">
            {t('followUp.title', { summary: event.summary })}
          </h1>
          <p className={css.hint}>{t('followUp.hint')}</p>
        </header>
        {person === undefined ? (
          <p className={css.hint}>{t('page.metNone')}</p>
        ) : (
          <>
            <People people={people} at={at} isDone={isAnswered} onGo={go} />
            <Word
              key={person.contactId}
              person={person}
              isDone={isAnswered(person.contactId)}
              onWritten={() => void followUp(followUps, person)}
            />
            <div className={css.buttons}>
              <Button look="primary" icon={Check} aria-keyshortcuts="Alt+Enter" onClick={done}>
                {t('followUp.done')}
              </Button>
              <Button
                icon={ArrowLeft}
                disabled={at === 0}
                aria-keyshortcuts="Alt+ArrowUp"
                onClick={() => go(at - 1)}
              >
                {t('followUp.previous')}
              </Button>
              <Button
                icon={ArrowRight}
                disabled={at === people.length - 1}
                aria-keyshortcuts="Alt+ArrowDown"
                onClick={() => go(at + 1)}
              >
                {t('followUp.next')}
              </Button>
            </div>
            <p className={css.hint}>{t('followUp.keys')}</p>
          </>
        )}
      </div>
    </DetailPane>
  );
}

interface Moves {
  readonly next: () => void;
  readonly previous: () => void;
  readonly done: () => void;
}

const KEYS: Readonly<Partial<Record<string, (moves: Moves) => void>>> = {
  ArrowDown: ({ next }) => next(),
  ArrowUp: ({ previous }) => previous(),
  Enter: ({ done }) => done(),
};

function ToEvent({ event }: { readonly event: Event }) {
  const { t } = useTranslation('events');
  return (
    <Button icon={ArrowLeft} onClick={() => navigate({ section: 'events', id: event.id })}>
      {t('followUp.back')}
    </Button>
  );
}

/** Everybody met there; a press goes to their word. */
function People({
  people,
  at,
  isDone,
  onGo,
}: {
  readonly people: readonly MetPerson[];
  readonly at: number;
  readonly isDone: (id: MetPerson['contactId']) => boolean;
  readonly onGo: (at: number) => void;
}) {
  const { t } = useTranslation('events');
  const left = people.filter(({ contactId }) => !isDone(contactId)).length;
  return (
    <section aria-label={t('followUp.people')}>
      <p className={css.hint} role="status">
        {t('followUp.left', { count: left })}
      </p>
      <ul className={css.people}>
        {people.map(({ contactId, fn }, index) => (
          <li key={contactId}>
            <button
              type="button"
              className={classes(css.chip, isDone(contactId) && css.isDone)}
              aria-current={index === at ? 'true' : undefined}
              onClick={() => onGo(index)}
            >
              {isDone(contactId) ? <CircleCheck size={14} strokeWidth={1.75} aria-hidden /> : null}
              <bdi>{fn}</bdi>
              {isDone(contactId) ? <span className="visually-hidden">{t('followUp.isDone')}</span> : null}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The letter, and beside it what the owner wrote down: to draw on, never put into it unseen. */
function Word({
  person,
  isDone,
  onWritten,
}: {
  readonly person: MetPerson;
  readonly isDone: boolean;
  readonly onWritten: () => void;
}) {
  const { t } = useTranslation('events');
  const { contactId, fn, encounters } = person;
  const notes = encounters.map(({ note }) => note).filter((note) => note.trim() !== '');
  const [last] = encounters;
  if (last === undefined) return null;
  return (
    <div className={css.word}>
      <section className={css.notes} aria-label={t('followUp.notes')}>
        <h2 className={css.who}>
          <PersonLink id={contactId}>{fn}</PersonLink>
          {isDone ? <CircleCheck size={16} strokeWidth={1.75} aria-label={t('followUp.isDone')} /> : null}
        </h2>
        <h3 className={css.label}>{t('followUp.notes')}</h3>
        {notes.length === 0 ? <p className={css.hint}>{t('followUp.noNotes')}</p> : null}
        {notes.map((note) => (
          <p key={note} className={css.note} dir="auto">
            {note}
          </p>
        ))}
        {last.introducedBy === undefined ? null : (
          <p className={css.hint}>
            <Handshake size={14} strokeWidth={1.75} aria-hidden /> {t('page.introducedBy')}{' '}
            <PersonLink id={last.introducedBy.id}>{last.introducedBy.fn}</PersonLink>
          </p>
        )}
      </section>
      <DraftEditor
        request={{ about: 'meeting', kind: 'follow_up', encounterId: last.id }}
        onWritten={isDone ? undefined : onWritten}
      />
    </div>
  );
}
