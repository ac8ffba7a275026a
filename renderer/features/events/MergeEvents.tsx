import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Event, EventId } from '#core/events/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { EventPicker } from '#renderer/meetings/EventPicker.tsx';
import type { PickedEvent } from '#renderer/meetings/EventPicker.tsx';
import { i18n } from '#renderer/strings/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import css from './EventForm.module.css';

/** Makes one event of two; this one stays. */
export const mergeInto = (event: Event, absorbedId: EventId) =>
  act(
    () => client.events.merge({ survivorId: event.id, absorbedIds: [absorbedId] }),
    i18n.t('events:merge.done', { summary: event.summary }),
  );

/** Asks which event is the same as this one. */
export function MergeEvents({ event, onClose }: { readonly event: Event; readonly onClose: () => void }) {
  const { t } = useTranslation('events');
  const { t: ui } = useTranslation('ui');
  const [other, setOther] = useState<PickedEvent>();
  const merge = async () => {
    if (other?.kind !== 'known') return;
    const done = await mergeInto(event, other.id);
    if (done !== undefined) onClose();
  };
  return (
    <Dialog title={t('merge.title', { summary: event.summary })} closeLabel={ui('close')} onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(submit) => {
          submit.preventDefault();
          void merge();
        }}
      >
        <p>{t('merge.hint')}</p>
        <Field label={t('merge.other')}>
          <EventPicker value={other} canCreate={false} except={[event.id]} onPick={setOther} />
        </Field>
        <div className={css.dialogButtons}>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" look="primary" disabled={other === undefined}>
            {t('merge.merge')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
