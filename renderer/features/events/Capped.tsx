import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/Button.tsx';

/** More than this at once is more than anybody reads, and slow to draw. */
const MOST = 60;

/** A list that shows its beginning, and more on a press. `render` gives each item its `<li>`. */
export function Capped<Item>({
  items,
  render,
  className,
}: {
  readonly items: readonly Item[];
  readonly render: (item: Item) => ReactNode;
  readonly className: string | undefined;
}) {
  const { t } = useTranslation('events');
  const [shown, setShown] = useState(MOST);
  const left = items.length - shown;
  return (
    <>
      <ul className={className}>{items.slice(0, shown).map(render)}</ul>
      {left <= 0 ? null : (
        <div>
          <Button look="plain" onClick={() => setShown(shown + 10 * MOST)}>
            {t('page.showMore', { count: left })}
          </Button>
        </div>
      )}
    </>
  );
}
