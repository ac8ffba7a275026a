import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { UserRoundX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LookUp, Stranger } from '#api/network.ts';
import { mutualNamesIn } from '#core/invitations/mutual-line.ts';
import { adviceOnStranger } from '#core/network/advice.ts';
import { orpc } from '#renderer/client/queries.ts';
import { TieBadge } from '#renderer/people/TieBadge.tsx';
import { navigate } from '#renderer/store/store.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { TextArea, TextInput } from '#renderer/ui/TextInput.tsx';
import { AdviceSentence, BeforeAsking, LetterButton } from './AdviceCard.tsx';
import { Answer } from './Answer.tsx';
import type { LetterAbout } from './LetterFor.tsx';
import { strangerWords } from './path-words.ts';
import { routeTo } from './target.ts';
import { FirstOf, PersonLine } from './There.tsx';
import css from './Network.module.css';

/** Somebody who is not in the book: who could be meant, and the ways that what is known of them opens. */
export function NotInBook({ fn, org }: { readonly fn: string; readonly org: string }) {
  const { t } = useTranslation('network');
  const [mutualNames, setMutualNames] = useState<readonly string[]>([]);
  const stranger = useQuery({
    ...orpc.network.stranger.queryOptions({ input: { fn, mutualNames: [...mutualNames] } }),
    placeholderData: keepPreviousData,
  });
  const similar = stranger.data?.similar ?? [];
  return (
    <>
      <section className={css.none} aria-label={t('stranger.title', { fn })}>
        <h2 className={css.sentence} data-private="">
          <UserRoundX size={20} strokeWidth={1.5} aria-hidden />
          <span dir="auto">{t('stranger.title', { fn })}</span>
        </h2>
        <div className={css.known}>
          <Field label={t('stranger.org')} hint={t('stranger.orgHint')}>
            <TextInput
              defaultValue={org}
              maxLength={300}
              onBlur={(event) => tellOrg(fn, event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.nativeEvent.isComposing)
                  tellOrg(fn, event.currentTarget.value);
              }}
            />
          </Field>
          <Field label={t('stranger.mutuals')} hint={t('stranger.mutualsHint')}>
            <TextArea
              rows={1}
              maxLength={2000}
              onBlur={(event) => setMutualNames(mutualNamesIn(event.target.value))}
            />
          </Field>
        </div>
      </section>
      {similar.length === 0 ? null : (
        <PaneSection title={t('stranger.similar')}>
          <FirstOf items={similar}>
            {(person) => (
              <PersonLine
                key={person.id}
                id={person.id}
                fn={person.fn}
                note={[person.title, person.org].filter((part) => part !== '').join(' · ')}
                next={{ id: person.id, label: t('there.reach', { fn: person.fn }) }}
              />
            )}
          </FirstOf>
        </PaneSection>
      )}
      <StrangerAdvice fn={fn} org={org} mutuals={stranger.data?.mutuals ?? []} />
      {org === '' ? null : <Answer key={org} target={{ kind: 'org', org }} name={org} isPart />}
    </>
  );
}

function tellOrg(fn: string, org: string): void {
  navigate(routeTo({ kind: 'stranger', fn, org: org.trim() }), { replace: true });
}

/** The ways to somebody at an organisation; none where it is not known. */
function usePathsTo(org: string): LookUp['paths'] {
  const there = useQuery({
    ...orpc.network.lookUp.queryOptions({ input: { to: { kind: 'org', org: org === '' ? '-' : org } } }),
    enabled: org !== '',
  });
  return org === '' ? [] : (there.data?.paths ?? []);
}

/** Ask whoever LinkedIn shows as mutual, else somebody at the company or close to it, else write a brief note. */
function StrangerAdvice({
  fn,
  org,
  mutuals,
}: {
  readonly fn: string;
  readonly org: string;
} & Pick<Stranger, 'mutuals'>) {
  const { t } = useTranslation('network');
  const paths = usePathsTo(org);
  const advice = adviceOnStranger(
    mutuals.flatMap(({ people }) => people),
    paths,
  );
  const [best] = paths;
  const isOnWay = advice.code === 'through' || advice.code === 'colleague';
  const code = advice.code === 'note' ? 'note' : 'ask';
  const about: LetterAbout =
    advice.code === 'note'
      ? { kind: 'stranger', fn, org }
      : { kind: 'askStranger', fn, org, via: advice.via.contactId };
  return (
    <>
      <article className={css.advice} aria-label={t('advice.title')}>
        {code === 'note' ? <p className={css.count}>{t('noPath.title')}</p> : null}
        <AdviceSentence code={code} text={strangerWords(advice, { fn, org })} />
        {isOnWay && best !== undefined ? <BeforeAsking path={best} /> : null}
        <LetterButton key={JSON.stringify(about)} about={about} code={code} />
      </article>
      {mutuals.length === 0 ? null : (
        <PaneSection title={t('stranger.named')}>
          <Mutuals mutuals={mutuals} />
        </PaneSection>
      )}
    </>
  );
}

function Mutuals({ mutuals }: Pick<Stranger, 'mutuals'>) {
  const { t } = useTranslation('network');
  return (
    <ul className={css.people}>
      {mutuals.map(({ name, people }) =>
        people.length === 0 ? (
          <li key={name} className={css.quiet} dir="auto" data-private="">
            {t('stranger.unknown', { name })}
          </li>
        ) : (
          people.map((person) => (
            <PersonLine
              key={person.contactId}
              id={person.contactId}
              fn={person.fn}
              note={[person.title, person.org].filter((part) => part !== '').join(' · ')}
            >
              <TieBadge tie={person.tie} />
            </PersonLine>
          ))
        ),
      )}
    </ul>
  );
}
