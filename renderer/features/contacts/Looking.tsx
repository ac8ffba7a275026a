import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './PeopleFilter.module.css';

/** Longer than this, and one wonders whether the key was heard. */
const WONDERS_AFTER = 400;

/**
 * Says that a list is still being looked for, once that takes long: right after a large book was opened, what people have
 * in common is still being read.
 */
export function Looking({ isLooking }: { readonly isLooking: boolean }) {
  const { t } = useTranslation('contacts');
  const isLong = useLong(isLooking);
  const words = isLong ? t('list.looking') : '';
  return (
    <>
      {/* Always there, so that readers hear it change. */}
      <span className="visually-hidden" role="status">
        {words}
      </span>
      {isLong ? (
        <p className={css.looking} aria-hidden>
          {words}
        </p>
      ) : null}
    </>
  );
}

function useLong(isOn: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setTimeout(() => setLong(true), WONDERS_AFTER);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isOn]);
  return isLong;
}
