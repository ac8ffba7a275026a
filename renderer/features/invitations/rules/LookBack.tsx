import { useQuery } from '@tanstack/react-query';
import { Check, CircleHelp, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LookedBackOn } from '#api/rules.ts';
import { Hindsight } from '#core/invitations/hindsight.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { savePreferences } from '#renderer/client/preferences.ts';
import { orpc } from '#renderer/client/queries.ts';
import { hashOf } from '#renderer/store/navigation.ts';
import { useStore } from '#renderer/store/store.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import css from './Rules.module.css';

const ICONS = { right: Check, wrong: X, unsure: CircleHelp } as const;

/** A few decisions of three months ago: was it right? Answered, taken back, or asked no more. */
export function LookBack() {
  const { t } = useTranslation('rules');
  const asks = useStore((state) => state.preferences.asksHindsight);
  const { data = [] } = useQuery({ ...orpc.rules.due.queryOptions(), enabled: asks });
  if (!asks || data.length === 0) return null;
  return (
    <PaneSection
      title={t('right.title')}
      action={
        <Button look="plain" onClick={() => void savePreferences({ asksHindsight: false })}>
          {t('right.noMore')}
        </Button>
      }
    >
      <ul className={css.asked}>
        {data.map((one) => (
          <Asked key={one.decisionId} one={one} />
        ))}
      </ul>
    </PaneSection>
  );
}

function Asked({ one: { decisionId, id, fn, decision, decidedAt } }: { readonly one: LookedBackOn }) {
  const { t } = useTranslation('rules');
  const say = (hindsight: Hindsight) =>
    act(() => client.rules.answer({ decisionId, hindsight }), t(`right.done.${hindsight}`, { fn }));
  const question = t(
    `right.question.${decision === 'accept' || decision === 'decline' ? decision : 'ignore'}`,
    {
      fn,
      on: dateWords(decidedAt.slice(0, 10)),
    },
  );
  return (
    <li className={css.question}>
      <a href={hashOf({ section: 'invitations', id })} data-private="">
        {question}
      </a>
      <div className={css.answers} role="group" aria-label={question}>
        {Hindsight.options.map((hindsight) => (
          <Button key={hindsight} icon={ICONS[hindsight]} onClick={() => void say(hindsight)}>
            {t(`right.answer.${hindsight}`)}
          </Button>
        ))}
      </div>
    </li>
  );
}
