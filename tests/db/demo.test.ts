// The made-up network as a book: what somebody sees who looks around in it before they have one of their own.
import { expect, it } from 'vitest';
import { Verdict } from '#core/invitations/model.ts';
import { testBook } from './harness.ts';

it('has an invitation for every verdict there is', async () => {
  const { client } = await testBook({ demo: true });
  const { rows } = await client.invitations.list({ show: 'all', page: { offset: 0, limit: 100 } });
  const there = new Set(rows.map(({ verdict }) => verdict));
  expect(Verdict.options.filter((verdict) => !there.has(verdict))).toEqual([]);
});
