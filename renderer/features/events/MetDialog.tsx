import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ContactId } from '#core/contacts/model.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import { orpc } from '#renderer/client/queries.ts';
import { useStore } from '#renderer/store/store.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { locale } from '#renderer/strings/i18n.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import css from './EventForm.module.css';
import { EventPicker } from './EventPicker.tsx';
import type { PickedEvent } from './log-met.ts';
import { MetForm } from './MetForm.tsx';

/** "Met someone", from anywhere. The event and the day stay filled in for the next person. */
export function MetDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('events');
  const { t: ui } = useTranslation('ui');
  const sticky = useStore((state) => state.stickyEvent);
  const stick = useStore((state) => state.stick);
  const stickyMetOn = useStore((state) => state.stickyMetOn);
  const [event, setEvent] = useState<PickedEvent | undefined>(sticky && { kind: 'known', ...sticky });
  const [metOn, setMetOn] = useState<PartialDate | undefined>(stickyMetOn);
  const [isDateValid, setDateValid] = useState(true);
  const aboutId = useStore(({ route }) => (route.section === 'people' ? route.id : undefined));
  const about = useQuery({
    ...orpc.contacts.get.queryOptions({ input: { id: ContactId.parse(aboutId ?? 1) } }),
    enabled: aboutId !== undefined,
  });
  const person = aboutId === undefined ? undefined : about.data;
  if (aboutId !== undefined && about.isPending) return null;
  return (
    <Dialog title={t('met.title')} closeLabel={ui('close')} onClose={onClose}>
      <MetForm
        hasClose
        canSave={isDateValid}
        place={{ event, metOn }}
        initial={person && !person.isOwner ? { kind: 'known', id: person.id, fn: person.fn } : undefined}
        onDone={(isLast, { event: stays }) => {
          setEvent(stays);
          stick(stays?.kind === 'known' ? stays : undefined, metOn);
          if (isLast) onClose();
        }}
      >
        <div className={css.pair}>
          <Field label={t('met.event')} hint={t('met.eventHint')}>
            <EventPicker value={event} onPick={setEvent} />
          </Field>
          <DateField
            label={t('met.metOn')}
            hint={t('form.dateHint')}
            wrong={t('form.dateWrong')}
            value={metOn}
            onDate={setMetOn}
            onValid={setDateValid}
            write={dateWords}
            language={locale()}
          />
        </div>
      </MetForm>
    </Dialog>
  );
}
