import { ImagePlus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from '#renderer/people/Picture.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { PictureInput } from '#renderer/ui/PictureInput.tsx';
import { pictureAmong, portraitFrom } from '#renderer/people/portrait.ts';
import css from './PhotoField.module.css';

export interface PhotoFieldProps {
  /** A `data:` URI, or empty. */
  readonly photo: string;
  readonly onPhoto: (photo: string) => void;
}

/** A portrait: chosen from a file or dropped on its place; drawn small before it is kept. The form takes pasted ones. */
export function PhotoField({ photo, onPhoto }: PhotoFieldProps) {
  const { t } = useTranslation('contacts');
  const file = useRef<HTMLInputElement>(null);
  const choose = useRef<HTMLButtonElement>(null);
  const [isRefused, setRefused] = useState(false);
  const take = async (files: Iterable<File>) => {
    const chosen = pictureAmong(files);
    const portrait = chosen === undefined ? undefined : await portraitFrom(chosen);
    setRefused(portrait === undefined);
    if (portrait !== undefined) onPhoto(portrait);
  };
  // The window takes files as imports; over this place they are pictures.
  const own = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // A place to drop things on is no control of its own: the button in it does the same.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      className={css.photo}
      onDragEnter={own}
      onDragOver={own}
      onDragLeave={own}
      onDrop={(event) => {
        own(event);
        void take(event.dataTransfer.files);
      }}
    >
      <legend className={css.legend}>{t('form.photo.legend')}</legend>
      <Picture
        value={photo}
        alt={t('form.photo.now')}
        className={css.picture}
        otherwise={<span className={css.empty} aria-hidden />}
      />
      <div className={css.side}>
        <div className={css.buttons}>
          <Button ref={choose} icon={ImagePlus} onClick={() => file.current?.click()}>
            {t('form.photo.choose')}
          </Button>
          {photo === '' ? null : (
            <Button
              icon={Trash2}
              onClick={() => {
                setRefused(false);
                onPhoto('');
                choose.current?.focus();
              }}
            >
              {t('form.photo.remove')}
            </Button>
          )}
        </div>
        <PictureInput ref={file} label={t('form.photo.file')} onFiles={(files) => void take(files)} />
        <p className={isRefused ? css.refused : css.hint} role={isRefused ? 'alert' : undefined}>
          {t(isRefused ? 'form.photo.refused' : 'form.photo.hint')}
        </p>
      </div>
    </fieldset>
  );
}
