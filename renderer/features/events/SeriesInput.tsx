import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { ComponentProps } from 'react';
import { orpc } from '#renderer/client/queries.ts';
import { TextInput } from '#renderer/ui/TextInput.tsx';

/** The name of a series; those there are are offered as it is typed. Put it inside a `Field`. */
export function SeriesInput(props: ComponentProps<typeof TextInput>) {
  const { data } = useQuery(orpc.events.facets.queryOptions());
  const list = useId();
  return (
    <>
      <TextInput {...props} maxLength={300} list={list} />
      <datalist id={list}>
        {(data?.series ?? []).map(({ value }) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
      </datalist>
    </>
  );
}
