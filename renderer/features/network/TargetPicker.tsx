import { Building2, ListFilter } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonRow } from '#renderer/people/PersonPicker.tsx';
import { Combobox } from '#renderer/ui/Combobox.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Row } from '#renderer/ui/Row.tsx';
import type { Stranger, Target } from './target.ts';
import { useTargets } from './targets-offered.ts';
import type { Offer } from './targets-offered.ts';
import css from './Network.module.css';

/** One field for whom to reach: a person, an organisation, a role, a place, whatever a query finds, or a new name. */
export function TargetPicker({
  name,
  onTarget,
}: {
  /** Who is being asked about, for as long as nothing is typed. */
  readonly name: string;
  readonly onTarget: (target: Target | Stranger) => void;
}) {
  const { t } = useTranslation('network');
  const [typed, setTyped] = useState<string>();
  const text = typed?.trim() ?? '';
  const { offers, isPending, isQuery } = useTargets(text);
  return (
    <Field label={t('ask.label')} hideLabel className={css.picker}>
      <Combobox<Offer>
        text={typed ?? name}
        onText={setTyped}
        placeholder={t('ask.placeholder')}
        // The screen is this one question.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={name === ''}
        options={offers}
        isPending={isPending}
        keyOf={({ key }) => key}
        render={(offer) => <OfferRow offer={offer} />}
        onChoose={({ target }) => {
          setTyped(undefined);
          onTarget(target);
        }}
        create={
          text === '' || isQuery
            ? undefined
            : {
                label: t('ask.stranger', { fn: text }),
                run: () => {
                  setTyped(undefined);
                  onTarget({ kind: 'stranger', fn: text, org: '' });
                },
              }
        }
        none={t('ask.none')}
        listLabel={t('ask.list')}
      />
    </Field>
  );
}

function OfferRow({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation('network');
  switch (offer.kind) {
    case 'person':
      return <PersonRow person={offer.person} />;
    case 'org':
      return (
        <Row
          lead={<Building2 size={20} strokeWidth={1.5} aria-hidden className={css.org} />}
          title={offer.org}
          note={t('ask.people', { count: offer.people })}
          end={t('ask.org')}
        />
      );
    case 'facet':
      return (
        <Row
          lead={<ListFilter size={20} strokeWidth={1.5} aria-hidden className={css.org} />}
          title={offer.text}
          note={t('ask.people', { count: offer.people })}
          end={t(`ask.facet.${offer.facet}`)}
        />
      );
    case 'query':
      return (
        <Row
          lead={<ListFilter size={20} strokeWidth={1.5} aria-hidden className={css.org} />}
          title={t('ask.everybody', { text: offer.text })}
        />
      );
  }
}
