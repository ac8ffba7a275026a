import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Client } from '#api/contract.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { everyDays } from '#core/reminders/days.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { orpc } from '#renderer/client/queries.ts';
import { cadenceWords } from '#renderer/people/manners.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Promises } from './Promises.tsx';
import { useToday } from './today.ts';
import css from './KeepingUp.module.css';

type About = Awaited<ReturnType<Client['reminders']['about']>>;

const CADENCES = ['P1W', 'P2W', 'P1M', 'P3M', 'P6M', 'P1Y'] as const;

/** How often the owner wants to hear of somebody, the last contact, and what was promised. For a person's page. */
export function KeepingInTouch({ contactId, fn }: { readonly contactId: ContactId; readonly fn: string }) {
  const { t } = useTranslation('reminders');
  const today = useToday();
  const { data } = useQuery(orpc.reminders.about.queryOptions({ input: { contactId, today } }));
  if (data === undefined) return null;
  return (
    <PaneSection title={t('person.title')}>
      <p className={css.quiet}>{lastWords(data)}</p>
      <Field label={t('person.cadence')} className={css.narrow}>
        <Select
          value={data.cadence ?? ''}
          options={cadenceOptions(data, t('person.none'))}
          onValue={(cadence) =>
            void act(
              () => client.reminders.setCadence({ contactId, ...(cadence !== '' && { cadence }) }),
              t(cadence === '' ? 'person.cadenceGone' : 'person.cadenceSaid', { fn }),
            )
          }
        />
      </Field>
      <Promises contactId={contactId} fn={fn} promises={data.promises} today={today} />
    </PaneSection>
  );

  function lastWords({ lastOn, nextOn }: About): string {
    if (lastOn === undefined) return t('person.noContact');
    return nextOn === undefined
      ? t('person.last', { on: dateWords(lastOn) })
      : t('person.lastAndNext', { on: dateWords(lastOn), next: dateWords(nextOn) });
  }
}

function cadenceOptions({ cadence, byTag }: About, none: string) {
  const all = new Set<string>([...CADENCES, ...(cadence === undefined ? [] : [cadence])]);
  const otherwise =
    byTag === undefined ? none : `${isolated(byTag.tag)}: ${cadenceWords(everyDays(byTag.days))}`;
  return [
    { value: '', label: otherwise },
    ...[...all].map((value) => ({ value, label: cadenceWords(value) })),
  ];
}
