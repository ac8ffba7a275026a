// The page itself, once start.ts has opened the door.
import { createRoot } from 'react-dom/client';
import { invariant } from '#core/shared/assert.ts';
import { App } from './app/App.tsx';
import { connect } from './client/client.ts';
import { queryClient } from './client/queries.ts';
import { useStore } from './store/store.ts';
import './strings/i18n.ts';
import { loadLateParts } from './ui/late.tsx';

/** How often it is seen whether the first screen has all its answers: sooner than anybody needs another. */
const LOOK_AGAIN_MS = 500;

// Before the first screen asks for anything.
void connect();
const looking = setInterval(() => {
  if (useStore.getState().connection.state === 'connecting' || queryClient.isFetching() > 0) return;
  clearInterval(looking);
  void loadLateParts();
}, LOOK_AGAIN_MS);
const root = document.querySelector('#root');
invariant(root !== null, 'index.html has #root');
createRoot(root).render(<App />);
