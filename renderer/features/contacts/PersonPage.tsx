import { useQuery } from '@tanstack/react-query';
import {
  CalendarPlus,
  Ellipsis,
  Eraser,
  Lock,
  Merge,
  Pencil,
  ScrollText,
  Trash2,
  UserCheck,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { linkedInKey } from '#core/contacts/identity.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { orpc } from '#renderer/client/queries.ts';
import { WriteTo } from '#renderer/drafts/WriteTo.tsx';
import { GoodManners } from '#renderer/keeping-up/GoodManners.tsx';
import { KeepingInTouch } from '#renderer/keeping-up/KeepingInTouch.tsx';
import { References } from '#renderer/keeping-up/References.tsx';
import { MutualContacts } from '#renderer/network-panels/MutualContacts.tsx';
import { Relations } from '#renderer/network-panels/Relations.tsx';
import { useDragOut } from '#renderer/people/drag-out.ts';
import { Picture } from '#renderer/people/Picture.tsx';
import { dateTimeWords } from '#renderer/strings/dates.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Badge } from '#renderer/ui/Badge.tsx';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { DetailPane, PaneSection } from '#renderer/ui/Pane.tsx';
import { howWeKnowWords } from './how-we-know.ts';
import { MergedPeople } from './MergedPeople.tsx';
import { MergeWith } from './MergeWith.tsx';
import { PersonProperties } from './PersonProperties.tsx';
import type { Person } from './person.ts';
import { PersonTie } from './PersonTie.tsx';
import { PersonTimeline } from './PersonTimeline.tsx';
import { Positions } from './Positions.tsx';
import { photoOf } from './photo-file.ts';
import css from './PersonPage.module.css';

/** Everything about one person, how we know each other first. */
export function PersonPage({ person }: { readonly person: Person }) {
  const { t } = useTranslation('contacts');
  return (
    <DetailPane label={person.fn} bar={<PersonBar person={person} />}>
      <PersonHeader person={person} />
      <PersonProperties person={person} />
      <Positions person={person} />
      {person.isOwner ? null : <KeepingInTouch key={person.id} contactId={person.id} fn={person.fn} />}
      {person.isOwner ? null : <PersonTimeline person={person} />}
      {person.isOwner ? null : <PersonTie person={person} />}
      {person.isOwner ? null : (
        <Relations key={`relations ${person.id}`} contactId={person.id} fn={person.fn} />
      )}
      {person.isOwner ? null : <MutualContacts contactId={person.id} fn={person.fn} />}
      {person.isOwner ? null : <References contactId={person.id} fn={person.fn} />}
      {person.isOwner ? null : (
        <GoodManners key={`manners ${person.id}`} contactId={person.id} fn={person.fn} />
      )}
      {person.isOwner ? null : (
        <WriteTo key={`letter ${person.id}`} contactId={person.id} profileUrl={profileOf(person)} />
      )}
      {person.invitations.length === 0 ? null : (
        <PaneSection title={t('sections.invitations')}>
          <ul className={css.invitations}>
            {person.invitations.map(({ id, direction, message, sentAt }) => (
              <li key={id}>
                <p className={css.quiet}>
                  {t(`invitations.${direction}`)}
                  {sentAt === undefined ? null : <time dateTime={sentAt}>{dateTimeWords(sentAt)}</time>}
                </p>
                <blockquote className={message === '' ? css.quiet : css.quote} dir="auto">
                  {message === '' ? t('invitations.noMessage') : message}
                </blockquote>
              </li>
            ))}
          </ul>
        </PaneSection>
      )}
      <MergedPeople person={person} />
    </DetailPane>
  );
}

/** Their LinkedIn page, where the book has it. */
const profileOf = ({ properties }: Person): string | undefined =>
  properties.find(({ name, value }) => name === 'URL' && linkedInKey(value) !== undefined)?.value;

function PersonHeader({ person }: { readonly person: Person }) {
  const { t } = useTranslation('contacts');
  const [first, ...others] = person.isOwner ? [] : person.howWeKnow;
  return (
    <header className={css.header}>
      <Portrait person={person} />
      <div className={css.heading}>
        <h1 className={css.name} dir="auto">
          {person.fn}
          {person.isOwner ? (
            <Badge icon={UserCheck}>{t('list.you')}</Badge>
          ) : (
            <ConfidentialBadge id={person.id} />
          )}
        </h1>
        {first === undefined ? null : (
          <p className={css.how} dir="auto">
            {howWeKnowWords(first)}
          </p>
        )}
        {others.length === 0 ? null : (
          <ul className={css.others}>
            {others.map((way) => (
              <li key={way.code}>{howWeKnowWords(way)}</li>
            ))}
          </ul>
        )}
      </div>
    </header>
  );
}

function ConfidentialBadge({ id }: { readonly id: Person['id'] }) {
  const { t } = useTranslation('people');
  const { data } = useQuery(orpc.manners.get.queryOptions({ input: { contactId: id } }));
  return data?.isConfidential === true ? <Badge icon={Lock}>{t('confidential')}</Badge> : null;
}

/** Decoration, as the initials are: the photo among the details says whose it is. Dragged, it is the person's card. */
function Portrait({ person }: { readonly person: Person }) {
  const { onGrab, onDrag } = useDragOut();
  const dragged = { people: { ids: [person.id] }, names: person.fn };
  return (
    // The same is in the menu of the selection, for every keyboard.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <span
      className={css.grip}
      draggable
      onMouseDown={() => onGrab(dragged)}
      onDragStart={(event) => onDrag(dragged, event)}
    >
      <Picture
        value={photoOf(person)}
        alt=""
        className={css.portrait}
        otherwise={<Avatar id={person.id} name={person.fn} size="large" />}
      />
    </span>
  );
}

function PersonBar({ person }: { readonly person: Person }) {
  const { t } = useTranslation('contacts');
  const { t: ui } = useTranslation('ui');
  const { t: duplicates } = useTranslation('duplicates');
  const [isPicking, setPicking] = useState(false);
  const openOverlay = useStore((state) => state.openOverlay);
  const { id, fn } = person;
  const remove = async () => {
    const done = await act(() => client.contacts.delete({ id }), t('actions.deleted', { fn }));
    if (done !== undefined) navigate({ section: 'people' }, { replace: true });
  };
  const more = [
    { id: 'merge', label: duplicates('person.mergeWith'), icon: Merge, run: () => setPicking(true) },
    ...(person.isOwner
      ? []
      : [
          {
            id: 'owner',
            label: t('actions.setOwner'),
            icon: UserCheck,
            run: () => void act(() => client.contacts.setOwner({ id }), t('actions.ownerSet', { fn })),
          },
        ]),
    {
      id: 'held',
      label: t('actions.held'),
      icon: ScrollText,
      run: () => navigate({ section: 'people', id, mode: 'held' }),
    },
    { id: 'delete', label: t('actions.delete'), icon: Trash2, isDanger: true, run: () => void remove() },
    ...(person.isOwner
      ? []
      : [
          {
            id: 'forget',
            label: t('actions.forget'),
            icon: Eraser,
            isDanger: true,
            run: () => openOverlay('forget'),
          },
        ]),
  ];
  return (
    <>
      {person.isOwner ? null : (
        <Button icon={CalendarPlus} onClick={() => openOverlay('met')}>
          {t('actions.logMet')}
        </Button>
      )}
      <Button icon={Pencil} onClick={() => navigate({ section: 'people', id, mode: 'edit' })}>
        {t('actions.edit')}
      </Button>
      <Menu label={ui('more')} items={more} trigger={<IconButton icon={Ellipsis} label={ui('more')} />} />
      {isPicking ? <MergeWith person={person} onClose={() => setPicking(false)} /> : null}
    </>
  );
}
