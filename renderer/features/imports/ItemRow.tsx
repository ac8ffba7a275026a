import { Square, SquareCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportItem } from '#core/imports/model.ts';
import { Row } from '#renderer/ui/Row.tsx';
import { detailWords, titleWords } from './item-words.ts';
import { issueWords, usualChoice } from './words.ts';
import css from './ItemRow.module.css';

/** A record in its list: whom or what it is about and what is decided about it. */
export function ItemRow({
  item,
  isMarked,
}: {
  readonly item: ImportItem;
  /** Undefined: records cannot be marked here. */
  readonly isMarked: boolean | undefined;
}) {
  const { t } = useTranslation('imports');
  const Mark = isMarked === true ? SquareCheck : Square;
  return (
    <Row
      lead={
        isMarked === undefined ? undefined : (
          <span className={css.mark} data-mark="" data-marked={isMarked || undefined}>
            <Mark size={18} strokeWidth={1.75} aria-hidden />
            {isMarked ? <span className="visually-hidden">{t('items.isMarked')}</span> : null}
          </span>
        )
      }
      title={titleWords(item) ?? <span className={css.noName}>{t('items.noName')}</span>}
      note={<Note item={item} />}
      end={<Decision item={item} />}
    />
  );
}

function Note({ item }: { readonly item: ImportItem }) {
  const { t } = useTranslation('imports');
  const [issue] = item.issues;
  if (item.action === 'unusable' && issue !== undefined) return issueWords(issue);
  const about = item.subject === 'contact' ? '' : t(`inspector.${item.subject}`);
  return [about, detailWords(item)].filter((part) => part !== '').join(' · ');
}

/** What will happen, where that is not what the tab says for all its records. */
function Decision({ item }: { readonly item: ImportItem }) {
  const { t } = useTranslation('imports');
  if (item.action === 'review' || item.choice !== usualChoice(item.action)) {
    return (
      <span className={css.decision} data-choice={item.choice}>
        {t(`choice.${item.action}.${item.choice}`)}
      </span>
    );
  }
  if (item.leftOut.length > 0) {
    return <span className={css.decision}>{t('items.leftOut', { count: item.leftOut.length })}</span>;
  }
  return item.action === 'update' && item.changes.length > 0
    ? t('items.changes', { count: item.changes.length })
    : null;
}
