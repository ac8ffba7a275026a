// A letter as the book answers it, for screens that show one.
import type { Draft } from '#core/introductions/model.ts';

export function aDraft(change: Partial<Draft> = {}): Draft {
  const channel = change.channel ?? 'email';
  return {
    kind: 'consent_a',
    style: { language: 'en', tone: 'warm', address: 'informal', channel },
    channels: [channel],
    channel,
    to: [],
    subject: 'Hello',
    body: 'Dear Ada',
    facts: [],
    ...change,
  };
}
