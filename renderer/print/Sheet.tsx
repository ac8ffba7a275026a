import { ArrowLeft, Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#core/contacts/model.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Choice } from '#renderer/ui/Choice.tsx';
import { DetailPane } from '#renderer/ui/Pane.tsx';
import { printPage } from './print-page.ts';
import { SheetPhoto } from './SheetPhoto.tsx';
import css from './Sheet.module.css';

/** Somebody on a sheet. Nothing the owner has written about them is ever on it. */
export interface SheetPerson {
  readonly id: ContactId;
  readonly fn: string;
  readonly org: string;
}

type Layout = 'list' | 'badges';

/** A sheet of people for paper: a list to tick off and write on, or badges to cut out. */
export function Sheet({
  title,
  note,
  people,
  onBack,
  children,
}: {
  readonly title: string;
  /** When and where, or how many. */
  readonly note: string;
  readonly people: readonly SheetPerson[];
  readonly onBack: () => void;
  /** Further choices. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('print');
  const [layout, setLayout] = useState<Layout>('list');
  const [hasPhotos, setPhotos] = useState(false);
  useOnlySheet();
  return (
    <DetailPane label={t('label', { title })} wide>
      <div className={css.choices} data-no-print>
        <Button icon={ArrowLeft} onClick={onBack}>
          {t('back')}
        </Button>
        <Choice
          label={t('layout')}
          hideLabel
          value={layout}
          onValue={setLayout}
          options={[
            { value: 'list', label: t('list') },
            { value: 'badges', label: t('badges') },
          ]}
        />
        {children}
        <label className={css.check}>
          <input type="checkbox" checked={hasPhotos} onChange={(event) => setPhotos(event.target.checked)} />
          {t('photos')}
        </label>
        <Button
          look="primary"
          icon={Printer}
          disabled={people.length === 0}
          onClick={() => void printPage(title)}
        >
          {t('print')}
        </Button>
      </div>
      <article className={css.sheet} data-sheet aria-label={title}>
        <header className={css.head}>
          <h1 dir="auto">{title}</h1>
          <p dir="auto">{note}</p>
        </header>
        {people.length === 0 ? <p>{t('nobody')}</p> : null}
        {layout === 'list' ? (
          <PeopleTable people={people} hasPhotos={hasPhotos} />
        ) : (
          <Badges people={people} hasPhotos={hasPhotos} />
        )}
      </article>
    </DetailPane>
  );
}

/** Says on the screen, not on the paper, that confidential people are not on the sheet. */
export function LeftOut({ count }: { readonly count: number }) {
  const { t } = useTranslation('print');
  return count === 0 ? null : <p role="note">{t('leftOut', { count })}</p>;
}

/** While a sheet is on the screen, printing the window prints the sheet: also by the browser's own command. */
function useOnlySheet(): void {
  useEffect(() => {
    document.documentElement.dataset['prints'] = 'sheet';
    return () => {
      delete document.documentElement.dataset['prints'];
    };
  }, []);
}

interface PeopleProps {
  readonly people: readonly SheetPerson[];
  readonly hasPhotos: boolean;
}

function PeopleTable({ people, hasPhotos }: PeopleProps) {
  const { t } = useTranslation('print');
  if (people.length === 0) return null;
  return (
    <table className={css.table}>
      <thead>
        <tr>
          {hasPhotos ? <th scope="col">{t('photo')}</th> : null}
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('org')}</th>
          <th scope="col">{t('met')}</th>
          <th scope="col" className={css.pen}>
            {t('notes')}
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ id, fn, org }) => (
          <tr key={id}>
            {hasPhotos ? (
              <td>
                <SheetPhoto id={id} fn={fn} className={css.photo} />
              </td>
            ) : null}
            <th scope="row">
              <bdi>{fn}</bdi>
            </th>
            <td>
              <bdi>{org}</bdi>
            </td>
            <td aria-label={t('met')}>
              <span className={css.box} />
            </td>
            <td aria-label={t('notes')} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** In place of a picture, on the screen: paper leaves out the colour they stand on. */
function Initials({ id, fn }: Pick<SheetPerson, 'id' | 'fn'>) {
  return (
    <span className={css.initials}>
      <Avatar id={id} name={fn} />
    </span>
  );
}

function Badges({ people, hasPhotos }: PeopleProps) {
  return (
    <ul className={css.badges}>
      {people.map(({ id, fn, org }) => (
        <li key={id} className={css.badge}>
          {hasPhotos ? (
            <SheetPhoto id={id} fn={fn} className={css.photo} otherwise={<Initials id={id} fn={fn} />} />
          ) : null}
          <p className={css.badgeName} dir="auto">
            {fn}
          </p>
          <p dir="auto">{org}</p>
        </li>
      ))}
    </ul>
  );
}
