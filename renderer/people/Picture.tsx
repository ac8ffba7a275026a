import { useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { pictureOf } from './photo-data.ts';

/** The picture of a `PHOTO` value, or `otherwise` where there is none that can be shown. */
export function Picture({
  value,
  alt,
  className,
  otherwise,
}: {
  readonly value: string;
  readonly alt: string;
  readonly className: string | undefined;
  readonly otherwise: ReactNode;
}) {
  const picture = useMemo(() => pictureOf(value), [value]);
  const [damaged, setDamaged] = useState<string>();
  const show = useCallback(
    (image: HTMLImageElement | null) => {
      if (image === null || picture === undefined) return undefined;
      // The policy lets pictures in as `blob:` only: nothing the book holds can name a place to load one from.
      const address = URL.createObjectURL(picture);
      image.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [picture],
  );
  if (picture === undefined || damaged === value) return otherwise;
  return <img data-private="" ref={show} alt={alt} className={className} onError={() => setDamaged(value)} />;
}
