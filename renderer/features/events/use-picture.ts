// A picture beside the line: read for codes, shown while typing, kept as the photo where the owner says so.
import { useRef, useState } from 'react';
import { qrContent } from '#core/capture/qr-content.ts';
import type { QrContent } from '#core/capture/qr-content.ts';
import { portraitFrom } from '#renderer/people/portrait.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { readPicture } from './read-picture.ts';
import type { PictureAnswer } from './read-picture.ts';

/** What is known of the picture so far. */
export type PictureState =
  | { readonly state: 'none' }
  | { readonly state: 'reading'; readonly name: string }
  | { readonly state: 'refused'; readonly why: 'notPicture' | 'tooLarge' }
  | {
      readonly state: 'shown';
      readonly name: string;
      readonly picture: Blob;
      readonly codes: readonly QrContent[];
      /** Whose code the owner has chosen, or the only one there is. */
      readonly taken: QrContent | undefined;
    };

export type Picture = ReturnType<typeof usePicture>;

/** `takeIn` is given what a code says, and words on where it comes from. */
export function usePicture(
  takeIn: (line: string, source: string) => void,
  read: (file: Blob) => Promise<PictureAnswer> = readPicture,
) {
  const [now, setNow] = useState<PictureState>({ state: 'none' });
  const [isKept, setKept] = useState(false);
  // The last picture wins, whichever is read first.
  const round = useRef(0);

  const use = (name: string, content: QrContent) => {
    if (content.line !== '') takeIn(content.line, i18n.t('events:picture.source', { name }));
  };
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const own = (round.current += 1);
    const name = file.name === '' ? i18n.t('events:picture.pasted') : file.name;
    setKept(false);
    setNow({ state: 'reading', name });
    const answer = await read(file);
    if (own !== round.current) return;
    if (answer.kind === 'refused') return setNow({ state: 'refused', why: answer.why });
    const codes = answer.codes.map(qrContent);
    const only = codes.length === 1 ? codes[0] : undefined;
    setNow({ state: 'shown', name, picture: answer.shown, codes, taken: only });
    if (only !== undefined) use(name, only);
  };
  return {
    now,
    isKept,
    setKept,
    take,
    choose(content: QrContent) {
      if (now.state !== 'shown') return;
      setNow({ ...now, taken: content });
      use(now.name, content);
    },
    remove() {
      round.current += 1;
      setKept(false);
      setNow({ state: 'none' });
    },
    /** The photo to keep, drawn small; undefined where none is to be. */
    portrait: async (): Promise<string | undefined> =>
      isKept && now.state === 'shown' ? portraitFrom(now.picture) : undefined,
  };
}
