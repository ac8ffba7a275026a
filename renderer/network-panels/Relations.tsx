import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#core/contacts/model.ts';
import type { Relation } from '#core/network/relation.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { orpc } from '#renderer/client/queries.ts';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { relationWords } from '#renderer/people/relation.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { PaneLine, PaneSection } from '#renderer/ui/Pane.tsx';
import { RelationForm } from './RelationForm.tsx';
import css from './NetworkPanels.module.css';

/** What a person is to the owner and to others, as sentences that go on from their name, with a way to say more. */
export function Relations({ contactId, fn }: { readonly contactId: ContactId; readonly fn: string }) {
  const { t } = useTranslation('network');
  const [isAdding, setAdding] = useState(false);
  const { data } = useQuery(orpc.network.relations.queryOptions({ input: { contactId } }));
  if (data === undefined) return null;
  const form = isAdding ? (
    <RelationForm contactId={contactId} fn={fn} onDone={() => setAdding(false)} />
  ) : null;
  if (data.length === 0 && !isAdding)
    return (
      <PaneLine text={t('relations.none')}>
        <Button look="plain" icon={Plus} onClick={() => setAdding(true)}>
          {t('relations.add')}
        </Button>
      </PaneLine>
    );
  return (
    <PaneSection
      title={t('relations.title')}
      action={
        isAdding ? undefined : (
          <IconButton icon={Plus} label={t('relations.addAnother')} onClick={() => setAdding(true)} />
        )
      }
    >
      <ul className={css.relations}>
        {data.map((relation) => (
          <RelationRow key={`${relation.id} ${relation.word}`} relation={relation} />
        ))}
      </ul>
      {form}
    </PaneSection>
  );
}

function RelationRow({ relation }: { readonly relation: Relation }) {
  const { t } = useTranslation('network');
  const { id, other, isOwn, fileName } = relation;
  const sentence = relationWords({ ...relation, fn: other?.fn });
  return (
    <li className={css.relation}>
      {other === undefined ? (
        <span dir="auto">{sentence}</span>
      ) : (
        <PersonLink id={other.contactId}>{sentence}</PersonLink>
      )}
      {fileName === undefined ? null : <span className={css.quiet}>{t('relations.from', { fileName })}</span>}
      {isOwn ? (
        <IconButton
          icon={X}
          label={t('relations.remove', { sentence })}
          onClick={() =>
            void act(() => client.network.removeRelation({ id }), t('relations.removed', { sentence }))
          }
        />
      ) : null}
    </li>
  );
}
