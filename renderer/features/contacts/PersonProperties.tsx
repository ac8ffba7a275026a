import { useTranslation } from 'react-i18next';
import { externalLink } from '#core/shared/links.ts';
import type { Property } from '#core/contacts/model.ts';
import { openLink } from '#renderer/client/links.ts';
import { propertyTerm, propertyText } from '#renderer/people/property.ts';
import { PropertySource } from '#renderer/people/PropertySource.tsx';
import { ExternalLink } from '#renderer/ui/Link.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
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
            <dt className={css.term}>{propertyTerm(property)}</dt>
            <dd className={css.value} dir="auto">
              <Value property={property} />
            </dd>
            <dd>
              <PropertySource provenance={property.provenance} className={css.source} />
            </dd>
          </div>
        ))}
      </dl>
    </PaneSection>
  );
}

function Value({ property }: { readonly property: Property }) {
  const { name, value } = property;
  const href = name === 'EMAIL' ? `mailto:${encodeURIComponent(value).replace('%40', '@')}` : value;
  const isLink = (name === 'EMAIL' || name === 'URL') && externalLink(href) !== undefined;
  if (isLink) {
    return (
      <ExternalLink href={href} onOpen={openLink}>
        {propertyText(property)}
      </ExternalLink>
    );
  }
  return propertyText(property);
}
