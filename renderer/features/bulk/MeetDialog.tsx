import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EventPicker } from '#renderer/meetings/EventPicker.tsx';
import type { PickedEvent } from '#renderer/meetings/EventPicker.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { BulkDialog, BulkForm } from './BulkDialog.tsx';
import type { BulkDialogProps } from './BulkDialog.tsx';
import { meetPeople } from './deeds.ts';

/** At which event the selected people were met. */
export function MeetDialog({ onClose }: BulkDialogProps) {
  const { t } = useTranslation('bulk');
  const [event, setEvent] = useState<PickedEvent>();
  return (
    <BulkDialog title={(count) => t('meet.title', { count })} onClose={onClose}>
      {({ people }) => (
        <BulkForm
          run={t('meet.run')}
          canRun={event !== undefined}
          onRun={() => event !== undefined && void meetPeople(people, event)}
          onClose={onClose}
        >
          <Field label={t('meet.event')} hint={t('meet.hint')}>
            <EventPicker value={event} onPick={setEvent} />
          </Field>
        </BulkForm>
      )}
    </BulkDialog>
  );
}
