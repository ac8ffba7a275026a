// Whether a field that looks things up as they are typed still shows what an earlier text found.
import type { UseQueryResult } from '@tanstack/react-query';

type Answer = Pick<UseQueryResult, 'isFetching' | 'isPending' | 'isPlaceholderData'>;

/** True while the answer to the text as it is now is awaited; a question that is not asked is not awaited. */
export const isOnItsWay = ({ isFetching, isPending, isPlaceholderData }: Answer): boolean =>
  isFetching && (isPending || isPlaceholderData);
