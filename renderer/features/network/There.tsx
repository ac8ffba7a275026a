import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import type { LookUp } from '#api/network.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { Acquainted, Introducer, Tie } from '#core/network/model.ts';
import { CertaintyBadge } from '#renderer/network-panels/Basis.tsx';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { TieBadge } from '#renderer/people/TieBadge.tsx';
import { hashOf } from '#renderer/store/navigation.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import type { Target } from './target.ts';
import css from './Network.module.css';

/** More than these are shown on a press. */
const FIRST = 5;

/** A company, a place, a profession: whom the owner knows there, who was there, and who knows somebody there. */
export function There({
  found,
  target,
  name,
}: {
  readonly found: LookUp;
  readonly target: Target;
  readonly name: string;
}) {
  const { t } = useTranslation('network');
  const isOrg = target.kind === 'org';
  const { known, knownCount, former, introducers, total } = found;
  return (
    <>
      {total === 0 ? null : (
        <PaneSection isNamed title={isOrg ? t('there.known', { org: name }) : t('there.knownFound')}>
          <p className={css.quiet}>
            {t('there.counts', { count: total, known: t('there.knownCount', { count: knownCount }) })}
          </p>
          <People people={known} words={isOrg ? ({ title }) => title : roleOf} />
        </PaneSection>
      )}
      {former.length === 0 ? null : (
        <PaneSection isNamed title={t('there.former', { org: name })}>
          <People people={former} words={sinceWords} />
        </PaneSection>
      )}
      {introducers.length === 0 ? null : (
        <PaneSection isNamed title={isOrg ? t('there.through', { org: name }) : t('there.throughFound')}>
          <FirstOf items={introducers}>
            {(introducer) => <IntroducerRow key={introducer.contactId} introducer={introducer} />}
          </FirstOf>
        </PaneSection>
      )}
    </>
  );
}

const roleOf = ({ title, org }: Acquainted): string => [title, org].filter((part) => part !== '').join(' · ');

/** "Engineer until 2021, now at Beta": what they were, and since when they are elsewhere. */
function sinceWords({ was, until, isSeen, org }: LookUp['former'][number]): string {
  const role = was === '' ? i18n.t('network:there.wasThere') : was;
  const words = { role, on: until === undefined ? '' : dateWords(until) };
  const before = isSeen ? i18n.t('network:there.seen', words) : i18n.t('network:there.until', words);
  const now = org === '' ? '' : i18n.t('network:there.now', { org });
  return [until === undefined ? role : before, now].filter((part) => part !== '').join(' · ');
}

function People<Person extends Acquainted>({
  people,
  words,
}: {
  readonly people: readonly Person[];
  readonly words: (person: Person) => string;
}) {
  const { t } = useTranslation('network');
  return (
    <FirstOf items={people}>
      {(person) => (
        <PersonLine
          key={person.contactId}
          id={person.contactId}
          fn={person.fn}
          note={words(person)}
          next={{ id: person.contactId, label: t('there.reach', { fn: person.fn }) }}
        >
          <TieBadge tie={person.tie} />
          <LastContact tie={person.tie} />
        </PersonLine>
      )}
    </FirstOf>
  );
}

function IntroducerRow({ introducer }: { readonly introducer: Introducer }) {
  const { t } = useTranslation('network');
  const { knows, others } = introducer;
  return (
    <PersonLine
      id={introducer.contactId}
      fn={introducer.fn}
      note={introducer.org}
      next={{ id: knows.contactId, label: t('there.waysTo', { fn: knows.fn }) }}
    >
      <span className={css.quiet}>{t('mutuals.youKnow')}</span>
      <TieBadge tie={{ level: introducer.level, unconfirmed: false }} />
      <LastContact tie={introducer} />
      <span className={css.quiet} data-private="">
        {t('mutuals.theyKnow', { fn: knows.fn })}
      </span>
      <TieBadge tie={{ level: knows.level, unconfirmed: false }} />
      {knows.isLikely ? <CertaintyBadge certainty="likely" /> : null}
      {others === 0 ? null : <span className={css.quiet}>{t('there.others', { count: others })}</span>}
    </PersonLine>
  );
}

/** Warmth is told only where something is on record; that nothing is says nothing about the two. */
function LastContact({ tie: { level, lastOn } }: { readonly tie: Pick<Tie, 'level' | 'lastOn'> }) {
  const { t } = useTranslation('network');
  if (lastOn === undefined && level === 'unknown') return null;
  return (
    <span className={css.quiet}>
      {lastOn === undefined ? t('there.noInteraction') : t('there.lastContact', { on: dateWords(lastOn) })}
    </span>
  );
}

/** Somebody with what connects, and the way on from them. */
export function PersonLine({
  id,
  fn,
  note,
  next,
  children,
}: {
  readonly id: ContactId;
  readonly fn: string;
  readonly note: ReactNode;
  /** Where the line leads on to: the ways to somebody. */
  readonly next?: { readonly id: ContactId; readonly label: string } | undefined;
  readonly children?: ReactNode;
}) {
  return (
    <li className={css.personLine}>
      <Avatar id={id} name={fn} />
      <div className={css.who}>
        <p className={css.person}>
          <PersonLink id={id}>{fn}</PersonLink>
          <span className={css.quiet} dir="auto" data-private="">
            {note}
          </span>
        </p>
        <p className={css.between}>{children}</p>
      </div>
      {next === undefined ? null : (
        <a className={css.toPicture} href={hashOf({ section: 'network', id: next.id })} data-private="">
          {next.label}
        </a>
      )}
    </li>
  );
}

/** A list of which the first few are shown, and all on a press. */
export function FirstOf<Item>({
  items,
  children,
}: {
  readonly items: readonly Item[];
  readonly children: (item: Item) => ReactNode;
}) {
  const { t } = useTranslation('network');
  const [isAll, setAll] = useState(false);
  if (items.length === 0) return null;
  return (
    <>
      <ul className={css.people}>{(isAll ? items : items.slice(0, FIRST)).map(children)}</ul>
      {isAll || items.length <= FIRST ? null : (
        <div>
          <Button look="plain" onClick={() => setAll(true)}>
            {t('mutuals.all', { count: items.length })}
          </Button>
        </div>
      )}
    </>
  );
}
