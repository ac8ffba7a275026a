import { useQuery } from '@tanstack/react-query';
import { EyeOff, PanelLeftClose, PanelLeftOpen, Search, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { savePreferences } from '#renderer/client/preferences.ts';
import { orpc } from '#renderer/client/queries.ts';
import { hashOf } from '#renderer/store/navigation.ts';
import { useStore } from '#renderer/store/store.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import { sections } from './routes.tsx';
import type { BookSummary } from './book-summary.ts';
import type { Section } from './routes.tsx';
import { useWaiting } from './waiting.ts';
import css from './Sidebar.module.css';

/** Refused requests are only counted, so looking now and then is enough. */
const LOOK_EVERY = 30_000;

/** The sections with their counts; at the foot the offline seal and the book's name. */
export function Sidebar() {
  const { t } = useTranslation('app');
  const isFull = useStore((state) => state.preferences.sidebar === 'full');
  const openOverlay = useStore((state) => state.openOverlay);
  const summary = useQuery(orpc.book.summary.queryOptions());
  return (
    <nav className={css.sidebar} aria-label={t('sidebar.label')} data-sidebar={isFull ? 'full' : 'icons'}>
      <button
        type="button"
        className={css.find}
        title={t('sidebar.find')}
        onClick={() => openOverlay('palette')}
      >
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <span className={css.word}>{t('sidebar.find')}</span>{' '}
        <span className={css.word}>
          <Kbd keys="Mod+K" />
        </span>
      </button>
      <ul className={css.sections}>
        {sections.map((section) => (
          <SidebarLink key={section.id} section={section} counts={summary.data?.counts} />
        ))}
      </ul>
      <Foot summary={summary.data} />
      <IconButton
        className={css.fold}
        icon={isFull ? PanelLeftClose : PanelLeftOpen}
        label={isFull ? t('sidebar.fold') : t('sidebar.unfold')}
        onClick={() => void savePreferences({ sidebar: isFull ? 'icons' : 'full' })}
      />
    </nav>
  );
}

function SidebarLink({
  section,
  counts,
}: {
  readonly section: Section;
  readonly counts: BookSummary['counts'] | undefined;
}) {
  const { t, i18n } = useTranslation('app');
  const isHere = useStore((state) => state.route.section === section.id);
  const name = t(`sections.${section.id}`);
  const waiting = useWaiting() ?? 0;
  const ofSection = counts === undefined ? 0 : (section.count?.(counts) ?? 0);
  const count = section.id === 'today' ? waiting : ofSection;
  const Icon = section.icon;
  return (
    <li className={section.id === 'settings' ? css.ruled : undefined}>
      <a
        href={hashOf({ section: section.id })}
        className={classes(css.link, isHere && css.here)}
        aria-current={isHere ? 'page' : undefined}
        aria-label={count > 0 ? t('sidebar.count', { section: name, count }) : name}
        title={name}
      >
        <Icon size={18} strokeWidth={1.75} aria-hidden />
        <span className={css.word}>{name}</span>{' '}
        {count > 0 ? (
          <span className={classes(css.count, css.word)}>{count.toLocaleString(i18n.language)}</span>
        ) : null}
      </a>
    </li>
  );
}

/** Says that names are blurred, and shows them again: the one way back besides the shortcut. */
function PresentationSign() {
  const { t } = useTranslation('app');
  const isPresenting = useStore((state) => state.isPresenting);
  const presentingChanged = useStore((state) => state.presentingChanged);
  if (!isPresenting) return null;
  return (
    <button
      type="button"
      className={css.sign}
      aria-label={t('presentation.sign')}
      title={t('presentation.leave')}
      onClick={() => presentingChanged(false)}
    >
      <EyeOff size={16} strokeWidth={1.75} aria-hidden />
      <span className={css.word}>{t('presentation.on')}</span>
    </button>
  );
}

function Foot({ summary }: { readonly summary: BookSummary | undefined }) {
  const { t } = useTranslation('app');
  const refused = useQuery({ ...orpc.host.refusedRequests.queryOptions(), refetchInterval: LOOK_EVERY });
  const count = refused.data?.count ?? 0;
  return (
    <div className={css.foot}>
      <PresentationSign />
      <Tooltip content={t('sidebar.offlineWhy')}>
        <button type="button" className={css.seal} aria-label={t('sidebar.offline', { count })}>
          <WifiOff size={14} strokeWidth={1.75} aria-hidden />
          <span className={css.word}>{t('sidebar.offline', { count })}</span>
        </button>
      </Tooltip>
      <p className={classes(css.book, css.word)} title={summary?.path}>
        <bdi>{summary?.isDemo === true ? t('sidebar.demo') : summary?.name}</bdi>
      </p>
    </div>
  );
}
