import { useStore } from '#renderer/store/store.ts';
import { ImportBatchId } from '#core/imports/model.ts';
import { BatchScreen } from './BatchScreen.tsx';
import { StartScreen } from './StartScreen.tsx';

/** The detail pane: one import, or the way to begin one. */
export function ImportScreen() {
  const id = ImportBatchId.safeParse(useStore((state) => state.route.id));
  return id.success ? <BatchScreen key={id.data} id={id.data} /> : <StartScreen />;
}
