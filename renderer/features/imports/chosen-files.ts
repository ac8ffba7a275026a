// What an `<input type=file>` gives, in the shape of a drop.
import type { Drop } from '#renderer/store/drops.ts';

/** Files under their paths inside the chosen folder, and the folder's or first file's name for all of it. */
export function chosenFiles(chosen: readonly File[]): Omit<Drop, 'id'> {
  const files = chosen.map((file) => ({ name: file.webkitRelativePath || file.name, file }));
  const [first] = files;
  return { name: first?.name.split('/')[0] ?? '', files };
}
