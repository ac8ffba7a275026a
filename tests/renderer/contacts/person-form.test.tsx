// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ContactForm } from '#core/contacts/model.ts';
import { connect } from '#renderer/client/client.ts';
import { createQueryClient } from '#renderer/client/queries.ts';
import { PersonScreen } from '#renderer/features/contacts/PersonScreen.tsx';
import { navigate } from '#renderer/store/store.ts';
import '#renderer/strings/i18n.ts';
import { loadLateParts } from '#renderer/ui/late.tsx';
import { TooltipProvider } from '#renderer/ui/Tooltip.tsx';
import { connectionTo } from '#tests/renderer/imports/fake-book.ts';

const value = (name: string, text: string, more: object = {}) => ({ name, value: text, ...more });

/** Opens the form of somebody, or of somebody new; answers what will be saved. */
async function open(form?: object): Promise<ContactForm[]> {
  const saved: ContactForm[] = [];
  const person = {
    id: 1,
    fn: 'Ana Ruiz',
    org: '',
    title: '',
    isOwner: false,
    form: ContactForm.parse(form ?? {}),
    properties: [],
    howWeKnow: [],
    encounters: [],
    tie: { level: 'unknown', setBy: 'rule', basis: [], unconfirmed: false, certainty: 'none' },
    invitations: [],
  };
  // A window sends what the book's own schema takes, or nothing.
  const keep = (sent: unknown) => void saved.push(ContactForm.parse(sent));
  await connect(
    connectionTo({
      contacts: {
        get: () => person,
        create: (sent) => {
          keep(sent);
          return { id: 1 };
        },
        update: ({ form: sent }: { form: unknown }) => keep(sent),
        merged: () => [],
        facetValues: ({ find }: { find: string }) =>
          ['Paper trade', 'Rowing', 'Rowing club']
            .filter((text) => text.toLowerCase().includes(find.toLowerCase()))
            .map((text) => ({ text, exact: true, people: 2 })),
      },
      network: { mutualContacts: () => [] },
      book: { summary: () => ({ counts: { contacts: 1 } }) },
    }),
  );
  navigate(
    form === undefined ? { section: 'people', mode: 'new' } : { section: 'people', id: 1, mode: 'edit' },
  );
  render(
    <QueryClientProvider client={createQueryClient()}>
      <TooltipProvider>
        <PersonScreen />
      </TooltipProvider>
    </QueryClientProvider>,
  );
  await screen.findByRole('heading', {
    level: 1,
    name: form === undefined ? 'Add a person' : 'Edit Ana Ruiz',
  });
  return saved;
}

const field = (label: string | RegExp) => screen.getByLabelText<HTMLInputElement>(label);
const part = (name: string) => within(screen.getByRole('group', { name }));
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
async function save(saved: readonly ContactForm[]): Promise<ContactForm> {
  await press('Save');
  await waitFor(() => expect(saved).toHaveLength(1));
  return saved[0]!; // waited for
}

// The screen loads the form when the page has a moment.
beforeAll(async () => {
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run, 0));
  await loadLateParts();
  vi.unstubAllGlobals();
});
afterEach(cleanup);

describe('the form of somebody new', () => {
  it('is short, and says what else there could be', async () => {
    await open();
    const labels = screen
      .getAllByRole('textbox')
      .map((box) => box.closest('div')?.querySelector('label')?.textContent);
    expect(labels).toEqual(['Given name', 'Family name', 'Role', 'Company', 'E-mail', 'Telephone', 'Note']);
    const add = part('Add more');
    expect(add.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Web',
      'Address',
      'Birthday',
      'Tags',
      'Photo',
      'More name fields',
      'More…',
    ]);
  });

  it('goes to a part that was asked for, and saves what is in it', async () => {
    const saved = await open();
    await userEvent.type(field('Given name'), 'Ana');
    await press('Address');
    expect(document.activeElement).toBe(field('Street'));
    await userEvent.keyboard('Quay 4{Enter}Door B');
    await userEvent.type(field('Town'), 'Porto');
    await press('Birthday');
    expect(document.activeElement).toBe(field('Birthday'));
    await userEvent.keyboard('17 May');
    await press('More…');
    await press('Related person');
    await userEvent.keyboard('Bo Falk');
    await userEvent.selectOptions(part('Related person').getByLabelText('Kind'), 'spouse');
    const form = await save(saved);
    expect(form.bday).toBe('--05-17');
    expect(form.more).toMatchObject([
      value('ADR', ';;Quay 4\\nDoor B;Porto;;;'),
      value('RELATED', 'Bo Falk', { type: 'spouse' }),
    ]);
  });

  it('takes one address after another, each with what it is for, one of them preferred', async () => {
    const saved = await open();
    await userEvent.type(field('Given name'), 'Ana');
    await userEvent.type(field('E-mail'), 'ana@example.org{Enter}ana@mill.example');
    const mail = part('E-mail');
    await userEvent.selectOptions(mail.getAllByLabelText('Kind')[1]!, 'Own word…'); // the second line's
    await userEvent.type(mail.getByLabelText('Own word'), 'Rowing club');
    await userEvent.click(mail.getAllByRole('button', { name: 'Preferred' })[0]!);
    await userEvent.click(mail.getAllByRole('button', { name: 'Preferred' })[1]!);
    const form = await save(saved);
    expect(form.emails).toEqual(['ana@example.org', 'ana@mill.example']);
    expect(form.more).toMatchObject([
      value('EMAIL', 'ana@example.org', { preferred: false }),
      value('EMAIL', 'ana@mill.example', { label: 'Rowing club', preferred: true }),
    ]);
  });

  it('says at the field what is wrong, and saves nothing', async () => {
    const saved = await open();
    await userEvent.type(field('E-mail'), 'ana at example');
    await press('Birthday');
    await userEvent.keyboard('31 April');
    await press('More…');
    await press('Field of my own');
    await userEvent.type(field('What it says'), 'rowing');
    await press('Save');
    expect(field('Birthday').getAttribute('aria-invalid')).toBe('true');
    await userEvent.clear(field('Birthday'));
    await press('Save');
    await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(3));
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      'A person needs a name, or at least a company.',
      'That is no e-mail address: it needs one @ and a domain.',
      'Say what this field is called.',
    ]);
    expect(document.activeElement).toBe(field('Given name'));
    expect(saved).toEqual([]);
  });

  it('keeps tags that were typed and not yet added', async () => {
    const saved = await open();
    await userEvent.type(field('Given name'), 'Ana');
    await press('Tags');
    await userEvent.keyboard('Sailing{Enter}sailing{Enter}Maps');
    const form = await save(saved);
    expect(form.more?.map((one) => one.value)).toEqual(['Sailing', 'Maps']);
  });

  it('offers tags other people have, as they have them', async () => {
    const saved = await open();
    await userEvent.type(field('Given name'), 'Ana');
    await press('Tags');
    await userEvent.keyboard('row');
    const list = within(await screen.findByRole('listbox', { name: 'Tags in the book' }));
    const offered = await list.findAllByRole('option', { name: /rowing/i });
    expect(list.getAllByRole('option')).toHaveLength(3);
    expect(offered.map(({ textContent }) => textContent)).toEqual(['Rowing', 'Rowing club']);
    await userEvent.keyboard('{Enter}PAPER TRADE');
    const form = await save(saved);
    expect(form.more?.map((one) => one.value)).toEqual(['Rowing', 'Paper trade']);
  });
});

describe('the form of somebody an import has brought', () => {
  const IMPORTED = {
    prefix: 'Dr.',
    given: 'Ana',
    family: 'Ruiz',
    org: 'Example Mill',
    units: ['Paper'],
    bday: 'around 1985',
    emails: ['ana@example.org'],
    more: [
      value('EMAIL', 'ana@example.org', { type: 'work', label: 'Desk', preferred: true }),
      value('IMPP', 'skype:ana', { service: 'Skype' }),
      value('CATEGORIES', 'Rowing'),
      value('LANG', 'pt'),
      value('X-HOBBY', 'rowing\\, paper', { label: 'Hobby' }),
      value('X-PHONETIC-LAST-NAME', 'roo-EETH'),
      value('ANNIVERSARY', '2010-06'),
    ],
  };

  it('shows all of it in words, and saves it as it was', async () => {
    const saved = await open(IMPORTED);
    expect(field('Title before the name').value).toBe('Dr.');
    expect(field('Birthday').value).toBe('around 1985');
    expect(field('Messenger').value).toBe('ana');
    expect(field('Language').value).toBe('Portuguese');
    expect(field('What it is called').value).toBe('Hobby');
    expect(field('What it says').value).toBe('rowing, paper');
    expect(field('Anniversary').value).toBe('June 2010');
    expect(field('Family name, as spoken').value).toBe('roo-EETH');
    expect(part('E-mail').getByLabelText<HTMLSelectElement>('Kind').selectedOptions[0]?.textContent).toBe(
      'Desk, work',
    );
    const form = await save(saved);
    const before = ContactForm.parse(IMPORTED);
    expect(form).toMatchObject({ ...before, more: expect.anything() });
    expect(form.more).toHaveLength(before.more?.length ?? 0);
    expect(form.more).toEqual(expect.arrayContaining(before.more ?? []));
  });

  it('lets a line go, and stays in that part of the form', async () => {
    const saved = await open(IMPORTED);
    await userEvent.click(part('Messenger').getByRole('button', { name: 'Remove' }));
    expect(document.activeElement).toBe(part('Messenger').getByRole('button', { name: 'Add another' }));
    await press('Remove Rowing');
    const form = await save(saved);
    expect(form.more?.map(({ name }) => name)).toEqual([
      'EMAIL',
      'LANG',
      'X-HOBBY',
      'X-PHONETIC-LAST-NAME',
      'ANNIVERSARY',
    ]);
  });
});
