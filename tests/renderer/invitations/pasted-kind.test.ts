import { describe, expect, it } from 'vitest';
import { arePictures, isMailSource } from '#renderer/features/invitations/pasted-kind.ts';

const SOURCE = 'Return-Path: <a@example.org>\nFrom: Ana <a@example.org>\nSubject: Hi\n\nHello';

describe('what was pasted', () => {
  it.each([
    ['the source of a letter', SOURCE, true],
    ['a mailbox', `From a@example.org Mon Jan 1\n${SOURCE}`, true],
    ['a letter copied off a screen', 'From: Ana Ruiz\nSubject: Hi\nDate: Monday\n\nHello', false],
    ['headers without a body', SOURCE.replace('\n\nHello', ''), false],
    ['an invitation', 'Ana Ruiz\nBaker\nAccept', false],
    ['nothing', '', false],
  ])('%s', (_name, text, expected) => expect(isMailSource(text)).toBe(expected));

  it('is a picture only where nothing else came with it', () => {
    expect(arePictures([])).toBe(false);
    expect(arePictures([{ type: 'image/png' }, { type: 'image/jpeg' }])).toBe(true);
    expect(arePictures([{ type: 'image/png' }, { type: 'text/csv' }])).toBe(false);
  });
});
