import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Building2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactSummary } from '#core/contacts/model.ts';
import { isOnItsWay } from '#renderer/client/on-its-way.ts';
import { orpc } from '#renderer/client/queries.ts';
import { PersonRow } from '#renderer/people/PersonPicker.tsx';
import { Combobox } from '#renderer/ui/Combobox.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Row } from '#renderer/ui/Row.tsx';
import type { Target } from './target.ts';
import css from './Network.module.css';

type Option =
  | { readonly kind: 'person'; readonly person: ContactSummary }
  | { readonly kind: 'org'; readonly org: string; readonly people: number };

/** One field for whom to reach: a person of the book, or an organisation its people are at. */
export function TargetPicker({
  name,
  onTarget,
}: {
  /** Who is being asked about, for as long as nothing is typed. */
  readonly name: string;
  readonly onTarget: (target: Target) => void;
}) {
  const { t } = useTranslation('network');
  const [typed, setTyped] = useState<string>();
  const text = typed?.trim() ?? '';
  const asked = { enabled: text !== '', placeholderData: keepPreviousData };
  const people = useQuery({ ...orpc.contacts.find.queryOptions({ input: { text, limit: 6 } }), ...asked });
  const orgs = useQuery({ ...orpc.network.findOrgs.queryOptions({ input: { text, limit: 4 } }), ...asked });
  const options: Option[] =
    text === ''
      ? []
      : [
          ...(people.data ?? [])
            .filter(({ isOwner }) => !isOwner)
            .map((person) => ({ kind: 'person' as const, person })),
          ...(orgs.data ?? []).map((org) => ({ kind: 'org' as const, ...org })),
        ];
  return (
    <Field label={t('ask.label')} hideLabel className={css.picker}>
      <Combobox<Option>
        text={typed ?? name}
        onText={setTyped}
        placeholder={t('ask.placeholder')}
        // The screen is this one question.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={name === ''}
        options={options}
        isPending={isOnItsWay(people) || isOnItsWay(orgs)}
        keyOf={(option) => (option.kind === 'person' ? option.person.id : `org ${option.org}`)}
        render={(option) =>
          option.kind === 'person' ? (
            <PersonRow person={option.person} />
          ) : (
            <Row
              lead={<Building2 size={20} strokeWidth={1.5} aria-hidden className={css.org} />}
              title={option.org}
              note={t('ask.people', { count: option.people })}
              end={t('ask.org')}
            />
          )
        }
        onChoose={(option) => {
          setTyped(undefined);
          onTarget(
            option.kind === 'person'
              ? { kind: 'contact', contactId: option.person.id }
              : { kind: 'org', org: option.org },
          );
        }}
        none={t('ask.none')}
        listLabel={t('ask.list')}
      />
    </Field>
  );
}
