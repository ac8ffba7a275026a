// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { Component, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { late, loadLateParts } from '#renderer/ui/late.tsx';

beforeEach(() => {
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run, 0));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const Named = ({ name }: { readonly name: string }) => <p>Here is {name}</p>;

class Boundary extends Component<{ readonly children: ReactNode }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? <p>Failed</p> : this.props.children;
  }
}

describe('a part that comes late', () => {
  it('is loaded when it is shown, once', async () => {
    const load = vi.fn(async () => Promise.resolve(Named));
    const Late = late(load);
    expect(load).not.toHaveBeenCalled();
    await act(async () => {
      render(
        <Suspense fallback="waiting">
          <Late name="Ana" />
          <Late name="Tom" />
        </Suspense>,
      );
      await Promise.resolve();
    });
    expect(screen.getByText('Here is Ana')).toBeDefined();
    expect(screen.getByText('Here is Tom')).toBeDefined();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('is shown at once when it is there: the next key is for what it opened', async () => {
    const Late = late(async () => Promise.resolve(Named));
    await loadLateParts();
    render(
      <Suspense fallback="waiting">
        <Late name="Ana" />
      </Suspense>,
    );
    // Nothing has been awaited since.
    expect(screen.queryByText('waiting')).toBeNull();
    expect(screen.getByText('Here is Ana')).toBeDefined();
  });

  it('is tried again by whoever wants it next, where it did not come', async () => {
    const load = vi
      .fn<() => Promise<typeof Named>>()
      .mockRejectedValueOnce(new Error('not there'))
      .mockResolvedValue(Named);
    const Late = late(load);
    await loadLateParts();
    await act(async () => {
      render(
        <Boundary>
          <Suspense fallback="waiting">
            <Late name="Ana" />
          </Suspense>
        </Boundary>,
      );
      await Promise.resolve();
    });
    expect(screen.getByText('Here is Ana')).toBeDefined();
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('says so where it does not come, instead of trying for ever', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const load = vi.fn<() => Promise<typeof Named>>().mockRejectedValue(new Error('not there'));
    const Late = late(load);
    await act(async () => {
      render(
        <Boundary>
          <Suspense fallback="waiting">
            <Late name="Ana" />
          </Suspense>
        </Boundary>,
      );
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
    expect(screen.getByText('Failed')).toBeDefined();
    expect(load).toHaveBeenCalledTimes(1);
    vi.mocked(console.error).mockRestore();
  });

  it('is shown when it has come, without a word of React’s about how it waits', async () => {
    const said = vi.spyOn(console, 'error');
    const Late = late(async () => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      return Named;
    });
    // As in the page: what the test library does around rendering is about promises that are waited for in it.
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
    const place = document.body.appendChild(document.createElement('div'));
    const root = createRoot(place);
    root.render(
      <Suspense fallback="waiting">
        <Late name="Ana" />
      </Suspense>,
    );
    await expect.poll(() => place.textContent, { timeout: 5000 }).toBe('Here is Ana');
    expect(said).not.toHaveBeenCalled();
    root.unmount();
    said.mockRestore();
  });

  it('is loaded with those that a part has brought itself', async () => {
    const inner = vi.fn(async () => Promise.resolve(Named));
    late(async () => {
      late(inner);
      return Promise.resolve(Named);
    });
    await loadLateParts();
    expect(inner).toHaveBeenCalledTimes(1);
  });
});
