import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#api/contract.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { Mutual } from '#core/invitations/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { orpc } from '#renderer/client/queries.ts';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { PersonPicker } from '#renderer/people/PersonPicker.tsx';
import { TieBadge } from '#renderer/people/TieBadge.tsx';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Row } from '#renderer/ui/Row.tsx';
import css from './MutualList.module.css';

/** Who a mutual connection is in the book; a name nobody was matched to asks for it. */
export function MutualWho({ mutual }: { readonly mutual: Mutual }) {
  const { t } = useTranslation('invitations');
  const [isChanging, setChanging] = useState(false);
  const { id: mutualId, name, contactId, fn, ownerLevel } = mutual;
  const match = async (contact: { readonly id: ContactId; readonly fn: string } | undefined) => {
    setChanging(false);
    await act(
      () =>
        client.invitations.matchMutual({
          mutualId,
          ...(contact === undefined ? {} : { contactId: contact.id }),
        }),
      contact === undefined ? t('done.unmatched', { name }) : t('done.matched', { name, fn: contact.fn }),
    );
  };
  if (contactId !== undefined && !isChanging) {
    return (
      <div className={css.who}>
        <span className={css.name}>
          <PersonLink id={contactId}>{fn}</PersonLink>
        </span>
        <TieBadge tie={{ level: ownerLevel, unconfirmed: false }} />
        {name === fn ? null : (
          <span className={css.quiet} dir="auto">
            {name}
          </span>
        )}
        <Button look="plain" onClick={() => setChanging(true)}>
          {t('mutuals.change')}
        </Button>
      </div>
    );
  }
  return <Unmatched name={name} isChanging={isChanging} onMatch={(contact) => void match(contact)} />;
}

/** The few who may be called so, to choose from; then everybody else. Several of one name are never guessed at. */
function Unmatched({
  name,
  isChanging,
  onMatch,
}: {
  readonly name: string;
  readonly isChanging: boolean;
  readonly onMatch: (contact: { readonly id: ContactId; readonly fn: string } | undefined) => void;
}) {
  const { t } = useTranslation('invitations');
  const [isNone, setNone] = useState(false);
  const { data = [] } = useQuery(orpc.invitations.peopleCalled.queryOptions({ input: { name } }));
  const offered = isNone ? [] : data;
  return (
    <div className={css.unmatched}>
      <span className={css.name} dir="auto">
        {name}
      </span>
      {offered.length === 0 ? null : (
        <Candidates name={name} people={offered} onPick={onMatch} onNone={() => setNone(true)} />
      )}
      <div className={css.who}>
        <div className={css.picker}>
          <PersonPicker
            value={undefined}
            label={t('mutuals.who', { name })}
            placeholder={t('mutuals.whoPlaceholder')}
            // It opens because this very field was asked for.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={isChanging || isNone}
            onPick={(picked) => {
              if (picked?.kind === 'known') onMatch(picked);
            }}
          />
        </div>
        {isChanging ? (
          <Button look="plain" onClick={() => onMatch(undefined)}>
            {t('mutuals.nobody')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

type Called = Awaited<ReturnType<Client['invitations']['peopleCalled']>>;

function Candidates({
  name,
  people,
  onPick,
  onNone,
}: {
  readonly name: string;
  readonly people: Called;
  readonly onPick: (contact: { readonly id: ContactId; readonly fn: string }) => void;
  readonly onNone: () => void;
}) {
  const { t } = useTranslation('references');
  return (
    <fieldset className={css.candidates}>
      <legend>{t(people.length === 1 ? 'whois.one' : 'whois.several', { name })}</legend>
      {people.map(({ contactId: id, fn, org, ownerLevel }) => (
        <button
          key={id}
          type="button"
          className={css.candidate}
          aria-label={t('whois.pick', { fn: org === '' ? fn : `${fn}, ${org}`, name })}
          onClick={() => onPick({ id, fn })}
        >
          <Row
            lead={<Avatar id={id} name={fn} />}
            title={fn}
            note={org}
            end={<TieBadge tie={{ level: ownerLevel, unconfirmed: false }} />}
          />
        </button>
      ))}
      <Button look="plain" aria-label={t('whois.noneOf', { name })} onClick={onNone}>
        {t('whois.none')}
      </Button>
    </fieldset>
  );
}
