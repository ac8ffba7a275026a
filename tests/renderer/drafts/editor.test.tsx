// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LetterTemplateId } from '#core/introductions/letter-words.ts';
import type { Draft, DraftRequest } from '#core/introductions/model.ts';
import type { Flag } from '#core/introductions/privacy/model.ts';
import { connect } from '#renderer/client/client.ts';
import { createQueryClient } from '#renderer/client/queries.ts';
import { DraftEditor } from '#renderer/drafts/DraftEditor.tsx';
import { useStore } from '#renderer/store/store.ts';
import '#renderer/strings/i18n.ts';
import { connectionTo } from '#tests/renderer/imports/fake-book.ts';

const asked: DraftRequest[] = [];
const request = { about: 'invitation', kind: 'ask_inviter', invitationId: 1 } as DraftRequest; // an id of the fake book
const style = { language: 'en', tone: 'warm', address: 'informal', channel: 'email' } as const;
const mail: Draft = {
  kind: 'reference_request',
  style,
  channels: ['email', 'linkedin_message'],
  facts: [{ name: 'other', value: 'Bo Li', from: 'card' }],
  channel: 'email',
  to: [{ fn: 'Ada Example', email: 'ada@example.org' }],
  subject: 'A question',
  body: 'Hello Ada',
};

/** Says of every letter with the word that it is a leak, and what it is without. */
const flagsOf = ({ body }: { body: string }): Flag[] => {
  const start = body.indexOf('secret');
  if (start < 0) return [];
  return [
    {
      kind: 'private_note',
      part: 'body',
      start,
      end: start + 6,
      text: 'secret',
      source: { fn: 'Ada Example', record: 'note' },
      without: body.replace(' secret', ''),
    },
  ];
};

async function open(draft: Draft, profileUrl?: string) {
  const saved: unknown[] = [];
  asked.length = 0;
  const eml = (input: never) => {
    saved.push(input);
    return { fileName: 'a-question.eml', text: 'X-Unsent: 1' };
  };
  const check = (input: never) => flagsOf(input);
  const write = (input: never) => {
    asked.push(input);
    return draft;
  };
  await connect(connectionTo({ introductions: { draft: write, eml, check } }));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <DraftEditor request={request} profileUrl={profileUrl} />
    </QueryClientProvider>,
  );
  await screen.findByLabelText('Letter');
  return saved;
}

beforeEach(() => useStore.setState({ toasts: [] }));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the letter editor', () => {
  it('opens the edited letter in a mail program, to the address typed', async () => {
    const opened = vi.spyOn(window, 'open').mockReturnValue(null);
    await open({ ...mail, to: [{ fn: 'Ada Example', email: '' }] });
    const button = screen.getByRole('button', { name: 'Open in mail program' });
    expect(button).toHaveProperty('disabled', true);
    const user = userEvent.setup();
    await user.type(screen.getByLabelText('To Ada Example'), 'ada@example.com');
    fireEvent.change(screen.getByLabelText('Letter'), { target: { value: 'Changed' } });
    await user.click(button);
    const href = 'mailto:ada@example.com?subject=A%20question&body=Changed';
    // All of it is there to be read, and nothing has been opened yet.
    expect(await screen.findByText(href)).toBeTruthy();
    expect(opened).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Open it' }));
    await waitFor(() => expect(opened.mock.calls[0]?.[0]).toBe(href));
    expect(await screen.findByText(/If no mail program has opened/)).toBeTruthy();
  });

  it('offers the owner’s own words, and forgets them where another tone is chosen', async () => {
    const id = LetterTemplateId.parse(7);
    const own = [{ id, name: 'Sunday', language: 'de', tone: 'short' }] as const;
    await open({ ...mail, words: { used: 'shipped', own: [...own] } });
    const user = userEvent.setup();
    await user.selectOptions(screen.getByLabelText('Words'), 'My words: Sunday (German, Short)');
    await waitFor(() => expect(asked.at(-1)?.style).toMatchObject({ words: id }));
    cleanup();
    const german = { ...style, language: 'de', tone: 'short' } as const;
    await open({ ...mail, style: german, words: { used: id, own: [...own] } });
    await user.selectOptions(screen.getByLabelText('Tone'), 'warm');
    await waitFor(() => expect(asked.at(-1)?.style).toMatchObject({ language: 'de', tone: 'warm' }));
    expect(asked.at(-1)?.style?.words).toBeUndefined();
  });

  it('says so when a letter is too long for a link, and still saves it as a file', async () => {
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const saved = await open({ ...mail, body: 'long '.repeat(500) });
    expect(screen.getByText(/Too long to hand to a mail program/)).toBeTruthy();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Save as .eml' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]).toMatchObject({ to: mail.to, subject: 'A question' });
  });

  it('counts down what the channel takes and does not copy what would be cut', async () => {
    await open({
      kind: 'brief_note',
      style: { ...style, channel: 'linkedin_note' },
      channels: ['linkedin_note'],
      facts: [],
      channel: 'linkedin_note',
      to: [{ fn: 'Ada', email: '' }],
      subject: '',
      body: 'Hello',
      limit: 10,
    });
    expect(screen.getByText('5 characters left of 10')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Letter'), { target: { value: 'Hello there Ada' } });
    expect(screen.getByText('5 characters too many; this channel takes 10').getAttribute('role')).toBe(
      'status',
    );
    expect(screen.getByRole('button', { name: 'Copy' })).toHaveProperty('disabled', true);
    expect(screen.queryByRole('button', { name: 'Open in mail program' })).toBeNull();
  });

  it('shows who reads along in Bcc, and takes another address for them', async () => {
    const saved = await open({ ...mail, bcc: [{ fn: 'Bo Li', email: 'bo@example.org' }] });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const user = userEvent.setup();
    expect(screen.getByLabelText('Bcc Bo Li')).toHaveProperty('value', 'bo@example.org');
    fireEvent.change(screen.getByLabelText('Bcc Bo Li'), { target: { value: 'li@example.test' } });
    await user.click(screen.getByRole('button', { name: 'Save as .eml' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]).toMatchObject({ to: mail.to, bcc: [{ fn: 'Bo Li', email: 'li@example.test' }] });
  });
});

describe('a letter that was edited', () => {
  it('keeps what was written by hand where only the owner’s words for it change, and writes it anew on a press', async () => {
    const write = ({ purpose }: { purpose: string }) => ({ ...mail, body: `Hello Ada. ${purpose}` });
    await connect(connectionTo({ introductions: { draft: write, check: () => [] } }));
    const query = createQueryClient();
    const about = { about: 'person', kind: 'thank_you', to: 1, why: '' } as const;
    const shown = (purpose: string) => (
      <QueryClientProvider client={query}>
        {/* An id of the fake book. */}
        <DraftEditor request={{ ...about, purpose } as DraftRequest} />
      </QueryClientProvider>
    );
    const { rerender } = render(shown('Maps.'));
    const letter = await screen.findByLabelText('Letter');
    fireEvent.change(letter, { target: { value: 'Mine' } });
    expect(screen.getByRole('button', { name: 'Back to the draft' })).toBeTruthy();
    rerender(shown('Old maps.'));
    expect(await screen.findByText(/Your text stays until/)).toBeTruthy();
    expect(screen.getByLabelText('Letter')).toHaveProperty('value', 'Mine');
    fireEvent.click(screen.getByRole('button', { name: 'Write it anew' }));
    expect(screen.getByLabelText('Letter')).toHaveProperty('value', 'Hello Ada. Old maps.');
    expect(screen.queryByText(/Your text stays until/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Put back what it was' }));
    expect(screen.getByLabelText('Letter')).toHaveProperty('value', 'Mine');
    // About somebody else it is another letter.
    rerender(
      <QueryClientProvider client={query}>
        <DraftEditor request={{ ...about, to: 2, purpose: '' } as unknown as DraftRequest} />
      </QueryClientProvider>,
    );
    await waitFor(() => expect(screen.getByLabelText('Letter')).toHaveProperty('value', 'Hello Ada. '));
  });

  it('copies the letter as it stands and goes back to the draft', async () => {
    const writeText = vi.fn(() => Promise.resolve());
    await open(mail);
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText } as unknown as Clipboard); // all that is used
    fireEvent.change(screen.getByLabelText('Letter'), { target: { value: 'Mine [name]' } });
    fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
    await waitFor(() => expect(useStore.getState().toasts[0]?.text).toMatch(/^Copied/));
    expect(writeText).toHaveBeenCalledWith('Mine [name]');
    fireEvent.click(screen.getByRole('button', { name: 'Back to the draft' }));
    expect(screen.getByLabelText('Letter')).toHaveProperty('value', 'Hello Ada');
  });

  it('shows the whole address of a LinkedIn page, opens it on a press only, and says that nothing is sent', async () => {
    const opened = vi.spyOn(window, 'open').mockReturnValue(null);
    await open(
      { ...mail, channel: 'linkedin_message', subject: '' },
      'http://de.linkedin.com/in/Ada-Example?trk=x',
    );
    const link = screen.getByRole('link', { name: 'https://www.linkedin.com/in/ada-example/' });
    expect(opened).not.toHaveBeenCalled();
    fireEvent.click(link);
    expect(opened.mock.calls[0]?.[0]).toBe('https://www.linkedin.com/in/ada-example/');
    expect(screen.getByText(/Acquaint never sends anything/)).toBeTruthy();
  });
});

describe('the privacy check of a letter', () => {
  it('asks once more before a flagged letter leaves, and anew once it has changed', async () => {
    const writeText = vi.fn(() => Promise.resolve());
    await open({ ...mail, body: 'Your secret is out' });
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText } as unknown as Clipboard); // all that is used
    const copy = screen.getByRole('button', { name: 'Copy' });
    fireEvent.click(copy);
    expect((await screen.findByRole('alert')).textContent).toMatch(/^There is 1 thing above to look at/);
    expect(writeText).not.toHaveBeenCalled();
    fireEvent.change(screen.getByLabelText('Letter'), { target: { value: 'The secret is out' } });
    expect(screen.queryByRole('alert')).toBeNull();
    fireEvent.click(copy);
    await screen.findByRole('alert');
    fireEvent.click(copy);
    await waitFor(() => expect(writeText).toHaveBeenCalledWith('The secret is out'));
  });

  it('takes a flagged thing out with one press, and puts it back with another', async () => {
    await open({ ...mail, body: 'Your secret is out' });
    expect(await screen.findByText('1 thing to look at before it leaves')).toBeTruthy();
    expect(screen.getByText(/^From your note about/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Take it out: secret' }));
    expect(screen.getByLabelText('Letter')).toHaveProperty('value', 'Your is out');
    expect(await screen.findByText('Nothing in it looks private.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Put back what it was' }));
    expect(screen.getByLabelText('Letter')).toHaveProperty('value', 'Your secret is out');
  });
});

describe('how a letter is written', () => {
  it('is written anew in another language and tone, and keeps what was typed within reach', async () => {
    await open(mail);
    fireEvent.change(screen.getByLabelText('Letter'), { target: { value: 'Mine' } });
    fireEvent.change(screen.getByLabelText('Language'), { target: { value: 'de' } });
    await waitFor(() => expect(asked.at(-1)?.style).toEqual({ language: 'de' }));
    fireEvent.change(screen.getByLabelText('Tone'), { target: { value: 'formal' } });
    await waitFor(() => expect(asked.at(-1)?.style).toEqual({ language: 'de', tone: 'formal' }));
    expect(screen.getByLabelText('Letter')).toHaveProperty('value', 'Hello Ada');
    fireEvent.click(screen.getByRole('button', { name: 'Put back what it was' }));
    expect(screen.getByLabelText('Letter')).toHaveProperty('value', 'Mine');
  });

  it('says which record each fact is from', async () => {
    await open(mail);
    expect(screen.getByText('What your book filled in')).toBeTruthy();
    expect(screen.getByText('from their page')).toBeTruthy();
  });
});
