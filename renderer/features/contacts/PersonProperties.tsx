import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { externalLink } from '#core/shared/links.ts';
import { BOOKKEEPING_PROPERTIES } from '#core/contacts/model.ts';
import { POSITION_PROPERTY } from '#core/contacts/positions.ts';
import type { KnownProperty, Property } from '#core/contacts/model.ts';
import { openLink } from '#renderer/client/links.ts';
import { addressLines } from '#renderer/people/address.ts';
import { Picture } from '#renderer/people/Picture.tsx';
import { isKnown, propertyTerm, propertyText } from '#renderer/people/property.ts';
import { isLabelled, kindWords } from '#renderer/people/property-kind.ts';
import { PropertySource } from '#renderer/people/PropertySource.tsx';
import { ExternalLink } from '#renderer/ui/Link.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import type { Person } from './person.ts';
import page from './PersonPage.module.css';
import css from './PersonProperties.module.css';

/** In reading order; the name stands in the header already, and a card's own number is of use to programs only. */
const ORDER = [
  'TITLE',
  'ROLE',
  'ORG',
  'KIND',
  'EMAIL',
  'TEL',
  'IMPP',
  'URL',
  'SOCIALPROFILE',
  'ADR',
  'NICKNAME',
  'PRONOUNS',
  'GENDER',
  'BDAY',
  'ANNIVERSARY',
  'DEATHDATE',
  'RELATED',
  'LANG',
  'TZ',
  'GEO',
  'CATEGORIES',
  'PHOTO',
  'NOTE',
] as const satisfies readonly KnownProperty[];

/** Cards are people unless they say otherwise. */
const isSilent = ({ name, value }: Property): boolean =>
  name === 'KIND' && value.toLowerCase() === 'individual';

/** What is known, each value with the place it comes from on hover and focus; what we have no word for comes last. */
export function PersonProperties({ person }: { readonly person: Person }) {
  const { t } = useTranslation('contacts');
  const { properties, fn } = person;
  const known = ORDER.map((name) =>
    properties.filter((property) => property.name === name && !isSilent(property)),
  );
  const labelled = properties.filter((property) => isLabelled(property));
  const rest = properties.filter(
    (property) =>
      property.name === 'UID' ||
      (property.name !== POSITION_PROPERTY &&
        !isKnown(property.name) &&
        !isLabelled(property) &&
        !BOOKKEEPING_PROPERTIES.has(property.name)),
  );
  const shown = [...known, labelled].filter((group) => group.length > 0);
  if (shown.length === 0 && rest.length === 0) return null;
  return (
    <PaneSection title={t('sections.details')}>
      <dl>
        {shown.map((group) =>
          group[0]?.name === 'CATEGORIES' ? (
            <Tags key="CATEGORIES" tags={group} />
          ) : (
            group.map((property) => (
              <Line key={property.id} property={property}>
                <Value property={property} fn={fn} />
              </Line>
            ))
          ),
        )}
      </dl>
      {rest.length === 0 ? null : (
        <details className={css.more}>
          <summary>{t('sections.more')}</summary>
          <dl>
            {rest.map((property) => (
              <Line key={property.id} property={property}>
                {propertyText(property)}
              </Line>
            ))}
          </dl>
        </details>
      )}
    </PaneSection>
  );
}

/** One value: its term with what it is for, the value, who says so. */
function Line({ property, children }: { readonly property: Property; readonly children: ReactNode }) {
  const kind = kindWords(property);
  return (
    <div className={page.property}>
      <dt className={page.term}>
        <bdi>{propertyTerm(property)}</bdi>
        {kind === '' ? null : <bdi className={css.kind}>{kind}</bdi>}
      </dt>
      <dd className={page.value} dir="auto">
        {children}
      </dd>
      <dd>
        <PropertySource provenance={property.provenance} className={page.source} />
      </dd>
    </div>
  );
}

/** All tags on one line, each with the place it comes from. */
function Tags({ tags }: { readonly tags: readonly Property[] }) {
  const { t } = useTranslation('contacts');
  return (
    <div className={page.property}>
      <dt className={page.term}>{t('properties.tags', { count: tags.length })}</dt>
      <dd className={css.tags}>
        {tags.map((tag) => (
          <span key={tag.id} className={css.tag}>
            <bdi>{tag.value}</bdi>
            <PropertySource provenance={tag.provenance} className={page.source} />
          </span>
        ))}
      </dd>
      <dd />
    </div>
  );
}

/** The address a value leads to, where it leads somewhere a host may be asked to open. */
function hrefOf({ name, value }: Property): string | undefined {
  if (name === 'EMAIL') return `mailto:${encodeURIComponent(value).replace('%40', '@')}`;
  return name === 'URL' || name === 'SOCIALPROFILE' ? value : undefined;
}

function Value({ property, fn }: { readonly property: Property; readonly fn: string }) {
  const { t } = useTranslation('people');
  const { name, value } = property;
  const text = propertyText(property);
  if (name === 'PHOTO') {
    return <Picture value={value} alt={t('photo.alt', { fn })} className={css.photo} otherwise={text} />;
  }
  if (name === 'ADR') return <span className={css.address}>{addressLines(value).join('\n')}</span>;
  const href = hrefOf(property);
  if (href === undefined || externalLink(href) === undefined) return text;
  return (
    <ExternalLink href={href} onOpen={openLink}>
      {text}
    </ExternalLink>
  );
}
