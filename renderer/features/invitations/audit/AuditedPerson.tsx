import { Handshake, PenLine, Tag, Undo2, UserCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditedTie } from '#api/audit.ts';
import type { TieLevel } from '#core/network/model.ts';
import { DraftEditor } from '#renderer/drafts/DraftEditor.tsx';
import { ProfileLine } from '#renderer/drafts/HandOver.tsx';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { evidenceWords, tieWords } from '#renderer/people/tie.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { DetailPane, PaneSection } from '#renderer/ui/Pane.tsx';
import { keep, know, markToPart } from './deeds.ts';
import css from './Audit.module.css';

const LEVELS = ['met_once', 'acquaintance', 'know', 'know_well'] as const satisfies readonly TieLevel[];
const FACTS = 5;

/** One name on the list: why it is only that, the last fact known, and the ways on. */
export function AuditedPerson({ one }: { readonly one: AuditedTie }) {
  const { t } = useTranslation('audit');
  const { id, fn, org, title, group } = one;
  const [isWriting, setWriting] = useState(false);
  return (
    <DetailPane label={fn}>
      <header className={css.head}>
        <Avatar id={id} name={fn} size="large" />
        <div>
          <h1 className={css.title} dir="auto">
            <PersonLink id={id}>{fn}</PersonLink>
          </h1>
          <p className={css.quiet} dir="auto">
            {[title, org].filter((part) => part !== '').join(' · ')}
          </p>
        </div>
      </header>
      <Reasons one={one} />
      <Ways one={one} onWrite={() => setWriting(true)} />
      {group === 'parting' ? <p className={css.parting}>{t('parting')}</p> : null}
      <ProfileLine url={one.url} />
      {isWriting ? (
        <DraftEditor
          request={{ about: 'person', kind: 'reintroduce', to: id, why: '', purpose: '' }}
          profileUrl={one.url}
        />
      ) : null}
    </DetailPane>
  );
}

/** In words, never as a score: how it began, what is not there, who could say more, the last fact. */
function Reasons({ one }: { readonly one: AuditedTie }) {
  const { t } = useTranslation('audit');
  const { group, tie, knownByWhom, knownBy } = one;
  const facts = tie.basis.filter(({ kind }) => kind !== 'li_connected').slice(0, FACTS);
  return (
    <PaneSection title={t(group === undefined ? 'reason.solid' : 'reason.title')}>
      <ul className={css.reasons}>
        <li>
          {one.connectedOn === undefined
            ? t('reason.connected')
            : t('reason.connectedOn', { on: dateWords(one.connectedOn) })}
        </li>
        <li>{beginningWords(one, t)}</li>
        {facts.length === 0 ? (
          <li>{t('reason.nothing')}</li>
        ) : (
          facts.map((fact) => <li key={JSON.stringify(fact)}>{evidenceWords(fact, 'owner')}</li>)
        )}
        <li>
          {knownBy === 0 ? t('reason.nobody') : t('reason.knownBy', { count: knownBy })}
          {knownByWhom.length === 0 ? null : (
            <ul className={css.names}>
              {knownByWhom.map(({ contactId, fn }) => (
                <li key={contactId}>
                  <PersonLink id={contactId}>{fn}</PersonLink>
                </li>
              ))}
            </ul>
          )}
        </li>
      </ul>
    </PaneSection>
  );
}

type Words = ReturnType<typeof useTranslation<'audit'>>['t'];

function beginningWords({ invitation }: AuditedTie, t: Words): string {
  if (invitation === undefined) return t('reason.noInvitation');
  const { direction, hasMessage, sentAt } = invitation;
  const how = direction === 'outgoing' ? 'outgoing' : hasMessage ? 'note' : 'silent';
  return sentAt === undefined
    ? t(`reason.began.${how}`)
    : t(`reason.beganOn.${how}`, { on: dateWords(sentAt.slice(0, 10)) });
}

function Ways({ one, onWrite }: { readonly one: AuditedTie; readonly onWrite: () => void }) {
  const { t } = useTranslation('audit');
  const isParting = one.group === 'parting';
  return (
    <div className={css.buttons}>
      <Button look="primary" icon={PenLine} onClick={onWrite}>
        {t('way.write')}
      </Button>
      <Menu
        label={t('way.know')}
        trigger={<Button icon={UserCheck}>{t('way.know')}</Button>}
        items={LEVELS.map((level) => ({
          id: level,
          label: tieWords(level),
          run: () => void know(one, level),
        }))}
      />
      {one.group === undefined || one.group === 'kept' ? null : (
        <Button icon={Handshake} onClick={() => void keep(one)}>
          {t('way.keep')}
        </Button>
      )}
      <Button icon={isParting ? Undo2 : Tag} onClick={() => void markToPart(one, !isParting)}>
        {t(isParting ? 'way.unpart' : 'way.part')}
      </Button>
    </div>
  );
}
