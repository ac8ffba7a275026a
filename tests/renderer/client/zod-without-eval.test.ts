import { expect, it } from 'vitest';
import '#renderer/client/zod-without-eval.ts';

it('is what zod is configured by when it comes', async () => {
  const { z } = await import('zod');
  expect(z.config().jitless).toBe(true);
});
