// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { targetOf, VirtualList } from '#renderer/ui/VirtualList.tsx';

afterEach(cleanup);

// The virtual DOM of the tests has no layout; the list would think it has no height and show nothing.
vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(320);

const onOpen = vi.fn<(index: number) => void>();
const onRange = vi.fn<(first: number, last: number) => void>();

function Names({ count, missing = -1 }: { readonly count: number; readonly missing?: number }) {
  const [at, setAt] = useState(-1);
  return (
    <VirtualList
      label="Names"
      count={count}
      rowAt={(index) => (index === missing ? undefined : `Name ${index}`)}
      render={(name) => name}
      selectedIndex={at}
      onSelect={setAt}
      onOpen={onOpen}
      onRange={onRange}
    />
  );
}

const list = () => screen.getByRole('listbox', { name: 'Names' });
const selected = () => screen.queryByRole('option', { selected: true })?.textContent;
const press = (key: string) => fireEvent.keyDown(list(), { key });

describe('the keys of a list', () => {
  it.each([
    ['ArrowDown', 4, 5],
    ['j', 9, 9],
    ['ArrowUp', 4, 3],
    ['k', 0, 0],
    ['j', -1, 0],
    ['k', -1, 0],
    ['Home', 7, 0],
    ['End', 2, 9],
    ['PageDown', 2, 7],
    ['PageDown', 8, 9],
    ['PageUp', 8, 3],
  ])('%s leads from %i to %i', (key, from, to) => {
    expect(targetOf(key, from, 10, 5)).toBe(to);
  });

  it('leaves every other key alone', () => {
    expect(targetOf('x', 3, 10, 5)).toBeUndefined();
  });

  it('moves with arrows and letters, names the row to readers and opens it with Enter', () => {
    render(<Names count={50} />);
    press('ArrowDown');
    expect(selected()).toBe('Name 0');
    press('j');
    press('j');
    press('k');
    expect(selected()).toBe('Name 1');
    const active = list().getAttribute('aria-activedescendant');
    expect(document.querySelector(`[id="${active}"]`)?.textContent).toBe('Name 1');
    press('Enter');
    expect(onOpen).toHaveBeenLastCalledWith(1);
  });

  it('leaves shortcuts with a modifier to the window', () => {
    render(<Names count={5} />);
    const event = new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true, cancelable: true });
    list().dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
    expect(selected()).toBeUndefined();
  });

  it('chooses the row that is pressed', () => {
    render(<Names count={50} />);
    fireEvent.click(screen.getByText('Name 3'));
    expect(selected()).toBe('Name 3');
  });
});

describe('a long list', () => {
  it('holds only the rows in view, and says how many there are', () => {
    render(<Names count={100_000} />);
    const rows = screen.getAllByRole('option');
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.length).toBeLessThan(60);
    expect(rows[0]?.getAttribute('aria-setsize')).toBe('100000');
    expect(rows[0]?.getAttribute('aria-posinset')).toBe('1');
    expect(onRange).toHaveBeenLastCalledWith(0, rows.length - 1);
  });

  it('keeps the place of a row that is still on the way', () => {
    render(<Names count={20} missing={2} />);
    const row = screen.getAllByRole('option')[2];
    expect(row?.textContent).toBe('');
    expect(row?.getAttribute('aria-posinset')).toBe('3');
  });
});
