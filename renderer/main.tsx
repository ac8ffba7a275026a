// Starts the page. The order of the first imports matters: see zod-without-eval.ts.
import './client/zod-without-eval.ts';
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/print.css';
import { createRoot } from 'react-dom/client';
import { invariant } from '#core/shared/assert.ts';
import { App } from './app/App.tsx';
import { connect, keepToken } from './client/client.ts';
import './strings/i18n.ts';

keepToken();
// Before the first screen asks for anything.
void connect();
const root = document.querySelector('#root');
invariant(root !== null, 'index.html has #root');
createRoot(root).render(<App />);
