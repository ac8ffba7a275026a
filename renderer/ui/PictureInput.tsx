import type { Ref } from 'react';
import css from './PictureInput.module.css';

/** Asks for a picture from a file once somebody else presses it; never seen and never a stop of the keyboard itself. */
export function PictureInput({
  ref,
  label,
  onFiles,
}: {
  readonly ref: Ref<HTMLInputElement>;
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  return (
    <input
      ref={ref}
      type="file"
      accept="image/png,image/jpeg,image/webp"
      className={css.file}
      tabIndex={-1}
      aria-label={label}
      onChange={(event) => {
        onFiles([...(event.target.files ?? [])]);
        // So that the same file can be chosen again.
        event.target.value = '';
      }}
    />
  );
}
