import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { openLink } from '#renderer/client/links.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import css from './HowTo.module.css';

/** Where LinkedIn gives a member their archive. Opened on a press only, never fetched. */
const LINKEDIN_DOWNLOAD = 'https://www.linkedin.com/mypreferences/d/download-my-data';

/** In the order of what most people have. */
const STEPS = {
  linkedin: ['linkedinSettings', 'linkedinChoose', 'linkedinWait', 'linkedinDownload', 'linkedinDrop'],
  google: ['googleOpen', 'googleChoose', 'googleDrop'],
  outlook: ['outlookWeb', 'outlookClassic', 'outlookDrop'],
  apple: ['appleMac', 'appleIcloud', 'appleDrop'],
  android: ['androidOpen', 'androidSend', 'androidDrop'],
  thunderbird: ['thunderbirdOpen', 'thunderbirdChoose', 'thunderbirdDrop'],
  facebook: ['facebookOpen', 'facebookChoose', 'facebookDrop'],
  whatsapp: ['whatsappOpen', 'whatsappChoose', 'whatsappDrop'],
  telegram: ['telegramOpen', 'telegramChoose', 'telegramDrop'],
  calendar: ['calendarGoogle', 'calendarApple', 'calendarDrop'],
  mail: ['mailGoogle', 'mailOther', 'mailDrop'],
} as const;
type Product = keyof typeof STEPS;
// The keys of an object of ours, in the order they are written in.
const PRODUCTS = Object.keys(STEPS) as Product[];

/** For each usual product, how to come by its file, in a few plain steps. */
export function HowTo() {
  const { t } = useTranslation('imports');
  return (
    <PaneSection title={t('howTo.title')}>
      <ul className={css.products}>
        {PRODUCTS.map((product) => (
          <li key={product}>
            <details className={css.product}>
              <summary>{t(`howTo.name.${product}`)}</summary>
              <ol className={css.steps}>
                {STEPS[product].map((step) => (
                  <li key={step}>{t(`howTo.step.${step}`)}</li>
                ))}
              </ol>
              {product === 'linkedin' ? <LinkedInPage /> : null}
            </details>
          </li>
        ))}
      </ul>
    </PaneSection>
  );
}

function LinkedInPage() {
  const { t } = useTranslation('imports');
  return (
    <div className={css.outside}>
      <Button icon={ExternalLink} onClick={() => openLink(LINKEDIN_DOWNLOAD)}>
        {t('howTo.open')}
      </Button>
      <span className={css.address} dir="ltr">
        {LINKEDIN_DOWNLOAD}
      </span>
    </div>
  );
}
