// Who may import whom: the arrows of ARCHITECTURE.md. The compiler guards the kinds of environment (no node:* without
// node's types); this guards the directions. `tests/scripts/borders.test.ts` plants a breach of each rule.

import { builtinModules } from 'node:module';

const SYSTEM = `^(node:)?(${builtinModules.join('|')})$`;
const PAGE_FILES_FOR_HOSTS = '^renderer/content-security-policy\\.ts$';

/** @type {(name: string, comment: string, from: object, to: object) => object} */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    forbid(
      'no-cycles',
      'Two files that need each other to run are one file. (Types may point back: they are gone by then.)',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid(
      'core-is-pure',
      'core/ imports core/ and pure libraries, nothing else.',
      { path: '^core/' },
      { path: '^(api|db|electron|loopback|renderer|scripts|tests)/' },
    ),
    forbid(
      'core-and-api-reach-no-system',
      'Nothing core/ or api/ needs, however indirectly, may be a Node module.',
      { path: '^(core|api)/' },
      { path: SYSTEM, reachable: true },
    ),
    forbid(
      'api-knows-only-core',
      'The door is known by both sides, so it knows neither.',
      { path: '^api/' },
      { path: '^(db|electron|loopback|renderer|scripts|tests)/' },
    ),
    forbid(
      'page-reaches-no-host',
      'The page runs unchanged in a window and in a tab, and never touches the book but through the door.',
      { path: '^renderer/' },
      { path: '^(db|electron|loopback)/', reachable: true },
    ),
    forbid('page-imports-no-system', 'The page is plain web code.', { path: '^renderer/' }, { path: SYSTEM }),
    forbid(
      'book-knows-no-host',
      'The book does not know who serves it.',
      { path: '^db/' },
      { path: '^(electron|loopback|renderer|scripts|tests)/' },
    ),
    forbid(
      'hosts-use-the-client-of-the-book',
      'A host starts the book and pipes to it; the rest of db/ runs on the threads.',
      { path: '^(electron|loopback)/' },
      { path: '^db/', pathNot: '^db/client\\.ts$' },
    ),
    forbid(
      'hosts-take-only-the-policy-of-the-page',
      'The one thing of the page a host needs is the policy it sends with it.',
      { path: '^(electron|loopback)/' },
      { path: '^renderer/', pathNot: PAGE_FILES_FOR_HOSTS },
    ),
    forbid(
      'nobody-imports-the-desktop-host',
      'electron/ is the outermost ring.',
      { path: '^(core|api|db|loopback|renderer)/' },
      { path: '^electron/' },
    ),
    forbid(
      'nobody-imports-the-browser-host',
      'loopback/ is the outermost ring, and never part of the packaged app.',
      { path: '^(core|api|db|electron|renderer)/' },
      { path: '^loopback/' },
    ),
    forbid(
      'features-are-strangers',
      'Only renderer/app puts features together.',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    ),
    forbid(
      'widgets-know-no-feature',
      'renderer/ui, client and store are used by features, not the other way round.',
      { path: '^renderer/(ui|client|store|strings)/' },
      { path: '^renderer/(features|app)/' },
    ),
    forbid(
      'programs-import-no-tests',
      'What ships needs nothing of tests/ or scripts/.',
      { path: '^(core|api|db|electron|loopback|renderer)/' },
      { path: '^(tests|scripts)/' },
    ),
    forbid('everything-resolves', 'An import of something that is not there.', {}, { couldNotResolve: true }),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|release|test-results|playwright-report)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
