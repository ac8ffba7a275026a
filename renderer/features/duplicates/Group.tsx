import { Merge, SkipForward, UserX, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#core/contacts/model.ts';
import { namesInWords } from '#renderer/strings/lists.ts';
import { Badge } from '#renderer/ui/Badge.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { isFocusFree } from '#renderer/ui/free-focus.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { DetailPane, PaneSection } from '#renderer/ui/Pane.tsx';
import type { Comparison, MergeRequest } from './comparison.ts';
import { CompareTable } from './CompareTable.tsx';
import { Reasons } from './Reasons.tsx';
import { useReviewKeys } from './review-keys.ts';
import { choicesOf, mergeRequest, rowsOf, standingFn } from './rows.ts';
import type { Choices } from './rows.ts';
import { tabLook, tierWords } from './words.ts';
import type { Tab } from './words.ts';
import css from './Group.module.css';

export interface GroupProps {
  readonly comparison: Comparison;
  /** How sure the book is; undefined: it did not suggest them, the owner chose them. */
  readonly tab: Tab | undefined;
  /** `fn`: the name that will stand on the card. */
  readonly onMerge: (request: MergeRequest, fn: string) => void;
  readonly onApart?: () => void;
  readonly onSkip?: () => void;
  readonly onStep?: (by: 1 | -1) => void;
  readonly onCancel?: () => void;
}

/** People side by side: what speaks for one person, what would stand on one card, and the decision. */
export function Group({ comparison, tab, onMerge, onApart, onSkip, onStep, onCancel }: GroupProps) {
  const { t, i18n } = useTranslation('duplicates');
  const { people, fields, pairs } = comparison;
  const [choices, setChoices] = useState<Choices>({});
  const [leftOut, setLeftOut] = useState<readonly ContactId[]>([]);
  const [winner, setWinner] = useState<ContactId>();
  const among = people.map(({ id }) => id).filter((id) => !leftOut.includes(id));
  const rows = rowsOf(fields, among);
  const request = mergeRequest(comparison, leftOut, choices);
  const take = (id: ContactId) => {
    setWinner(id);
    setChoices(choicesOf(rows, id, choices));
  };
  const turn = (by: 1 | -1) => {
    const at = winner === undefined ? -1 : among.indexOf(winner);
    // The first press goes to the end it points at; further ones go on from there.
    const to = at < 0 ? (by < 0 ? 0 : among.length - 1) : Math.min(among.length - 1, Math.max(0, at + by));
    const id = among[to];
    if (id !== undefined) take(id);
  };
  const merge = () => {
    if (request !== undefined) onMerge(request, standingFn(rows, choices));
  };
  useReviewKeys((key) => {
    const forward = i18n.dir() === 'rtl' ? 'left' : 'right';
    if (key === 'left' || key === 'right') turn(key === forward ? 1 : -1);
    else if (key === 'merge') merge();
    else if (key === 'apart') onApart?.();
    else if (key === 'skip') onSkip?.();
    else onStep?.(key === 'next' ? 1 : -1);
  });
  const names = namesInWords([...new Set(people.map(({ fn }) => fn))]);
  const won = people.find(({ id }) => id === winner);
  return (
    <DetailPane
      label={names}
      wide
      bar={
        <Deeds
          tab={tab}
          mergeCount={leftOut.length > 0 ? among.length : undefined}
          onMerge={request === undefined ? undefined : merge}
          onApart={onApart}
          onSkip={onSkip}
          onCancel={onCancel}
        />
      }
    >
      <GroupTitle names={names} tab={tab} />
      <Reasons people={people} pairs={pairs} />
      <PaneSection title={t('compare.title')}>
        <CompareTable
          comparison={comparison}
          rows={rows}
          choices={choices}
          leftOut={leftOut}
          winner={winner}
          survivorId={request?.survivorId}
          onChoices={(chosen) => {
            setWinner(undefined);
            setChoices(chosen);
          }}
          onTake={take}
          onLeftOut={setLeftOut}
        />
        <p className={css.quiet}>{t('group.hint')}</p>
      </PaneSection>
      <p role="status" className="visually-hidden">
        {won === undefined ? null : t('compare.took', { fn: won.fn })}
      </p>
    </DetailPane>
  );
}

/** Takes the focus where nothing else has it: after a decision the next group is read out by itself. */
function GroupTitle({ names, tab }: { readonly names: string; readonly tab: Tab | undefined }) {
  const { t } = useTranslation('duplicates');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isFocusFree()) title.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className={css.header}>
      <h1 ref={title} tabIndex={-1} data-group-title="" data-private="" className={css.title}>
        {names}
      </h1>
      {tab === undefined ? (
        <p className={css.quiet}>{t('group.picked')}</p>
      ) : (
        <p className={css.tier}>
          <Badge icon={tabLook(tab).icon} meaning={tabLook(tab).meaning}>
            {tierWords(tab)}
          </Badge>
          {tab === 'clones' ? <span>{t('cloneText')}</span> : null}
        </p>
      )}
    </header>
  );
}

/** The decisions with their keys. About a second profile the careful one comes first. */
function Deeds({
  tab,
  mergeCount,
  onMerge,
  onApart,
  onSkip,
  onCancel,
}: {
  readonly tab: Tab | undefined;
  /** How many cards are merged where some are left out. */
  readonly mergeCount: number | undefined;
  readonly onMerge: (() => void) | undefined;
  readonly onApart: (() => void) | undefined;
  readonly onSkip: (() => void) | undefined;
  readonly onCancel: (() => void) | undefined;
}) {
  const { t } = useTranslation('duplicates');
  const isClone = tab === 'clones';
  const merge = (
    <Button
      key="merge"
      icon={Merge}
      look={isClone ? 'quiet' : 'primary'}
      disabled={onMerge === undefined}
      onClick={onMerge}
    >
      {isClone
        ? t('actions.isSame')
        : mergeCount === undefined
          ? t('actions.merge')
          : t('actions.mergeRest', { count: mergeCount })}
      <Kbd keys="M" />
    </Button>
  );
  const apart =
    onApart === undefined ? null : (
      <Button
        key="apart"
        icon={UserX}
        look={isClone ? 'primary' : 'quiet'}
        title={t('actions.never')}
        onClick={onApart}
      >
        {isClone ? t('actions.keepApart') : t('actions.notSame')}
        <Kbd keys="N" />
      </Button>
    );
  return (
    <div role="group" aria-label={t('actions.label')} className={css.deeds}>
      {isClone ? [apart, merge] : [merge, apart]}
      {onSkip === undefined ? null : (
        <Button icon={SkipForward} onClick={onSkip}>
          {t('actions.skip')}
          <Kbd keys="S" />
        </Button>
      )}
      {onCancel === undefined ? null : (
        <Button icon={X} onClick={onCancel}>
          {t('actions.cancel')}
        </Button>
      )}
    </div>
  );
}
