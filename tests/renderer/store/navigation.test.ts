// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { matches } from '#renderer/store/actions.ts';
import { followHash, hashOf, parseRoute, SECTIONS } from '#renderer/store/navigation.ts';
import type { Route } from '#renderer/store/navigation.ts';
import { useStore } from '#renderer/store/store.ts';

describe('places as hashes', () => {
  it.each<[string, Route]>([
    ['', { section: 'today' }],
    ['#/people', { section: 'people' }],
    ['#/people/12', { section: 'people', id: 12 }],
    ['#/people/12/edit', { section: 'people', id: 12, mode: 'edit' }],
    ['#/people/new?fn=Ana%20Ruiz', { section: 'people', mode: 'new', params: { fn: 'Ana Ruiz' } }],
    ['#/people/012', { section: 'people', mode: '012' }],
    ['#/nowhere/3', { section: 'today' }],
    ['#/constructor', { section: 'today' }],
    ['#token=abc', { section: 'today' }],
  ])('%j is %j', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  it('come back as they were written', () => {
    const routes = fc.record(
      {
        section: fc.constantFrom(...SECTIONS),
        id: fc.integer({ min: 1 }),
        mode: fc.constantFrom('edit', 'new'),
        params: fc.dictionary(fc.constantFrom('fn', 'via'), fc.string({ unit: 'grapheme' }), { minKeys: 1 }),
      },
      { requiredKeys: ['section'] },
    );
    fc.assert(
      fc.property(routes, (route) => {
        expect(parseRoute(hashOf(route))).toEqual(route);
      }),
    );
  });

  it('follow Back and Forward', async () => {
    const stop = followHash(useStore.getState().routeChanged);
    useStore.getState().navigate({ section: 'people', id: 3 });
    useStore.getState().navigate({ section: 'events' });
    expect(window.location.hash).toBe('#/events');
    window.location.hash = '#/people/3';
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    expect(useStore.getState().route).toEqual({ section: 'people', id: 3 });
    stop();
  });
});

describe('shortcuts', () => {
  const key = (of: string, held: readonly string[] = []) => ({
    key: of,
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('meta'),
    shiftKey: held.includes('shift'),
    altKey: held.includes('alt'),
  });

  it.each([
    ['Mod+K', key('k', ['ctrl']), false, true],
    ['Mod+K', key('k', ['meta']), true, true],
    ['Mod+K', key('k', ['ctrl']), true, false],
    ['Mod+K', key('k', ['ctrl', 'meta']), false, false],
    ['Mod+K', key('k'), false, false],
    ['Mod+Z', key('Z', ['ctrl', 'shift']), false, false],
    ['Mod+Shift+Z', key('Z', ['ctrl', 'shift']), false, true],
    ['Mod+Shift+Z', key('z', ['ctrl']), false, false],
    ['?', key('?', ['shift']), false, true],
    ['?', key('?'), false, true],
    ['/', key('/', ['ctrl']), false, false],
    ['/', key('/', ['alt']), false, false],
  ])('%s with %j (on a Mac: %s) is %s', (shortcut, event, apple, answer) => {
    expect(matches(shortcut, event, apple)).toBe(answer);
  });
});

describe('toasts', () => {
  it('are at most three, each with a number of its own, and can be closed', () => {
    const { showToast, dismissToast } = useStore.getState();
    for (const text of ['one', 'two', 'three', 'four']) showToast({ text, tone: 'done' });
    const { toasts } = useStore.getState();
    expect(toasts.map(({ text }) => text)).toEqual(['two', 'three', 'four']);
    expect(new Set(toasts.map(({ id }) => id)).size).toBe(3);
    dismissToast(toasts[1]!.id);
    expect(useStore.getState().toasts.map(({ text }) => text)).toEqual(['two', 'four']);
  });
});
