// Finds communities and places beside the page, which goes on answering meanwhile.
import { communitiesOf } from '#core/network/communities.ts';
import { layoutSteps } from '#core/network/layout.ts';
import { placesOf } from '#core/network/places.ts';
import type { LayoutAnswer, LayoutWish } from './layout-messages.ts';

// This file is the worker; the page's types know its global as a window, of which it has these two.
const worker = self as unknown as {
  addEventListener(type: 'message', listener: (event: MessageEvent<LayoutWish>) => void): void;
  postMessage(answer: LayoutAnswer): void;
};

worker.addEventListener('message', ({ data: { count, pairs, weights } }) => {
  const ties = { count, pairs, weights };
  const community = communitiesOf(ties);
  const steps = layoutSteps({ ...ties, community });
  for (;;) {
    const step = steps.next();
    worker.postMessage({ community, places: placesOf(step.value.slice()), isSettled: step.done === true });
    if (step.done === true) return;
  }
});
