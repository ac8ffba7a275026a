import { beforeEach, describe, expect, it } from 'vitest';
import { useStore } from '#renderer/store/store.ts';

describe('what floats above the panes', () => {
  const { openOverlay, closeOverlay } = useStore.getState();
  beforeEach(() => closeOverlay());

  it('gives way only where nothing is being written in it', () => {
    for (const [there, asked, shown] of [
      ['met', 'palette', 'met'],
      ['export', 'met', 'export'],
      ['palette', 'met', 'met'],
      ['shortcuts', 'palette', 'palette'],
    ] as const) {
      closeOverlay();
      openOverlay(there);
      openOverlay(asked);
      expect(useStore.getState().overlay, `${asked} over ${there}`).toBe(shown);
    }
  });
});
