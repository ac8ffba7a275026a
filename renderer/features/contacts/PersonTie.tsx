import { useTranslation } from 'react-i18next';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { evidenceWords, tieOptions } from '#renderer/people/tie.ts';
import { TieBadge } from '#renderer/people/TieBadge.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { Person } from './person.ts';
import css from './PersonPage.module.css';

/** How well the owner knows them: what is on record, and the owner's own word, which counts more. */
export function PersonTie({ person: { id, fn, tie } }: { readonly person: Person }) {
  const { t } = useTranslation('contacts');
  return (
    <PaneSection title={t('sections.tie')}>
      <p className={css.tie}>
        <TieBadge tie={tie} />
        <span className={css.term}>{tie.setBy === 'owner' ? t('tie.setByOwner') : t('tie.setByRule')}</span>
      </p>
      {tie.basis.length === 0 ? (
        <p className={css.term}>{t('tie.noBasis')}</p>
      ) : (
        <ul className={css.basis} aria-label={t('tie.basis')}>
          {tie.basis.map((evidence, index) => (
            // Two facts may read the same; their order is all that tells them apart.
            // eslint-disable-next-line react/no-array-index-key
            <li key={index} dir="auto">
              {evidenceWords(evidence, 'owner')}
            </li>
          ))}
        </ul>
      )}
      <Field isNamed label={t('tie.level', { fn })} hint={t('tie.hint')} className={css.tieField}>
        <Select
          value={tie.level}
          options={tieOptions()}
          onValue={(level) =>
            void act(() => client.network.stateTie({ contactId: id, level }), t('tie.said', { fn }))
          }
        />
      </Field>
    </PaneSection>
  );
}
