import { ImageOff, ScanQrCode } from 'lucide-react';
import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { QrContent } from '#core/capture/qr-content.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { PictureInput } from '#renderer/ui/PictureInput.tsx';
import type { Picture, PictureState } from './use-picture.ts';
import css from './CapturePicture.module.css';

/** The press that asks for a picture, from a file. It can be dropped on the form or pasted into the line as well. */
export function PictureButton({ picture }: { readonly picture: Picture }) {
  const { t } = useTranslation('events');
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        look="plain"
        icon={ScanQrCode}
        title={t('picture.hint')}
        busy={picture.now.state === 'reading'}
        onClick={() => file.current?.click()}
      >
        {t('picture.open')}
      </Button>
      <PictureInput ref={file} label={t('picture.file')} onFiles={([first]) => void picture.take(first)} />
    </>
  );
}

/** The picture beside the line: what its codes say, and what else can be done with it. */
export function CapturePicture({
  picture,
  onDone,
}: {
  readonly picture: Picture;
  /** Back to the line. */
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('events');
  const { now } = picture;
  if (now.state === 'none') return null;
  if (now.state === 'reading') return <Said>{t('picture.reading')}</Said>;
  if (now.state === 'refused')
    return (
      <p className={css.refused} role="alert">
        {t(`picture.${now.why}`)}
      </p>
    );
  const remove = () => {
    picture.remove();
    onDone();
  };
  return (
    <div className={css.picture}>
      <Shown picture={now.picture} alt={t('picture.alt', { name: now.name })} />
      <div className={css.side}>
        <Outcome now={now} />
        <Codes
          now={now}
          onChoose={(content) => {
            picture.choose(content);
            onDone();
          }}
        />
        <div className={css.row}>
          <label className={css.keep}>
            <input
              type="checkbox"
              checked={picture.isKept}
              onChange={(event) => picture.setKept(event.target.checked)}
            />
            {t('picture.keep')}
          </label>
          <IconButton icon={ImageOff} label={t('picture.remove')} onClick={remove} />
        </div>
      </div>
    </div>
  );
}

const Said = ({ children }: { readonly children: string }) => (
  <p className={css.quiet} role="status">
    {children}
  </p>
);

function Outcome({ now }: { readonly now: PictureState & { state: 'shown' } }) {
  const { t } = useTranslation('events');
  const { taken, codes } = now;
  if (codes.length === 0) return <Said>{t('picture.none')}</Said>;
  if (taken === undefined) return <Said>{t('picture.several')}</Said>;
  if (taken.kind === 'other' || taken.line === '') return <Said>{t('picture.other')}</Said>;
  return (
    <>
      <Said>{taken.kind === 'shortLink' ? t('picture.shortLink') : t('picture.found')}</Said>
      {taken.further > 0 ? (
        <p className={css.quiet}>{t('picture.further', { count: taken.further })}</p>
      ) : null}
    </>
  );
}

function Codes({
  now,
  onChoose,
}: {
  readonly now: PictureState & { state: 'shown' };
  readonly onChoose: (content: QrContent) => void;
}) {
  const { t } = useTranslation('events');
  if (now.codes.length < 2) return null;
  return (
    <div className={css.row} role="group" aria-label={t('picture.several')}>
      {now.codes.map((content, at) => (
        <Button
          key={`${at}${content.line}`}
          aria-pressed={content === now.taken}
          onClick={() => onChoose(content)}
        >
          <bdi className={css.code}>{content.label === '' ? t('picture.unlabelled') : content.label}</bdi>
        </Button>
      ))}
    </div>
  );
}

function Shown({ picture, alt }: { readonly picture: Blob; readonly alt: string }) {
  const show = useCallback(
    (image: HTMLImageElement | null) => {
      if (image === null) return undefined;
      const address = URL.createObjectURL(picture);
      image.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [picture],
  );
  return <img data-private="" ref={show} alt={alt} className={css.shown} />;
}
