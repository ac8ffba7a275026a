import { describe, expect, it } from 'vitest';
import { ContactForm } from '#core/contacts/model.ts';
import { TAGS } from '#core/demo/keeping-up.ts';
import { demoNetwork } from '#core/demo/network.ts';
import { EventForm } from '#core/events/model.ts';
import { advance } from '#core/introductions/lifecycle.ts';
import { progressOf } from '#core/introductions/progress.ts';
import type { IntroductionState } from '#core/introductions/model.ts';
import { InvitationForm } from '#core/invitations/model.ts';
import { daysBetween, PartialDate } from '#core/shared/dates.ts';

const today = '2026-03-01T08:00:00Z';
const demo = demoNetwork(today);
const keys = new Set(demo.contacts.map(({ key }) => key));
const fullName = ({ given, family }: ContactForm) => `${given} ${family}`.trim();

describe('the demo network', () => {
  it('is made of what the forms accept, as it is', () => {
    for (const { form } of demo.contacts) expect(ContactForm.parse(form)).toEqual(form);
    for (const { form } of demo.events) expect(EventForm.parse(form)).toEqual(form);
    for (const { form } of demo.invitations) expect(InvitationForm.parse(form)).toEqual(form);
  });

  it('names everybody once and refers only to people and events that are there', () => {
    expect(keys.size).toBe(demo.contacts.length);
    expect(new Set(demo.contacts.map(({ form }) => fullName(form))).size).toBe(demo.contacts.length);
    const events = new Set(demo.events.map(({ key }) => key));
    const named = [
      demo.owner,
      ...demo.encounters.flatMap(({ contact, introducedBy = contact }) => [contact, introducedBy]),
      ...demo.statements.flatMap(({ a, b = a }) => [a, b]),
      ...demo.introductions.flatMap(({ form }) => [form.a, form.b]),
      ...demo.invitations.flatMap(({ answers }) => answers.map(({ contact }) => contact)),
    ];
    for (const key of named) expect(keys).toContain(key);
    for (const { event } of demo.encounters) if (event !== undefined) expect(events).toContain(event);
    for (const { form, answers } of demo.invitations) {
      for (const { mutualName } of answers) expect(form.mutualNames).toContain(mutualName);
    }
  });

  it('has tags to look around by, on people who are there', () => {
    for (const [, who] of TAGS) for (const key of who) expect(keys).toContain(key);
    const tagged = demo.contacts.flatMap(({ form }) => form.more ?? []);
    expect(new Set(tagged.map(({ name }) => name))).toEqual(new Set(['CATEGORIES']));
    expect(new Set(tagged.map(({ value }) => value)).size).toBe(TAGS.length);
  });

  it('is large enough to look around in, and written in many scripts', () => {
    expect(demo.contacts.length).toBeGreaterThanOrEqual(70);
    expect(demo.events.length).toBeGreaterThanOrEqual(10);
    expect(demo.invitations.length).toBeGreaterThanOrEqual(9);
    const names = demo.contacts.map(({ form }) => fullName(form)).join(' ');
    for (const script of [
      'Han',
      'Hiragana',
      'Hangul',
      'Arabic',
      'Hebrew',
      'Cyrillic',
      'Greek',
      'Thai',
      'Tamil',
    ]) {
      expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
    }
  });

  it('uses only addresses that belong to nobody', () => {
    for (const { form } of demo.contacts) {
      for (const email of form.emails)
        expect(email).toMatch(/^[a-z0-9-]+@[a-z-]+\.example\.(?:org|com|net)$/);
      for (const url of form.urls) expect(new URL(url).hostname).toBe('www.linkedin.com');
    }
    const urls = demo.contacts.flatMap(({ form }) => form.urls);
    expect(new Set(urls).size).toBe(urls.length);
  });

  it('counts its dates back from today, the same way every time', () => {
    expect(demoNetwork(today)).toEqual(demo);
    const wine = (at: string) => demoNetwork(at).events.find(({ key }) => key === 'stories')?.form.dtstart;
    expect([wine(today), wine('2024-03-01T08:00:00Z'), wine('2024-03-20T00:00')]).toEqual([
      '2026-02-10',
      '2024-02-11',
      '2024-03-01',
    ]);
    for (const { metOn } of demo.encounters) {
      expect(PartialDate.safeParse(metOn).success).toBe(true);
      expect(daysBetween(metOn, today)).toBeGreaterThan(0);
    }
  });

  it('holds introductions that took only steps that are allowed', () => {
    const states = demo.introductions.map(({ form, log }) =>
      log.reduce<IntroductionState | undefined>(
        (state, { step, at }, taken) =>
          state &&
          advance(
            progressOf({ direction: form.direction, state, log: log.slice(0, taken) }),
            step,
            at.slice(0, 10),
          ),
        'idea',
      ),
    );
    expect(states).toEqual(['asked_b', 'introduced', 'thanked']);
  });
});
