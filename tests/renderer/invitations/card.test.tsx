// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Exposed } from '#core/invitations/model.ts';
import { anInvitation, aVetting } from './builders.ts';
import { open, useQueue } from './open-queue.tsx';

useQueue();

describe('the verdict card', () => {
  it('lists evidence for, against and open, with what would change it and what accepting shows', async () => {
    await open({
      vetting: {
        reasons: [
          {
            code: 'event_attended',
            stance: 'for',
            params: { event: 'LoomConf' },
            on: '2025-05-03',
            source: { kind: 'event', eventId: 3 as never },
          },
          { code: 'no_encounter', stance: 'against', params: {} },
          { code: 'no_named_mutual', stance: 'open', params: {}, source: { kind: 'invitation' } },
        ],
        wouldChange: [{ code: 'if_met', params: {}, verdict: 'ACCEPT_MET' }],
      },
    });
    const speaksFor = within(await screen.findByRole('list', { name: 'What speaks for it' }));
    expect(speaksFor.getByText('You were at LoomConf')).toBeTruthy();
    expect(speaksFor.getByRole('link', { name: 'Open the event' }).getAttribute('href')).toBe('#/events/3');
    expect(screen.getByText('No record of meeting this person')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Open the message' }));
    expect(document.activeElement?.textContent).toContain('Great talking');
    expect(screen.getByText('If you remember where you met')).toBeTruthy();
    expect(screen.getByText(/browse your 1,412 connections\. They would see the 7 people/)).toBeTruthy();
  });

  it('takes what is missing on the spot', async () => {
    const calls = await open({ vetting: { missing: ['mutuals'] } });
    const user = userEvent.setup();
    const field = await screen.findByRole('textbox', { name: 'Mutual connections' });
    await user.type(field, 'Bo Example and 8 other mutual connections{Enter}');
    await waitFor(() => expect(calls[0]?.[0]).toBe('update'));
    expect(calls[0]?.[1]).toMatchObject({ id: 1, form: { mutualNames: ['Bo Example'], mutualCount: 9 } });
  });

  it('logs where they met from the card, with the event the message names', async () => {
    const calls = await open({
      vetting: {
        missing: ['encounter'],
        reasons: [
          {
            code: 'event_attended',
            stance: 'for',
            params: { event: 'LoomConf' },
            on: '2025-05-03',
            source: { kind: 'event', eventId: 3 as never },
          },
        ],
      },
    });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: /Yes, I remember/ }));
    await user.click(screen.getByRole('button', { name: 'Log it' }));
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]).toEqual([
      'logEncounter',
      expect.objectContaining({
        eventId: 3,
        metOn: '2025-05-03',
        who: {
          kind: 'new',
          contact: expect.objectContaining({ given: 'Ada', family: 'Example', urls: [anInvitation().url] }),
        },
      }),
    ]);
  });

  it('asks why when the decision goes against it, and keeps the reason', async () => {
    const calls = await open({ vetting: { verdict: 'IGNORE' } });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: /Decide otherwise/ }));
    await user.click(await screen.findByRole('menuitem', { name: /^Accept/ }));
    await user.type(await screen.findByLabelText('Why you decide this way'), 'A neighbour');
    await user.click(screen.getByRole('button', { name: 'Decide' }));
    await waitFor(() =>
      expect(calls).toEqual([['decide', { id: 1, decision: 'accept', reason: 'A neighbour' }]]),
    );
  });

  it('shows past decisions with the evidence they were taken on', async () => {
    const vetting = aVetting({
      verdict: 'REPORT',
      reasons: [{ code: 'scam_money', stance: 'against', params: { quote: 'send money' } }],
    });
    await open({
      invitations: [anInvitation({ state: 'accepted' })],
      decisions: [{ decision: 'accept', reason: 'A neighbour', decidedAt: '2025-05-03T10:00:00Z', vetting }],
    });
    expect(await screen.findByText('A neighbour')).toBeTruthy();
    expect(screen.getByText('The book said: Report')).toBeTruthy();
    expect(screen.getByText('Asks for money: “send money”')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Open it again' })).toBeTruthy();
  });
});

describe('the evidence on the card', () => {
  it('says which evidence decides, keeps small signs apart with what else explains them, and names the rules when asked', async () => {
    await open({
      vetting: {
        rule: 'R12',
        matching: [
          { rule: 'R12', verdict: 'ASK_MUTUALS' },
          { rule: 'R15', verdict: 'IGNORE' },
        ],
        reasons: [
          {
            code: 'mutual_known',
            stance: 'for',
            rule: 'R12',
            params: { fn: 'Bo Example', level: 'know' },
            source: { kind: 'contact', contactId: 101 as never },
            decisive: true,
            batchId: 9,
          },
          { code: 'signal_unverified', stance: 'open', params: {} },
        ],
      },
    });
    const speaksFor = within(await screen.findByRole('list', { name: 'What speaks for it' }));
    expect(speaksFor.getByText('This decides')).toBeTruthy();
    expect(speaksFor.getByRole('link', { name: 'Open the import' }).getAttribute('href')).toBe('#/imports/9');
    const signs = within(screen.getByRole('list', { name: 'Small signs, none of which decides' }));
    expect(signs.getByText('LinkedIn has verified nothing about them')).toBeTruthy();
    expect(signs.getByText(/Most people never ask for it/)).toBeTruthy();
    expect(signs.queryByText('This decides')).toBeNull();
    expect(screen.queryByText(/R12/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Show the rules' }));
    expect(speaksFor.getByText('R12 · People you share can be asked')).toBeTruthy();
    const rules = within(screen.getByRole('list', { name: 'Rules that match, the first decides' }));
    expect(rules.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
      'R12 · People you share can be askedthen: Ask somebody who knows both',
      'R15 · A stranger who says nothingthen: Let it rest',
    ]);
  });

  it('names the confidential people a yes would show, and the shared ones no setting hides', async () => {
    const contactId = (id: number) => id as NonNullable<Exposed['shared'][number]['contactId']>; // of the fake book
    await open({
      exposed: {
        confidential: [{ contactId: contactId(5), fn: 'Cyd Example', isConfidential: true }],
        confidentialCount: 3,
        shared: [
          { contactId: contactId(6), fn: 'Dee Example', isConfidential: true },
          { fn: 'Somebody Else' },
        ],
      },
    });
    const secret = within(await screen.findByRole('list', { name: /you keep 3 confidential/ }));
    expect(secret.getByRole('link', { name: 'Cyd Example' }).getAttribute('href')).toBe('#/people/5');
    expect(screen.getByText('and 2 more')).toBeTruthy();
    const shared = within(screen.getByRole('list', { name: 'Seen in any case:' }));
    expect(shared.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
      'Dee Example confidential',
      'Somebody Else',
    ]);
  });

  it('shows what the page says about itself', async () => {
    const aboutProfile = { joined: '2026-01', verified: false };
    await open({ invitations: [anInvitation({ aboutProfile, batchId: 4 })] });
    const about = await screen.findByRole('region', { name: 'About this profile' });
    expect(about.textContent).toContain('JoinedJanuary 2026');
    expect(about.textContent).toContain('VerifiedNo');
    expect(screen.getByRole('link', { name: 'Open the import' }).getAttribute('href')).toBe('#/imports/4');
  });
});
