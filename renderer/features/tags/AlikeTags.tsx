import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { TagShare } from '#api/tags.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { mergeTags } from './deeds.ts';
import css from './Tags.module.css';

/** Tags that differ in case, accents, a hyphen or a plural: each group is made one with a press. */
export function AlikeTags({ groups }: { readonly groups: readonly (readonly TagShare[])[] }) {
  const { t } = useTranslation('tags');
  const id = useId();
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={css.title}>
        {t('alike')}
      </h3>
      <ul className={css.alike}>
        {groups.map((group) => (
          <Group key={group.map(({ tag }) => tag).join('\n')} group={group} />
        ))}
      </ul>
    </section>
  );
}

function Group({ group }: { readonly group: readonly TagShare[] }) {
  const { t } = useTranslation('tags');
  const first = group[0];
  if (first === undefined) return null;
  const { tag } = first;
  return (
    <li className={css.row}>
      <span className={css.name}>
        {group.map((share) => (
          <span key={share.tag}>
            <bdi>{share.tag}</bdi> <span className={css.quiet}>{t('people', { count: share.people })}</span>
          </span>
        ))}
      </span>
      <Button
        onClick={() =>
          void mergeTags(
            group.map((share) => share.tag),
            tag,
          )
        }
      >
        {t('alikeOne', { tag: isolated(tag) })}
      </Button>
    </li>
  );
}
