import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#core/contacts/model.ts';
import type { Introduction } from '#core/introductions/model.ts';
import { orpc } from '#renderer/client/queries.ts';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { TieBadge } from '#renderer/people/TieBadge.tsx';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import css from './Introductions.module.css';

/** The two people side by side, with what is in it for each. */
export function Sides({ introduction }: { readonly introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const { a, b, fnA, fnB, benefitA, benefitB } = introduction;
  return (
    <PaneSection title={t('sides')}>
      <div className={css.sides}>
        <Side id={a} fn={fnA} benefit={benefitA} />
        <Side id={b} fn={fnB} benefit={benefitB} />
      </div>
    </PaneSection>
  );
}

function Side({
  id,
  fn,
  benefit,
}: {
  readonly id: ContactId;
  readonly fn: string;
  readonly benefit: string;
}) {
  const { t } = useTranslation('introductions');
  const person = useQuery(orpc.contacts.get.queryOptions({ input: { id } }));
  const { org = '', title = '', tie } = person.data ?? {};
  return (
    <article className={css.side} aria-label={fn}>
      <header className={css.who}>
        <Avatar id={id} name={fn} />
        <div className={css.names}>
          <h3 className={css.name}>
            <PersonLink id={id}>{fn}</PersonLink>
          </h3>
          <p className={css.faint} dir="auto">
            {[title, org].filter((part) => part !== '').join(' · ')}
          </p>
        </div>
      </header>
      {tie === undefined ? null : (
        <p className={css.tie}>
          <TieBadge tie={tie} />
        </p>
      )}
      <h4 className={css.term}>{t('benefit')}</h4>
      <p className={benefit === '' ? css.caution : css.benefit} dir="auto">
        {benefit === '' ? t('benefitNone') : benefit}
      </p>
    </article>
  );
}
