import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Flag } from '#core/introductions/privacy/model.ts';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import css from './DraftEditor.module.css';

/** What in the letter should perhaps not leave: where it is from, and a press that takes it out. */
export function Flags({
  flags,
  isCurrent,
  onRemove,
}: {
  readonly flags: readonly Flag[];
  readonly isCurrent: boolean;
  readonly onRemove: (flag: Flag, without: string) => void;
}) {
  const { t } = useTranslation('drafts');
  if (flags.length === 0) {
    return (
      <p className={css.clean} role="status">
        <ShieldCheck size={14} strokeWidth={1.75} aria-hidden />
        {isCurrent ? t('flags.none') : t('flags.looking')}
      </p>
    );
  }
  return (
    <section className={css.flags} aria-label={t('flags.label')}>
      <p className={css.flagsTitle} role="status">
        <ShieldAlert size={16} strokeWidth={1.75} aria-hidden />
        {t('flags.title', { count: flags.length })}
      </p>
      <ul className={css.flagList}>
        {flags.map((flag) => (
          <FlagRow key={`${flag.part} ${flag.kind} ${flag.start}`} flag={flag} onRemove={onRemove} />
        ))}
      </ul>
    </section>
  );
}

function FlagRow({
  flag,
  onRemove,
}: {
  readonly flag: Flag;
  readonly onRemove: (flag: Flag, without: string) => void;
}) {
  const { t } = useTranslation('drafts');
  const { kind, text, source, without } = flag;
  const deed = t(kind === 'wrong_name' || kind === 'tracking' ? `flags.mend.${kind}` : 'flags.remove');
  return (
    <li className={css.flag}>
      <div className={css.flagText}>
        <p>
          <span className={css.flagKind}>{t(`flags.kind.${kind}`)}</span>{' '}
          {kind === 'over_limit' ? null : (
            <q data-private="" dir="auto">
              {text}
            </q>
          )}
        </p>
        {source === undefined ? null : (
          <p className={css.hint} data-private="">
            {t(`flags.source.${source.record}`)}{' '}
            {source.contactId === undefined ? (
              <bdi>{source.fn}</bdi>
            ) : (
              <PersonLink id={source.contactId}>{source.fn}</PersonLink>
            )}
          </p>
        )}
      </div>
      {without === undefined ? null : (
        <Button
          look="plain"
          aria-label={t('flags.removeThis', { what: deed, text })}
          onClick={() => onRemove(flag, without)}
        >
          {deed}
        </Button>
      )}
    </li>
  );
}
