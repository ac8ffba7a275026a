import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { differences, Policy } from '#core/invitations/policy.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { orpc } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DetailPane } from '#renderer/ui/Pane.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { useRulesDraft } from './draft.ts';
import { Records } from './Records.tsx';
import { Sentences } from './Sentences.tsx';
import { Outcome, WhoChanges } from './Simulated.tsx';
import css from './Rules.module.css';

const USUAL = Policy.parse({});

/** My rules: what the book judges invitations by, in the owner's words, tried out before they are saved. */
export function RulesScreen() {
  const { t } = useTranslation('rules');
  const { data: saved } = useQuery(orpc.invitations.policy.queryOptions());
  return (
    <DetailPane label={t('title')}>
      <header>
        <h1 className={css.title}>{t('title')}</h1>
        <p className={css.quiet}>{t('intro')}</p>
      </header>
      {saved === undefined ? <Skeleton lines={8} /> : <Rules saved={saved} />}
      <Records />
    </DetailPane>
  );
}

function Rules({ saved }: { readonly saved: Policy }) {
  const { t } = useTranslation('rules');
  const { draft, change } = useRulesDraft();
  const policy = draft ?? saved;
  const changed = differences(saved, policy);
  // A number says nothing about verdicts: the same words are the same question.
  const tried = { ...policy, version: saved.version };
  const save = async () => {
    const done = await act(() => client.invitations.setPolicy(policy), t('saved'));
    if (done !== undefined) change(undefined);
  };
  return (
    <>
      <div className={css.text}>
        <Sentences policy={policy} changed={changed} onChange={change} />
      </div>
      <div className={css.bar}>
        {changed.length === 0 ? null : <Outcome policy={tried} />}
        <div className={css.buttons}>
          <Button look="primary" disabled={changed.length === 0} onClick={() => void save()}>
            {t('save')}
          </Button>
          <Button disabled={changed.length === 0} onClick={() => change(undefined)}>
            {t('discard')}
          </Button>
          {differences(USUAL, policy).length === 0 ? null : (
            <Button look="plain" onClick={() => change(USUAL)}>
              {t('usual')}
            </Button>
          )}
          <p className={css.version}>{t('version', { version: saved.version })}</p>
        </div>
      </div>
      {changed.length === 0 ? null : <WhoChanges policy={tried} />}
    </>
  );
}
