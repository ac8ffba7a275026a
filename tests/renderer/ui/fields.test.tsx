// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hueOf, initialsOf } from '#renderer/ui/Avatar.tsx';
import { Chips } from '#renderer/ui/Chips.tsx';
import { DateField } from '#renderer/ui/DateField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';

afterEach(cleanup);

describe('a date field', () => {
  const seen = vi.fn<(date: string | undefined) => void>();
  function When() {
    const [date, setDate] = useState<string>();
    return (
      <DateField
        label="When"
        wrong="Not a date"
        value={date}
        onDate={(next) => {
          setDate(next);
          seen(next);
        }}
        write={(written) => `<${written}>`}
        language="en"
      />
    );
  }

  it('takes what is typed at once and writes it in words when left', async () => {
    render(<When />);
    const field = screen.getByRole('textbox', { name: 'When' });
    await userEvent.type(field, 'May 2024');
    expect(seen).toHaveBeenLastCalledWith('2024-05');
    await userEvent.tab();
    expect(field).toHaveProperty('value', '<2024-05>');
  });

  it('says so when the text could be two days, and keeps the text', async () => {
    render(<When />);
    const field = screen.getByRole('textbox', { name: 'When' });
    await userEvent.type(field, '5/6/2024');
    expect(screen.queryByRole('alert')).toBeNull();
    await userEvent.tab();
    expect(screen.getByRole('alert').textContent).toBe('Not a date');
    expect(field).toHaveProperty('value', '5/6/2024');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(seen).toHaveBeenLastCalledWith(undefined);
  });
});

describe('chips', () => {
  function Mails() {
    const [values, setValues] = useState<readonly string[]>(['a@example.org']);
    return (
      <Field label="E-mail">
        <Chips values={values} onValues={setValues} removeLabel={(value) => `Remove ${value}`} />
      </Field>
    );
  }

  it('adds with Enter or comma, not twice, and takes the last back with Backspace', async () => {
    render(<Mails />);
    const field = screen.getByRole('textbox', { name: 'E-mail' });
    await userEvent.type(field, 'b@example.org{Enter}a@example.org,');
    expect(screen.getAllByRole('button')).toHaveLength(2);
    await userEvent.type(field, '{Backspace}');
    expect(field).toHaveProperty('value', 'b@example.org');
    expect(screen.getAllByRole('button')).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Remove a@example.org' }));
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });
});

describe('a dialog', () => {
  it('puts the cursor into its first field and gives the focus back when it goes', async () => {
    const onClose = vi.fn<() => void>();
    function Page() {
      const [isOpen, setOpen] = useState(false);
      return (
        <>
          <button type="button" onClick={() => setOpen(true)}>
            Open
          </button>
          {isOpen ? (
            <Dialog
              title="Met someone"
              closeLabel="Close"
              onClose={() => {
                onClose();
                setOpen(false);
              }}
            >
              <input aria-label="Whom" />
            </Dialog>
          ) : null}
        </>
      );
    }
    render(<Page />);
    const opener = screen.getByRole('button', { name: 'Open' });
    await userEvent.click(opener);
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Whom' }));
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(onClose).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(opener);
  });
});

describe('initials', () => {
  it.each([
    ['Ana Ruiz', 'AR'],
    ['Maximiliane-Friederike von der Hohenstein', 'MH'],
    ['田中美咲', '田'],
    ['ليلى حداد', 'ل'],
    ['cher', 'C'],
    ['😀 Ana', 'A'],
    ['', ''],
  ])('of %j are %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('stand on one of twelve hues that the id alone decides', () => {
    const hues = new Set(Array.from({ length: 500 }, (_, id) => hueOf(id + 1)));
    expect([...hues].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, hue) => hue));
    expect(hueOf(7)).toBe(hueOf(7));
  });
});
