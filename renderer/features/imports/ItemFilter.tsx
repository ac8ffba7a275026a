import { useTranslation } from 'react-i18next';
import { Choice } from '#renderer/ui/Choice.tsx';
import { SearchInput } from '#renderer/ui/TextInput.tsx';
import type { Stretch, Subject } from './subjects.ts';
import { locale } from '#renderer/strings/i18n.ts';
import css from './ItemFilter.module.css';

const ALL = 'all';

/** A search over the records of a tab and, where they are about several things, one of these. */
export function ItemFilter({
  search,
  onSearch,
  stretches,
  subject,
  onSubject,
}: {
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly stretches: readonly Stretch[];
  readonly subject: Subject | undefined;
  readonly onSubject: (subject: Subject | undefined) => void;
}) {
  const { t } = useTranslation('imports');
  const { t: ui } = useTranslation('ui');
  const words = (stretch: Stretch) =>
    `${t(`subject.${stretch.subject}`)} ${new Intl.NumberFormat(locale()).format(stretch.count)}`;
  return (
    <div className={css.filter}>
      <div className={css.search}>
        <SearchInput
          label={t('items.search')}
          clearLabel={ui('clear')}
          maxLength={200}
          value={search}
          onText={onSearch}
        />
      </div>
      {stretches.length < 2 ? null : (
        <div className={css.subjects}>
          <Choice<Subject | typeof ALL>
            label={t('items.subjects')}
            value={subject ?? ALL}
            options={[
              { value: ALL, label: t('subject.all') },
              ...stretches.map((stretch) => ({ value: stretch.subject, label: words(stretch) })),
            ]}
            onValue={(value) => onSubject(value === ALL ? undefined : value)}
          />
        </div>
      )}
    </div>
  );
}
