import { useTranslation } from 'react-i18next';
import { ContactId } from '#core/contacts/model.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { decideAbout } from './picked.ts';
import { Compared } from './DuplicatesScreen.tsx';
import { Group } from './Group.tsx';
import { tabOf } from './words.ts';

/** As many as the book compares at once. */
const MOST_COMPARED = 20;

/** People whom the owner chose to merge, side by side: `#/people/12/merge?with=47,51`. */
export function MergeScreen() {
  const { t } = useTranslation('duplicates');
  const id = useStore(({ route }) => route.id);
  const others = useStore(({ route }) => route.params?.['with'] ?? '');
  const named = [id, ...others.split(',').map(Number)].flatMap((one) => ContactId.safeParse(one).data ?? []);
  const ids = [...new Set(named)].slice(0, MOST_COMPARED);
  const back = () => navigate(id === undefined ? { section: 'people' } : { section: 'people', id });
  return (
    <Compared key={ids.join('-')} ids={ids} gone={<Button onClick={back}>{t('list.back')}</Button>}>
      {(comparison) => {
        const [pair] = comparison.pairs;
        const { apart, merge } = decideAbout(comparison);
        return (
          <Group
            comparison={comparison}
            tab={pair === undefined ? undefined : tabOf(pair)}
            onMerge={(request, fn) => void merge(request, fn)}
            {...(pair === undefined ? {} : { onApart: () => void apart() })}
            onCancel={back}
          />
        );
      }}
    </Compared>
  );
}
