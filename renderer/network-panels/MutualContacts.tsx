import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#core/contacts/model.ts';
import type { MutualContact } from '#core/network/model.ts';
import { orpc } from '#renderer/client/queries.ts';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { TieBadge } from '#renderer/people/TieBadge.tsx';
import { hashOf } from '#renderer/store/navigation.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { Basis, CertaintyBadge } from './Basis.tsx';
import { TheyKnow } from './TheyKnow.tsx';
import css from './NetworkPanels.module.css';

/** More than these are shown on a press. */
const FIRST = 5;

/**
 * Who in the book knows a person, strongest first, and on what basis; with a way to say that somebody does. For a
 * person's page: `<MutualContacts contactId={id} fn={fn} />`.
 */
export function MutualContacts({
  contactId,
  fn,
  isAskedAbout = false,
}: {
  readonly contactId: ContactId;
  readonly fn: string;
  /** The page is about the ways to them already. */
  readonly isAskedAbout?: boolean;
}) {
  const { t } = useTranslation('network');
  const [isAll, setAll] = useState(false);
  const mutuals = useQuery(orpc.network.mutuals.queryOptions({ input: { contactId } }));
  if (mutuals.data === undefined) return null;
  const count = mutuals.data.length;
  const shown = isAll ? mutuals.data : mutuals.data.slice(0, FIRST);
  return (
    <PaneSection
      isNamed
      title={t('mutuals.title', { fn })}
      action={
        isAskedAbout ? undefined : (
          <a className={css.ask} href={hashOf({ section: 'network', id: contactId })}>
            {t('mutuals.ask')}
          </a>
        )
      }
    >
      {count === 0 ? (
        <p className={css.quiet} data-private="">
          {t('mutuals.none', { fn })}
        </p>
      ) : null}
      <ul className={css.mutuals}>
        {shown.map((mutual) => (
          <MutualRow key={mutual.contactId} mutual={mutual} fn={fn} />
        ))}
      </ul>
      {count > shown.length ? (
        <div>
          <Button look="plain" onClick={() => setAll(true)}>
            {t('mutuals.all', { count })}
          </Button>
        </div>
      ) : null}
      <TheyKnow contactId={contactId} fn={fn} />
    </PaneSection>
  );
}

function MutualRow({ mutual, fn }: { readonly mutual: MutualContact; readonly fn: string }) {
  const { t } = useTranslation('network');
  return (
    <li className={css.mutual}>
      <Avatar id={mutual.contactId} name={mutual.fn} />
      <div className={css.who}>
        <p className={css.name}>
          <PersonLink id={mutual.contactId}>{mutual.fn}</PersonLink>
          <span className={css.quiet} dir="auto">
            {mutual.org}
          </span>
        </p>
        <p className={css.ties}>
          <span className={css.quiet}>{t('mutuals.youKnow')}</span>
          <TieBadge tie={mutual.ownerTie} />
          <span className={css.quiet} data-private="">
            {t('mutuals.theyKnow', { fn })}
          </span>
          <TieBadge tie={mutual.tie} />
          <CertaintyBadge certainty={mutual.tie.certainty} />
        </p>
        <Basis tie={mutual.tie} most={2} />
      </div>
    </li>
  );
}
