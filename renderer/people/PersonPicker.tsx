import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactId, ContactSummary } from '#core/contacts/model.ts';
import { isOnItsWay } from '#renderer/client/on-its-way.ts';
import { orpc } from '#renderer/client/queries.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Combobox } from '#renderer/ui/Combobox.tsx';
import { Row } from '#renderer/ui/Row.tsx';

/** Somebody picked: in the book already, or a name to be added with whatever is saved. */
export type Picked =
  | { readonly kind: 'known'; readonly id: ContactId; readonly fn: string }
  | { readonly kind: 'new'; readonly fn: string };

export interface PersonPickerProps {
  readonly value: Picked | undefined;
  readonly onPick: (picked: Picked | undefined) => void;
  /** Whether a name that is not in the book may be picked as a new person. */
  readonly canCreate?: boolean;
  /** Not offered: the person the page is about, or the other side. */
  readonly except?: readonly ContactId[];
  readonly placeholder?: string;
  /** Names the control where no `Field` is around it. */
  readonly label?: string;
  /** Takes the focus when it appears: only where the owner asked for this very field. */
  readonly autoFocus?: boolean;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
}

/** A field that finds a person as their name, company or event is typed. Put it inside a `Field`. */
export function PersonPicker({ value, onPick, canCreate = false, except = [], ...rest }: PersonPickerProps) {
  const { t } = useTranslation('people');
  // Text while it is being typed; undefined: show who is picked.
  const [typed, setTyped] = useState<string>();
  const text = typed?.trim() ?? '';
  const found = useQuery({
    ...orpc.contacts.find.queryOptions({ input: { text, limit: 8 } }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  const options = text === '' ? [] : (found.data ?? []).filter(({ id }) => !except.includes(id));
  const pick = (picked: Picked) => {
    setTyped(undefined);
    onPick(picked);
  };
  return (
    <Combobox<ContactSummary>
      {...rest}
      text={typed ?? value?.fn ?? ''}
      onText={(next) => {
        setTyped(next);
        // Typed text is nobody until it is picked.
        if (value !== undefined) onPick(undefined);
      }}
      options={options}
      isPending={isOnItsWay(found)}
      keyOf={({ id }) => id}
      render={(person) => <PersonRow person={person} />}
      onChoose={({ id, fn }) => pick({ kind: 'known', id, fn })}
      create={
        canCreate && text !== ''
          ? { label: t('picker.create', { fn: text }), run: () => pick({ kind: 'new', fn: text }) }
          : undefined
      }
      none={t('picker.none')}
      listLabel={t('picker.list')}
    />
  );
}

/** A quiet lock beside the name: the owner keeps to themselves that they know them. */
function ConfidentialMark() {
  const { t } = useTranslation('people');
  return <Lock size={13} strokeWidth={1.75} role="img" aria-label={t('confidential')} />;
}

/** A person as one line of a list: initials, name, what they do, where we met. */
export function PersonRow({
  person,
  lead,
}: {
  readonly person: ContactSummary;
  /** Instead of the initials. */
  readonly lead?: ReactNode;
}) {
  return (
    <Row
      lead={lead ?? <Avatar id={person.id} name={person.fn} />}
      title={person.fn}
      note={[person.title, person.org].filter((part) => part !== '').join(' · ')}
      meta={person.metAt}
      mark={person.isConfidential === true ? <ConfidentialMark /> : undefined}
    />
  );
}
