import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { externalLink } from '#core/shared/links.ts';
import { linkedInKey } from '#core/contacts/identity.ts';
import type { Property, Provenance } from '#core/contacts/model.ts';
import { openLink } from '#renderer/client/links.ts';
import { dateTimeWords, dateWords } from '#renderer/strings/dates.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { ExternalLink } from '#renderer/ui/Link.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import type { Person } from './person.ts';
import css from './PersonPage.module.css';

/** In reading order; the name stands in the header already. */
const ORDER = ['TITLE', 'ORG', 'EMAIL', 'TEL', 'URL', 'NICKNAME', 'BDAY', 'ADR', 'NOTE'] as const;

/** What is known, each value with the place it comes from on hover and focus. */
export function PersonProperties({ person }: { readonly person: Person }) {
  const { t } = useTranslation('contacts');
  const shown = ORDER.flatMap((name) => person.properties.filter((property) => property.name === name));
  if (shown.length === 0) return null;
  return (
    <PaneSection title={t('sections.details')}>
      <dl>
        {shown.map((property) => (
          <div key={property.id} className={css.property}>
            <dt className={css.term}>{termOf(property)}</dt>
            <dd className={css.value} dir="auto">
              <Value property={property} />
            </dd>
            <dd>
              <Source provenance={property.provenance} />
            </dd>
          </div>
        ))}
      </dl>
    </PaneSection>
  );
}

function termOf({ name, type, value }: Property): string {
  const isLinkedIn =
    name === 'URL' && (type === 'linkedin' || /^https:\/\/(?:[a-z]+\.)?linkedin\.com\//.test(value));
  return i18n.t(`contacts:properties.${isLinkedIn ? 'linkedin' : name}`);
}

function Value({ property: { name, value } }: { readonly property: Property }) {
  const href = name === 'EMAIL' ? `mailto:${encodeURIComponent(value).replace('%40', '@')}` : value;
  const isLink = (name === 'EMAIL' || name === 'URL') && externalLink(href) !== undefined;
  if (isLink) {
    return (
      <ExternalLink href={href} onOpen={openLink}>
        {shownAddress(value)}
      </ExternalLink>
    );
  }
  return name === 'BDAY' ? dateWords(value) : value;
}

/** An address as people read it: a LinkedIn page by its name in any script, others without the scheme. */
function shownAddress(value: string): string {
  const profile = linkedInKey(value);
  return profile === undefined
    ? value.replace(/^https:\/\/(?:www\.)?|\/$/g, '')
    : `linkedin.com/in/${profile}`;
}

/** Who says so and since when. */
function provenanceWords(provenance: Provenance): string {
  const on = dateTimeWords(provenance.recordedAt);
  return provenance.source === 'owner'
    ? i18n.t('contacts:provenance.owner', { on })
    : i18n.t('contacts:provenance.import', { on, fileName: provenance.fileName, line: provenance.line });
}

function Source({ provenance }: { readonly provenance: Provenance }) {
  const { t } = useTranslation('contacts');
  const words = provenanceWords(provenance);
  return (
    <Tooltip content={words}>
      <button type="button" className={css.source} aria-label={t('provenance.label', { words })}>
        <History size={14} strokeWidth={1.75} aria-hidden />
      </button>
    </Tooltip>
  );
}
