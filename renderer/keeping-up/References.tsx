import { useQuery } from '@tanstack/react-query';
import { HeartHandshake } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#api/contract.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { InvitationId } from '#core/invitations/model.ts';
import { orpc } from '#renderer/client/queries.ts';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { hashOf } from '#renderer/store/navigation.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { GoodwillLine } from './GoodwillLine.tsx';
import { reliabilityWords } from './references-words.ts';
import { noteThanks } from './thanks.ts';
import css from './KeepingUp.module.css';

type Kept = Awaited<ReturnType<Client['invitations']['references']>>;

/**
 * Give and take with somebody, what they said of people they were shown to know, and what others said of them. For a
 * person's page; nothing where nothing was ever asked.
 */
export function References({ contactId, fn }: { readonly contactId: ContactId; readonly fn: string }) {
  const { data } = useQuery(orpc.invitations.references.queryOptions({ input: { contactId } }));
  if (data === undefined) return null;
  return (
    <>
      {isUntouched(data) ? null : <Asking contactId={contactId} fn={fn} kept={data} />}
      {data.about.length === 0 ? null : <About fn={fn} about={data.about} />}
    </>
  );
}

const isUntouched = ({ goodwill: { given, lastAskedOn, lastThankedOn }, said }: Kept): boolean =>
  given === 0 && said.length === 0 && lastAskedOn === undefined && lastThankedOn === undefined;

function Asking({
  contactId,
  fn,
  kept: { goodwill, reliability, said },
}: {
  readonly contactId: ContactId;
  readonly fn: string;
  readonly kept: Kept;
}) {
  const { t } = useTranslation('references');
  return (
    <PaneSection title={t('person.title', { fn })} isNamed>
      <GoodwillLine goodwill={goodwill} />
      {goodwill.thanksOwed === 0 ? null : (
        <div>
          <Button icon={HeartHandshake} onClick={() => void noteThanks(contactId, fn)}>
            {t('ask.thank')}
          </Button>
        </div>
      )}
      {said.length === 0 ? null : (
        <>
          <h3 className={css.part}>{t('person.said')}</h3>
          {reliability.answers === 0 ? null : <p className={css.quiet}>{reliabilityWords(reliability)}</p>}
          <ul className={css.list}>
            {said.map((one) => (
              <li key={one.invitationId}>
                <InvitationLink id={one.invitationId}>{one.fn}</InvitationLink>
                <Said {...one} />
              </li>
            ))}
          </ul>
        </>
      )}
    </PaneSection>
  );
}

/** For the owner's eyes: no letter tells any of it. */
function About({ fn, about }: { readonly fn: string; readonly about: Kept['about'] }) {
  const { t } = useTranslation('references');
  return (
    <PaneSection title={t('person.about', { fn })} isNamed>
      <ul className={css.list}>
        {about.map((one) => (
          <li key={`${one.invitationId} ${one.fn}`}>
            {one.contactId === undefined ? (
              <bdi>{one.fn}</bdi>
            ) : (
              <PersonLink id={one.contactId}>{one.fn}</PersonLink>
            )}
            <Said {...one} askedOn="" quote="" />
          </li>
        ))}
      </ul>
    </PaneSection>
  );
}

function InvitationLink({ id, children }: { readonly id: InvitationId; readonly children: string }) {
  return (
    <a href={hashOf({ section: 'invitations', id })} dir="auto">
      {children}
    </a>
  );
}

/** The answer with its day, and their own words. */
function Said({
  answer,
  askedOn,
  answeredOn,
  quote,
}: Pick<Kept['said'][number], 'answer' | 'askedOn' | 'answeredOn' | 'quote'>) {
  const { t } = useTranslation('references');
  const { t: invitations } = useTranslation('invitations');
  if (answer === undefined)
    return <span className={css.words}>{t('person.waiting', { on: dateWords(askedOn) })}</span>;
  const words = invitations(`mutuals.choices.${answer}`);
  return (
    <span className={css.words}>
      {answeredOn === undefined ? words : t('person.answered', { answer: words, on: dateWords(answeredOn) })}
      {quote === '' ? null : (
        <q className={css.quoted} dir="auto">
          {quote}
        </q>
      )}
    </span>
  );
}
