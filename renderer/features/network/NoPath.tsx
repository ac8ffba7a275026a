import { CalendarPlus, FileInput, MailPlus, Waypoints } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { TheyKnow } from '#renderer/network-panels/TheyKnow.tsx';
import { navigate, useStore } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { Target } from './target.ts';
import css from './Network.module.css';

/** Nobody in between yet: what would open a way, each as the thing to do. */
export function NoPath({ target, name }: { readonly target: Target; readonly name: string }) {
  const { t } = useTranslation('network');
  const openOverlay = useStore((state) => state.openOverlay);
  return (
    <section className={css.none} aria-label={t('noPath.title')}>
      <h2 className={css.sentence}>
        <Waypoints size={20} strokeWidth={1.5} aria-hidden />
        {t('noPath.title')}
      </h2>
      <p className={css.quiet} dir="auto">
        {target.kind === 'contact' ? t('noPath.person', { fn: name }) : t('noPath.org', { org: name })}
      </p>
      {target.kind === 'contact' ? <TheyKnow contactId={target.contactId} fn={name} /> : null}
      <div className={css.openers}>
        <Button icon={CalendarPlus} onClick={() => openOverlay('met')}>
          {t('noPath.met')}
        </Button>
        <Button icon={MailPlus} onClick={() => navigate({ section: 'invitations', mode: 'new' })}>
          {t('noPath.invitation')}
        </Button>
        <Button icon={FileInput} onClick={() => navigate({ section: 'imports' })}>
          {t('noPath.import')}
        </Button>
      </div>
    </section>
  );
}
