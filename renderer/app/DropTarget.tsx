import { FileInput } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hostBridge } from '#renderer/client/host-bridge.ts';
import { sayProblem } from '#renderer/client/commands.ts';
import { arePictures, refusePictures } from '#renderer/features/invitations/pasted-kind.ts';
import { takeText } from '#renderer/features/imports/pasted.ts';
import { isOwnFile } from '#renderer/people/drag-out.ts';
import type { DroppedFile } from '#renderer/store/drops.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { readDrop } from './dropped-files.ts';
import { cardsIn, holdsCards, holdsText } from './dropped-text.ts';
import css from './DropTarget.module.css';

function take(name: string, files: readonly DroppedFile[]): void {
  // Nothing at all, or what was just dragged out of here.
  if (files.every(({ file }) => isOwnFile(file))) return;
  if (useStore.getState().isLocked) return;
  // A picture of an invitation, most likely.
  if (useStore.getState().route.section === 'invitations' && arePictures(files.map(({ file }) => file))) {
    refusePictures();
    return;
  }
  useStore.getState().filesDropped(name, files);
  navigate({ section: 'imports' });
}

const hasFiles = (transfer: DataTransfer | null): boolean => transfer?.types.includes('Files') === true;

/** Files are taken anywhere; text that is dropped on a field is the field's. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;

/** The whole window takes files, and cards dragged as text: it says so while they hover, and hands them to the imports screen. */
export function DropTarget() {
  const { t } = useTranslation('app');
  const [isOver, setOver] = useState(false);
  const depth = useRef(0);
  useEffect(() => {
    // What is dragged out of this window is not to be let in again.
    let isOwn = false;
    const isWanted = ({ dataTransfer }: DragEvent) =>
      !isOwn && (hasFiles(dataTransfer) || holdsCards(dataTransfer));
    const count = (by: number) => (event: DragEvent) => {
      if (!isWanted(event)) return;
      event.preventDefault();
      depth.current += by;
      setOver(depth.current > 0);
    };
    const [enter, leave] = [count(1), count(-1)];
    const over = (event: DragEvent) => {
      // A field takes text for itself.
      const mayBe = !isOwn && holdsText(event.dataTransfer) && !isField(event.target);
      if (isWanted(event) || mayBe) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      depth.current = 0;
      setOver(false);
      if (event.dataTransfer === null || isOwn) return;
      if (hasFiles(event.dataTransfer)) {
        event.preventDefault();
        readDrop(event.dataTransfer).then(({ name, files }) => take(name, files), sayProblem);
        return;
      }
      const cards = isField(event.target) ? '' : cardsIn(event.dataTransfer);
      if (cards === '') return;
      event.preventDefault();
      if (takeText(cards)) navigate({ section: 'imports' });
    };
    const dragstart = (event: DragEvent) => {
      // On the desktop the system drags instead, and this drag never ends.
      isOwn = !event.defaultPrevented;
    };
    const dragend = () => {
      isOwn = false;
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: over, drop, dragstart, dragend };
    for (const [type, listener] of Object.entries(listeners)) {
      // Every one of them is a DragEvent's.
      window.addEventListener(type, listener as EventListener);
    }
    const stop = hostBridge()?.onFiles((opened) => {
      const files = opened.map(({ name, bytes }) => ({ name, file: new File([bytes], name) }));
      take(files[0]?.name ?? '', files);
    });
    return () => {
      for (const [type, listener] of Object.entries(listeners)) {
        window.removeEventListener(type, listener as EventListener);
      }
      stop?.();
    };
  }, []);
  if (!isOver) return null;
  return (
    <div className={css.target} role="status">
      <div className={css.card}>
        <FileInput size={32} strokeWidth={1.25} aria-hidden />
        <p className={css.title}>{t('drop.title')}</p>
        <p>{t('drop.text')}</p>
      </div>
    </div>
  );
}
