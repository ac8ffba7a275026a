import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ContactId } from '#core/contacts/model.ts';
import { orpc } from '#renderer/client/queries.ts';
import { Picture } from '#renderer/people/Picture.tsx';

/** The picture the book has of somebody; `otherwise` where it has none. */
export function SheetPhoto({
  id,
  fn,
  className,
  otherwise = null,
}: {
  readonly id: ContactId;
  readonly fn: string;
  readonly className: string | undefined;
  readonly otherwise?: ReactNode;
}) {
  const { data } = useQuery(orpc.contacts.get.queryOptions({ input: { id } }));
  const photo = data?.properties.find(({ name }) => name === 'PHOTO')?.value ?? '';
  return <Picture value={photo} alt={fn} className={className} otherwise={otherwise} />;
}
