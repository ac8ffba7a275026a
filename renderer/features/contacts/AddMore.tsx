import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/Button.tsx';
import { OFTEN, SELDOM, startOf } from './form-sections.ts';
import type { FormSection } from './form-sections.ts';
import { useSectionWords } from './ValueSection.tsx';
import css from './PersonForm.module.css';

/** The parts of the form that are not there yet: the usual ones at once, the others behind one more press. */
export function AddMore({
  opened,
  onOpen,
}: {
  readonly opened: ReadonlySet<FormSection>;
  readonly onOpen: (section: FormSection) => void;
}) {
  const { t } = useTranslation('contacts');
  const wordsOf = useSectionWords();
  const [hasAll, setHasAll] = useState(false);
  const words = (section: FormSection): string => {
    switch (section) {
      case 'names':
      case 'photo':
      case 'units':
      case 'bday':
      case 'tags':
      case 'own':
        return t(`form.add.${section}`);
      default:
        return wordsOf(section);
    }
  };
  const offered = [...OFTEN, ...(hasAll ? SELDOM : [])].filter((section) => !opened.has(section));
  const isMoreLeft = !hasAll && SELDOM.some((section) => !opened.has(section));
  if (offered.length === 0 && !isMoreLeft) return null;
  return (
    <fieldset className={css.add}>
      <legend className={css.legend}>{t('form.add.legend')}</legend>
      {offered.map((section) => (
        <Button key={section} look="plain" icon={Plus} onClick={() => onOpen(section)}>
          {words(section)}
        </Button>
      ))}
      {isMoreLeft ? (
        <Button look="plain" aria-expanded={false} onClick={() => setHasAll(true)}>
          {t('form.add.more')}
        </Button>
      ) : null}
    </fieldset>
  );
}

/** The lines an opened part begins with. */
export const linesOf = (section: FormSection): readonly string[] => {
  switch (section) {
    case 'names':
    case 'photo':
    case 'units':
    case 'bday':
    case 'tags':
      return [];
    default:
      return startOf(section);
  }
};
