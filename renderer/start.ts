// The page's first and smallest piece: it opens the door while all else is still being read and compiled.
// The order of the first imports matters: see zod-without-eval.ts.
import './client/zod-without-eval.ts';
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/print.css';
import { hostBridge } from './client/host-bridge.ts';
import { knock } from './client/sockets.ts';

// Takes the token out of the address as well, before the router reads it as a place.
if (hostBridge() === undefined) knock();
void import('./main.tsx');
