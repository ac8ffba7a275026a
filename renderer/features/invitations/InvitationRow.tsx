import { useTranslation } from 'react-i18next';
import type { Client } from '#api/contract.ts';
import { verdictLook, verdictWords } from '#renderer/people/verdict.ts';
import { Badge } from '#renderer/ui/Badge.tsx';
import { MarkBox } from '#renderer/ui/MarkBox.tsx';
import { isConcluded } from './decisions.ts';
import css from './InvitationsList.module.css';

export type Summary = Awaited<ReturnType<Client['invitations']['list']>>['rows'][number];

/** One row of the queue: who, their headline, what the book advises, where it stands. */
export function InvitationRow({
  row,
  isMarked,
  isForOwner,
}: {
  readonly row: Summary;
  readonly isMarked: boolean;
  /** In the list of what waits for the owner: whoever was asked has answered, or will not. */
  readonly isForOwner: boolean;
}) {
  const { t } = useTranslation('invitations');
  const { icon, meaning } = verdictLook(row.verdict);
  return (
    <>
      <MarkBox id={row.id} name={row.fn} isMarked={isMarked} />
      <span className={css.row}>
        <span className={css.name} dir="auto">
          {row.fn}
        </span>
        <span className={css.headline} dir="auto">
          {row.headline === '' ? t(row.hasMessage ? 'list.noHeadline' : 'list.noMessage') : row.headline}
        </span>
        <span className={css.badges}>
          {isConcluded(row.state) ? null : (
            <Badge icon={icon} meaning={meaning}>
              {verdictWords(row.verdict)}
            </Badge>
          )}
          {row.state === 'pending' ? null : (
            <span className={css.state}>{t(isForOwner ? 'state.answered' : `state.${row.state}`)}</span>
          )}
        </span>
      </span>
    </>
  );
}
