import { ArrowRightFromLine, CircleDot, Layers2, Undo2, UserMinus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { isolated } from '#renderer/strings/isolate.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Badge } from '#renderer/ui/Badge.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import type { Comparison } from './comparison.ts';
import type { CompareTableProps } from './CompareTable.tsx';
import css from './CompareTable.module.css';

interface HeadProps {
  readonly person: Comparison['people'][number];
  readonly index: number;
  readonly table: CompareTableProps;
}

/** A card's column head: whose it is, what becomes of it, and the choices about the card as a whole. */
export function PersonHead(props: HeadProps) {
  const { id, fn, title, org } = props.person;
  const { comparison, leftOut } = props.table;
  const isOut = leftOut.includes(id);
  return (
    <th scope="col" data-out={isOut || undefined}>
      <div className={css.person}>
        <span className={css.who}>
          <Avatar id={id} name={fn} />
          <span className={css.names}>
            <PersonLink id={id}>{fn}</PersonLink>
            <span className={css.does} dir="auto">
              {[title, org].filter((part) => part !== '').join(' · ')}
            </span>
          </span>
        </span>
        <Becomes isOut={isOut} isSurvivor={id === props.table.survivorId} />
        {isOut ? null : <Take {...props} />}
        {comparison.people.length < 3 ? null : <LeaveOut {...props} />}
      </div>
    </th>
  );
}

/** What becomes of a card. */
function Becomes({ isOut, isSurvivor }: { readonly isOut: boolean; readonly isSurvivor: boolean }) {
  const { t } = useTranslation('duplicates');
  if (isOut) return <Badge icon={UserMinus}>{t('compare.stayApart')}</Badge>;
  return isSurvivor ? (
    <Badge icon={CircleDot} meaning="accept">
      {t('compare.stands')}
    </Badge>
  ) : (
    <Badge icon={ArrowRightFromLine}>{t('compare.joins')}</Badge>
  );
}

/** Lets this card win every row where one value stands; the arrow keys begin at either end. */
function Take({ person: { id, fn }, table: { comparison, leftOut, winner, onTake } }: HeadProps) {
  const { t, i18n } = useTranslation('duplicates');
  const among = comparison.people.filter((person) => !leftOut.includes(person.id));
  // The columns stand the other way round where the page is read from right to left.
  const [start, end] = i18n.dir() === 'rtl' ? (['→', '←'] as const) : (['←', '→'] as const);
  const arrow = among[0]?.id === id ? start : among.at(-1)?.id === id ? end : undefined;
  return (
    <Button
      icon={Layers2}
      aria-pressed={winner === id}
      aria-keyshortcuts={arrow === undefined ? undefined : arrow === '←' ? 'ArrowLeft' : 'ArrowRight'}
      className={css.take}
      aria-label={t('compare.takeOf', { fn: isolated(fn) })}
      onClick={() => onTake(id)}
    >
      {t('compare.take')}
      {arrow === undefined ? null : <Kbd keys={arrow} />}
    </Button>
  );
}

/** Takes one card out of a cluster, or back into it. */
function LeaveOut({ person: { id, fn }, index, table: { comparison, leftOut, onLeftOut } }: HeadProps) {
  const { t } = useTranslation('duplicates');
  const words = { fn, number: index + 1 };
  if (leftOut.includes(id)) {
    return (
      <Button
        look="plain"
        icon={Undo2}
        aria-label={t('compare.takeInOf', words)}
        onClick={() => onLeftOut(leftOut.filter((one) => one !== id))}
      >
        {t('compare.takeIn')}
      </Button>
    );
  }
  return (
    <Button
      look="plain"
      icon={UserMinus}
      aria-label={t('compare.leaveOutOf', words)}
      // Two at least stay to be merged.
      disabled={comparison.people.length - leftOut.length <= 2}
      onClick={() => onLeftOut([...leftOut, id])}
    >
      {t('compare.leaveOut')}
    </Button>
  );
}
