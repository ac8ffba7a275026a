import type { ReactNode } from 'react';
import type { ContactId } from '#core/contacts/model.ts';
import { hashOf } from '#renderer/store/navigation.ts';

/** A person's name that leads to their page. */
export function PersonLink({ id, children }: { readonly id: ContactId; readonly children: ReactNode }) {
  return (
    <a href={hashOf({ section: 'people', id })} dir="auto">
      {children}
    </a>
  );
}
