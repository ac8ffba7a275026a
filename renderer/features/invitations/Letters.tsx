import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invitation, Vetting } from '#core/invitations/model.ts';
import { DraftEditor } from '#renderer/drafts/DraftEditor.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { MarkAsked } from './AskMutual.tsx';
import { isConcluded, lettersFor } from './decisions.ts';
import type { Correspondence } from './decisions.ts';
import css from './NextStep.module.css';

/** The letter that goes with the verdict; a tab each where several people could be asked. */
export function Letters({
  invitation,
  vetting,
}: {
  readonly invitation: Invitation;
  readonly vetting: Vetting;
}) {
  const { t } = useTranslation('invitations');
  const [chosen, setChosen] = useState<string>();
  const letters = lettersFor(invitation, vetting);
  const letter = letters.find(({ key }) => key === chosen) ?? letters[0];
  if (letter === undefined || !isWorthWriting(invitation, letter)) return null;
  const editor = (
    <div className={css.letter}>
      <DraftEditor request={letter.request} profileUrl={pageOf(invitation, letter)} />
      <MarkAskedOf invitation={invitation} letter={letter} />
    </div>
  );
  return (
    <div className={css.letters}>
      {letters.length === 1 ? (
        editor
      ) : (
        <Tabs
          label={t('action.whom')}
          tabs={letters.map(({ key, fn }) => ({ value: key, label: fn }))}
          value={letter.key}
          onValue={setChosen}
        >
          {editor}
        </Tabs>
      )}
    </div>
  );
}

/** Beside a question to a mutual connection: noting that it was asked. */
function MarkAskedOf({
  invitation: { mutuals },
  letter: { request },
}: {
  readonly invitation: Invitation;
  readonly letter: Correspondence;
}) {
  if (request.about !== 'invitation' || request.kind !== 'reference_request') return null;
  const mutual = mutuals.find(({ contactId }) => contactId === request.to);
  return mutual === undefined ? null : <MarkAsked key={mutual.id} mutual={mutual} />;
}

/** After the decision only its own letter is still of use: a welcome after a yes, a kind no after a no. */
function isWorthWriting({ state }: Invitation, { request: { kind } }: Correspondence): boolean {
  if (!isConcluded(state)) return true;
  return (
    (state === 'accepted' && kind === 'acceptance') || (state === 'declined' && kind === 'decline_polite')
  );
}

/** Letters to the inviter go to the page they invited from. */
const pageOf = (invitation: Invitation, { request }: Correspondence): string | undefined =>
  request.about === 'invitation' && request.to === undefined ? invitation.url : undefined;
