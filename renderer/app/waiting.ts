// How much is due for people today: for Today's own words and for the number beside it.
import { useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/client/queries.ts';
import { useToday } from '#renderer/keeping-up/today.ts';

/** Everything that is due or overdue; undefined until the book has said so once. */
export function useWaiting(): number | undefined {
  const today = useToday();
  const { data, isError } = useQuery(orpc.reminders.list.queryOptions({ input: { today } }));
  if (isError) return 0;
  return data === undefined ? undefined : Object.values(data.waiting).reduce((sum, one) => sum + one, 0);
}
