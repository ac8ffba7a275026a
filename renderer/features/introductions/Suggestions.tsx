import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#api/contract.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { orpc } from '#renderer/client/queries.ts';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { navigate } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import css from './Board.module.css';

type Suggestion = Awaited<ReturnType<Client['introductions']['suggestions']>>[number];

/** A few pairs of whom one seeks what the other offers, each with the words it rests on; nothing where there is none. */
export function Suggestions() {
  const { t } = useTranslation('introductions');
  const { data = [] } = useQuery(orpc.introductions.suggestions.queryOptions());
  if (data.length === 0) return null;
  return (
    <section className={css.suggestions} aria-label={t('suggestions.title')}>
      <h2 className={css.title}>{t('suggestions.title')}</h2>
      <p className={css.nobody}>{t('suggestions.hint')}</p>
      <ul className={css.matches}>
        {data.map((one) => (
          <Pair key={`${one.seeker.id} ${one.giver.id}`} suggestion={one} />
        ))}
      </ul>
    </section>
  );
}

function Pair({ suggestion: { seeker, giver, isMutual } }: { readonly suggestion: Suggestion }) {
  const { t } = useTranslation('introductions');
  const begin = async () => {
    const form = { a: seeker.id, b: giver.id, purpose: '', benefitA: giver.offers, benefitB: '' };
    const done = await act(
      () => client.introductions.create(form),
      t('created', { a: seeker.fn, b: giver.fn }),
    );
    if (done !== undefined) navigate({ section: 'introductions', id: done.result.id });
  };
  return (
    <li className={css.match}>
      <div className={css.reasons} data-private="">
        <p>
          <PersonLink id={seeker.id}>{seeker.fn}</PersonLink>{' '}
          <span className={css.said}>{t('suggestions.seeks', { seeks: seeker.seeks })}</span>
        </p>
        <ArrowRight size={14} strokeWidth={1.75} aria-hidden />
        <p>
          <PersonLink id={giver.id}>{giver.fn}</PersonLink>{' '}
          <span className={css.said}>{t('suggestions.offers', { offers: giver.offers })}</span>
          {isMutual ? <span className={css.nobody}> {t('suggestions.mutual')}</span> : null}
        </p>
      </div>
      <Button
        aria-label={t('suggestions.beginFor', { seeker: seeker.fn, giver: giver.fn })}
        onClick={() => void begin()}
      >
        {t('suggestions.begin')}
      </Button>
    </li>
  );
}
