import { expect, it } from 'vitest';
import { ContactForm } from '#core/contacts/model.ts';
import { parseConnections } from '#core/imports/sources/linkedin-connections.ts';
import { parseInvitations } from '#core/imports/sources/linkedin-invitations.ts';
import { aConnection, anInvitation, connectionsCsv, invitationsCsv } from '#tests/fixtures/linkedin.ts';

// A name of 288 letters was imported, and the page of that person could not be opened again.
it('imports no more of a name, a company or a position than the form of a person takes', () => {
  const long = 'Hubertus'.repeat(60);
  const { contacts } = parseConnections(
    connectionsCsv(aConnection({ first: long, last: long, slug: 'a', company: long, position: long })),
  );
  const [{ n, properties } = { n: undefined, properties: [] }] = contacts;
  const valueOf = (name: string) => properties.find((property) => property.name === name)?.value;
  const form = ContactForm.safeParse({
    given: n?.given,
    family: n?.family,
    org: valueOf('ORG'),
    title: valueOf('TITLE'),
  });
  expect(form.success).toBe(true);
  expect(n?.given).toBe(long.slice(0, 200));
});

it('never cuts a letter in half', () => {
  const { invitations } = parseInvitations(invitationsCsv(anInvitation({ fn: `${'a'.repeat(199)}𝒜𝒜` })));
  expect(invitations[0]?.fn).toBe('a'.repeat(199));
});
