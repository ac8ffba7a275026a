// Portraits: which one stands for somebody.
import type { Person } from './person.ts';

/** The picture that stands for somebody: the owner's before an import's; empty where there is none to be shown. */
export const photoOf = ({ properties }: Pick<Person, 'properties'>): string => {
  const photos = properties.filter(({ name, value }) => name === 'PHOTO' && value.startsWith('data:'));
  return (photos.find(({ provenance }) => provenance.source === 'owner') ?? photos[0])?.value ?? '';
};
