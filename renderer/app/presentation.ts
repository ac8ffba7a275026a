// Titles, which browsers show on hover and no style sheet can blur, kept aside for as long as a presentation lasts.

const KEPT = 'keptTitle';

function putAside(root: Document | Element): void {
  const within = [...root.querySelectorAll<HTMLElement>('[title]')];
  const all = root instanceof HTMLElement && root.hasAttribute('title') ? [root, ...within] : within;
  for (const element of all) {
    // Not `element.title`: in a form that is its field of that name.
    element.dataset[KEPT] = element.getAttribute('title') ?? '';
    element.removeAttribute('title');
  }
}

/** Takes every title away, now and as they come; answers the way to put them back. */
export function withoutTitles(): () => void {
  putAside(document);
  const watcher = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'attributes' && target instanceof Element) putAside(target);
      for (const node of addedNodes) if (node instanceof Element) putAside(node);
    }
  });
  watcher.observe(document, { subtree: true, childList: true, attributeFilter: ['title'] });
  return () => {
    watcher.disconnect();
    for (const element of document.querySelectorAll<HTMLElement>('[data-kept-title]')) {
      element.setAttribute('title', element.dataset[KEPT] ?? '');
      delete element.dataset[KEPT];
    }
  };
}
