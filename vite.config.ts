// Every program the project builds, one environment each: the page, the two hosts, the preload and the book's threads.
import { builtinModules } from 'node:module';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions } from 'vite';
import { preloadFirstScreen } from './scripts/first-screen.ts';

// Electron is there at run time, and the database is a compiled module that must stay a file of its own.
const PROVIDED = ['electron', 'better-sqlite3'];
const external = [...PROVIDED, ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

interface Program {
  readonly entry: string;
  readonly folder: string;
  readonly file: string;
  readonly format: 'esm' | 'cjs';
  /** What is imported when it is wanted is a file of its own beside it. */
  readonly isParted?: boolean;
}

/**
 * A program for Node or Electron: one self-contained file, so that it can be moved, unpacked or sandboxed alone. Only the
 * book is parted (docs/adr/0026): each of its threads would else compile and hold all that any of them may need.
 */
const program = ({ entry, folder, file, format, isParted = false }: Program): EnvironmentOptions => ({
  consumer: 'server',
  resolve: { noExternal: true, external: PROVIDED, conditions: ['node', 'import', 'module', 'default'] },
  build: {
    outDir: `../out/${folder}`,
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    copyPublicDir: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: entry,
      external,
      output: { format, entryFileNames: file, chunkFileNames: '[name].mjs', codeSplitting: isParted },
    },
  },
});

const page: EnvironmentOptions = {
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    sourcemap: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    // The policy allows no `data:` addresses, so nothing may be inlined as one.
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // The first screens are one file: a browser takes longer for a hundred small ones than for their content.
        codeSplitting: {
          groups: [
            { name: 'door', test: /\/renderer\/start\.ts$/, priority: 2 },
            { name: 'first-screen', test: /\/renderer\/main\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
};

export default defineConfig({
  root: 'renderer',
  // Relative, so that the same files work under `app://book/` and under 127.0.0.1.
  base: './',
  publicDir: false,
  plugins: [
    react(),
    preloadFirstScreen(['first-screen'], ['source-sans-3-latin-wght', 'source-serif-4-latin-wght']),
  ],
  worker: { format: 'es' },
  environments: {
    client: page,
    main: program({ entry: 'electron/main.ts', folder: 'main', file: 'main.js', format: 'esm' }),
    preload: program({ entry: 'electron/preload.ts', folder: 'preload', file: 'preload.cjs', format: 'cjs' }),
    book: program({
      entry: 'db/worker.ts',
      folder: 'book',
      file: 'worker.mjs',
      format: 'esm',
      isParted: true,
    }),
    loopback: program({
      entry: 'loopback/main.ts',
      folder: 'loopback',
      file: 'main.mjs',
      format: 'esm',
      isParted: true,
    }),
  },
});
