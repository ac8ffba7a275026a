// The floor of starting: a server that says one sentence, in the same Node and the same browser.
import path from 'node:path';
import { writeFileSync } from 'node:fs';
import { runArm } from '../arm.ts';
import { start } from '../start-arm.ts';

const SERVER = `
import { createServer } from 'node:http';
const server = createServer((_, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end('<!doctype html><title>blank</title><p id="there">Nothing.');
});
server.listen(0, '127.0.0.1', () => process.send({ url: 'http://127.0.0.1:' + server.address().port + '/' }));
process.on('SIGTERM', () => process.exit(0));
`;

await runArm('start-blank', async (task) => {
  const program = path.join(task.own, 'blank.mjs');
  writeFileSync(program, SERVER);
  const { ms, rssMb } = await start({
    words: [program],
    async ready(page) {
      await page.waitForSelector('#there');
    },
  });
  return { rows: 1, ms, ...(rssMb === undefined ? {} : { rssMb }), correct: { painted: 1 } };
});
