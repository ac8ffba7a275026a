import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#api/contract.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { Address, IntroductionPolicy, PreferredChannel } from '#core/manners/model.ts';
import type { Manners, MannersPatch } from '#core/manners/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { orpc } from '#renderer/client/queries.ts';
import { addressWords, channelWords, policyWords } from '#renderer/people/manners.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Check } from '#renderer/ui/Check.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { PaneLine, PaneSection } from '#renderer/ui/Pane.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea } from '#renderer/ui/TextInput.tsx';
import { KeptFromList } from './KeptFromList.tsx';
import css from './KeepingUp.module.css';

type Kept = Awaited<ReturnType<Client['manners']['get']>>;

/** How the owner treats somebody: introductions, the way to reach them, what nobody else is told. For a person's page. */
export function GoodManners({ contactId, fn }: { readonly contactId: ContactId; readonly fn: string }) {
  const { t } = useTranslation('manners');
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery(orpc.manners.get.queryOptions({ input: { contactId } }));
  if (data === undefined) return null;
  const change = (patch: MannersPatch, done: string) => {
    // Taking the last thing back does not fold the form away under one's hands.
    setOpen(true);
    void act(() => client.manners.set({ contactId, patch }), done);
  };
  if (!isOpen && isNothingSaid(data))
    return (
      <PaneLine text={t('nothing')}>
        <Button look="plain" icon={Plus} onClick={() => setOpen(true)}>
          {t('say')}
        </Button>
      </PaneLine>
    );
  return (
    <PaneSection title={t('title')}>
      <div className={css.pair}>
        <Field label={t('policy')} hint={t(`policyHint.${data.introductionPolicy}`)}>
          <Select
            // Pressing the line opens the form, and one goes on in it.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={isOpen}
            value={data.introductionPolicy}
            options={IntroductionPolicy.options.map((value) => ({ value, label: policyWords(value) }))}
            onValue={(introductionPolicy) => change({ introductionPolicy }, t('done.policy', { fn }))}
          />
        </Field>
        <Field label={t('channel')}>
          <Select
            value={data.channel ?? ''}
            options={[
              { value: '' as const, label: t('channelNone') },
              ...PreferredChannel.options.map((value) => ({ value, label: channelWords(value) })),
            ]}
            onValue={(channel) =>
              change({ channel: channel === '' ? null : channel }, t('done.channel', { fn }))
            }
          />
        </Field>
        <Field label={t('address')}>
          <Select
            value={data.address ?? ''}
            options={[
              { value: '' as const, label: t('addressNone') },
              ...Address.options.map((value) => ({ value, label: addressWords(value) })),
            ]}
            onValue={(address) =>
              change({ address: address === '' ? null : address }, t('done.address', { fn }))
            }
          />
        </Field>
        <OwnWords
          key={`offers ${data.offers}`}
          label={t('offers')}
          hint={t('offersHint')}
          said={data.offers}
          onSaid={(offers) => change({ offers }, t('done.offers', { fn }))}
        />
        <OwnWords
          key={`seeks ${data.seeks}`}
          label={t('seeks')}
          hint={t('seeksHint')}
          said={data.seeks}
          onSaid={(seeks) => change({ seeks }, t('done.seeks', { fn }))}
        />
      </div>
      <NotAsked fn={fn} manners={data} onChange={change} />
      <Confidential fn={fn} manners={data} onChange={change} />
      <KeptFromList contactId={contactId} fn={fn} keptFrom={data.keptFrom} />
    </PaneSection>
  );
}

function isNothingSaid({
  introductionPolicy,
  channel,
  address,
  offers,
  seeks,
  isConfidential,
  isNotAsked,
  keptFrom,
}: Kept): boolean {
  const isUsual =
    introductionPolicy === 'ask-first' &&
    channel === undefined &&
    address === undefined &&
    !isConfidential &&
    !isNotAsked;
  return isUsual && offers === '' && seeks === '' && keptFrom.length === 0;
}

/** Text that is saved when it is left, so that it needs no button of its own. */
function OwnWords({
  label,
  hint,
  said,
  onSaid,
}: {
  readonly label: string;
  readonly hint: string;
  readonly said: string;
  readonly onSaid: (text: string) => void;
}) {
  const [text, setText] = useState(said);
  return (
    <Field label={label} hint={hint}>
      <TextArea
        rows={2}
        spellCheck
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => {
          if (text.trim() !== said) onSaid(text.trim());
        }}
      />
    </Field>
  );
}

interface Ticked {
  readonly fn: string;
  readonly manners: Manners;
  readonly onChange: (patch: MannersPatch, done: string) => void;
}

/** Not asked about people who invite the owner. */
function NotAsked({ fn, manners, onChange }: Ticked) {
  const { t } = useTranslation('references');
  return (
    <Check
      label={t('person.notAsked')}
      hint={t('person.notAskedHint')}
      isChecked={manners.isNotAsked}
      onChecked={(isNotAsked) =>
        onChange({ isNotAsked }, t(isNotAsked ? 'person.notAskedDone' : 'person.mayAskDone', { fn }))
      }
    />
  );
}

function Confidential({ fn, manners, onChange }: Ticked) {
  const { t } = useTranslation('manners');
  return (
    <Check
      label={t('confidential')}
      hint={t('confidentialHint')}
      isChecked={manners.isConfidential}
      onChecked={(isConfidential) =>
        onChange({ isConfidential }, t(isConfidential ? 'done.confidential' : 'done.open', { fn }))
      }
    />
  );
}
