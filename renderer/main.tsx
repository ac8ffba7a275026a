// The page itself, once start.ts has opened the door.
import { createRoot } from 'react-dom/client';
import { invariant } from '#core/shared/assert.ts';
import { App } from './app/App.tsx';
import { connect } from './client/client.ts';
import './strings/i18n.ts';
import { loadLateParts } from './ui/late.tsx';

/** Long enough for the first screen to be there, and sooner than anybody needs another. */
const LATE_MS = 1000;

// Before the first screen asks for anything.
void connect();
setTimeout(() => void loadLateParts(), LATE_MS);
const root = document.querySelector('#root');
invariant(root !== null, 'index.html has #root');
createRoot(root).render(<App />);
