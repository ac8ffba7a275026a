import { FileInput } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hostBridge } from '#renderer/client/host-bridge.ts';
import { sayProblem } from '#renderer/client/commands.ts';
import type { DroppedFile } from '#renderer/store/drops.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { readDrop } from './dropped-files.ts';
import css from './DropTarget.module.css';

function take(name: string, files: readonly DroppedFile[]): void {
  if (files.length === 0) return;
  useStore.getState().filesDropped(name, files);
  navigate({ section: 'imports' });
}

/** The whole window takes files: it says so while they hover, and hands them to the imports screen. */
export function DropTarget() {
  const { t } = useTranslation('app');
  const [isOver, setOver] = useState(false);
  const depth = useRef(0);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const count = (by: number) => (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth.current += by;
      setOver(depth.current > 0);
    };
    const [enter, leave] = [count(1), count(-1)];
    const over = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      depth.current = 0;
      setOver(false);
      if (event.dataTransfer === null || !hasFiles(event)) return;
      event.preventDefault();
      readDrop(event.dataTransfer).then(({ name, files }) => take(name, files), sayProblem);
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: over, drop };
    for (const [type, listener] of Object.entries(listeners)) {
      // Every one of the four is a DragEvent's.
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
