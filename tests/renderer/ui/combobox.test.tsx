// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useEffect, useRef, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Combobox } from '#renderer/ui/Combobox.tsx';
import { Field } from '#renderer/ui/Field.tsx';

afterEach(cleanup);

const onChoose = vi.fn<(name: string) => void>();
const onCreate = vi.fn<(name: string) => void>();
const onEnter = vi.fn<() => void>();
beforeEach(() => {
  onChoose.mockClear();
  onCreate.mockClear();
  onEnter.mockClear();
});

const NAMES = ['Ana Ruiz', 'Ana Okafor', 'Tom Weber'];

function WhomField() {
  const [text, setText] = useState('');
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={(event) => event.key === 'Enter' && onEnter()}>
      <Field label="Whom" hint="A name">
        <Combobox
          text={text}
          onText={setText}
          options={text === '' ? [] : NAMES.filter((name) => name.toLowerCase().includes(text.toLowerCase()))}
          keyOf={(name) => name}
          render={(name) => name}
          onChoose={(name) => {
            setText(name);
            onChoose(name);
          }}
          create={text === '' ? undefined : { label: `Add ${text}`, run: () => onCreate(text) }}
          none="Nobody"
          listLabel="People"
        />
      </Field>
    </div>
  );
}

const field = () => screen.getByRole('combobox', { name: 'Whom' });

describe('a field with a list', () => {
  it('highlights the first match, so that typing and Enter is enough', async () => {
    render(<WhomField />);
    await userEvent.type(field(), 'ana{Enter}');
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('Ana Ruiz');
    expect(onEnter).not.toHaveBeenCalled();
    expect(field().getAttribute('aria-expanded')).toBe('false');
  });

  it('moves with the arrows and round the ends, down to what can be added', async () => {
    render(<WhomField />);
    await userEvent.type(field(), 'ana{ArrowDown}{Enter}');
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('Ana Okafor');
    await userEvent.clear(field());
    await userEvent.type(field(), 'ana{ArrowUp}');
    expect(screen.getByRole('option', { selected: true }).textContent).toBe('Add ana');
    await userEvent.keyboard('{Enter}');
    expect(onCreate).toHaveBeenCalledExactlyOnceWith('ana');
  });

  it('names the highlighted line and its hint to readers', async () => {
    render(<WhomField />);
    await userEvent.type(field(), 'tom');
    const active = field().getAttribute('aria-activedescendant');
    expect(document.querySelector(`[id="${active}"]`)?.textContent).toBe('Tom Weber');
    const hint = field().getAttribute('aria-describedby');
    expect(document.querySelector(`[id="${hint}"]`)?.textContent).toBe('A name');
  });

  it('closes on Escape and leaves the dialog around it open', async () => {
    const onEscape = vi.fn<() => void>();
    render(
      // eslint-disable-next-line jsx-a11y/no-static-element-interactions
      <div onKeyDown={(event) => event.key === 'Escape' && onEscape()}>
        <WhomField />
      </div>,
    );
    await userEvent.type(field(), 'ana{Escape}');
    expect(field().getAttribute('aria-expanded')).toBe('false');
    expect(onEscape).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(onEscape).toHaveBeenCalledOnce();
  });

  it('leaves Enter to an input method that is composing a name', async () => {
    render(<WhomField />);
    await userEvent.type(field(), 'ana');
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
    expect(onChoose).not.toHaveBeenCalled();
  });

  it('takes the line that is pressed', async () => {
    render(<WhomField />);
    await userEvent.type(field(), 'ana');
    await userEvent.click(screen.getByRole('option', { name: 'Ana Okafor' }));
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('Ana Okafor');
  });
});

/** "ana" is typed, and the book has answered so far, or not yet. */
const offered = (
  options: readonly string[],
  isPending: boolean,
  create?: { readonly label: string; readonly run: () => void },
) => (
  <Combobox
    text="ana"
    onText={() => undefined}
    options={options}
    isPending={isPending}
    keyOf={(name) => name}
    render={(name) => name}
    onChoose={onChoose}
    create={create}
    none="Nobody"
    listLabel="People"
    label="Whom"
  />
);

// Somebody who is in the book was added a second time: Enter came before what the book had found.
it('waits with Enter until the options answer the text that is typed', async () => {
  const create = { label: 'Add ana', run: () => onCreate('ana') };
  const { rerender } = render(offered([], true, create));
  await userEvent.click(field());
  await userEvent.keyboard('{Enter}');
  expect(onCreate).not.toHaveBeenCalled();
  rerender(offered(['Ana Ruiz'], false, create));
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('Ana Ruiz');
  expect(onCreate).not.toHaveBeenCalled();
});

// A meeting was not logged: the second of two quick Enters was lost while the book was still looking.
it('presses once more, where the taking has led, what was pressed while the options were on their way', async () => {
  function Met({ options, isPending }: { readonly options: readonly string[]; readonly isPending: boolean }) {
    const [who, setWho] = useState('');
    const note = useRef<HTMLInputElement>(null);
    useEffect(() => {
      if (who !== '') note.current?.focus();
    }, [who]);
    return (
      <>
        <Combobox
          text={who === '' ? 'ana' : who}
          onText={() => undefined}
          options={options}
          isPending={isPending}
          keyOf={(name) => name}
          render={(name) => name}
          onChoose={(name) => {
            setWho(name);
            onChoose(name);
          }}
          none="Nobody"
          listLabel="People"
          label="Whom"
        />
        <input
          aria-label="Note"
          ref={note}
          onKeyDown={({ key }) => key === 'Enter' && who === 'Ana Ruiz' && onEnter()}
        />
      </>
    );
  }
  const { rerender } = render(<Met options={['Ana Okafor']} isPending />);
  await userEvent.click(field());
  await userEvent.keyboard('{Enter}{Enter}');
  expect(onChoose).not.toHaveBeenCalled();
  rerender(<Met options={['Ana Ruiz']} isPending={false} />);
  await vi.waitFor(() => expect(onEnter).toHaveBeenCalledOnce());
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('Ana Ruiz');
  // Nothing is left over for later.
  rerender(<Met options={['Tom Weber']} isPending={false} />);
  expect(onChoose).toHaveBeenCalledOnce();
  expect(onEnter).toHaveBeenCalledOnce();
});

// Whoever had gone down to the second name got the first one of a list that came a moment later.
it('takes the line an arrow key has chosen, also while further options are on their way', async () => {
  render(offered(['Ana Ruiz', 'Ana Okafor'], true));
  await userEvent.click(field());
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('Ana Okafor');
});

// Organisations came first and people before them: what was lit up was another line when Enter came.
it('stays on the line an arrow key has chosen when others come before it', async () => {
  const { rerender } = render(offered(['Ana Ruiz', 'Ana Okafor'], true));
  await userEvent.click(field());
  await userEvent.keyboard('{ArrowDown}');
  rerender(offered(['Ana Adeyemi', 'Ana Ruiz', 'Ana Okafor'], false));
  expect(screen.getByRole('option', { selected: true }).textContent).toBe('Ana Okafor');
  await userEvent.keyboard('{ArrowUp}{Enter}');
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('Ana Ruiz');
});

it('forgets what was pressed when the field is left before the options have come', async () => {
  const { rerender } = render(offered([], true));
  await userEvent.click(field());
  await userEvent.keyboard('{Enter}{Enter}{Tab}');
  rerender(offered(['Ana Ruiz'], false));
  expect(onChoose).not.toHaveBeenCalled();
});

// Two tags typed in one go became one: the second one's letters were put behind those of the first.
it('begins anew when typing goes on before the options have come', async () => {
  const onTypedOn = vi.fn<(before: string) => void>();
  function Tags({ isSeveral }: { readonly isSeveral: boolean }) {
    const [text, setText] = useState('');
    return (
      <Combobox
        text={text}
        onText={setText}
        options={[]}
        isPending
        keyOf={(name: string) => name}
        render={(name) => name}
        onChoose={onChoose}
        onTypedOn={isSeveral ? onTypedOn : undefined}
        none="Nobody"
        listLabel="Tags"
        label="Whom"
      />
    );
  }
  const { rerender } = render(<Tags isSeveral />);
  await userEvent.type(field(), 'maps{Enter}ink');
  expect(onTypedOn).toHaveBeenCalledExactlyOnceWith('maps');
  expect(field()).toHaveProperty('value', 'ink');
  rerender(<Tags isSeveral={false} />);
  await userEvent.clear(field());
  await userEvent.type(field(), 'ana{Enter} r');
  expect(field()).toHaveProperty('value', 'ana r');
});
