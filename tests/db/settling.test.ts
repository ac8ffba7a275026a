import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Settling } from '#db/settling.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched() {
  const settled = vi.fn<() => void>();
  return { settled, settling: new Settling(settled) };
}

describe('when the first questions are answered', () => {
  it('is a moment after the last answer, once', () => {
    const { settled, settling } = watched();
    settling.begins();
    settling.begins();
    settling.ends();
    vi.advanceTimersByTime(1000);
    expect(settled).not.toHaveBeenCalled();
    settling.ends();
    vi.advanceTimersByTime(1000);
    expect(settled).toHaveBeenCalledTimes(1);
    settling.begins();
    settling.ends();
    vi.advanceTimersByTime(10_000);
    expect(settled).toHaveBeenCalledTimes(1);
  });

  it('waits for the question to which an answer leads', () => {
    const { settled, settling } = watched();
    for (let question = 0; question < 5; question += 1) {
      settling.begins();
      settling.ends();
      vi.advanceTimersByTime(100);
    }
    expect(settled).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(settled).toHaveBeenCalledTimes(1);
  });

  it('is at once where somebody waits for more than the reader knows', () => {
    const { settled, settling } = watched();
    settling.begins();
    settling.settle();
    expect(settled).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(10_000);
    expect(settled).toHaveBeenCalledTimes(1);
  });

  it('does not wait for ever for a question that never ends', () => {
    const { settled, settling } = watched();
    settling.begins();
    vi.advanceTimersByTime(4000);
    expect(settled).toHaveBeenCalledTimes(1);
  });

  it('is never where nobody has asked: the host has its own patience', () => {
    const { settled } = watched();
    vi.advanceTimersByTime(60_000);
    expect(settled).not.toHaveBeenCalled();
  });
});
