// Has the browser fetch what the first screen needs all at once, instead of one file after the other as each is read.
import type { Plugin } from 'vite';

/** A piece of the built page, as far as it matters here. */
interface Piece {
  readonly type: string;
  readonly fileName: string;
  readonly name?: string | undefined;
  readonly imports?: readonly string[];
}

/**
 * Names in the page's head the pieces called `names`, with all that they import, and the fonts `fonts` (beginnings of file
 * names).
 */
export function preloadFirstScreen(names: readonly string[], fonts: readonly string[]): Plugin {
  return {
    name: 'preload-first-screen',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const pieces: readonly Piece[] = Object.values(bundle);
        const files = new Set<string>();
        const add = (piece: Piece | undefined) => {
          if (piece === undefined || files.has(piece.fileName)) return;
          files.add(piece.fileName);
          for (const imported of piece.imports ?? [])
            add(pieces.find(({ fileName }) => fileName === imported));
        };
        for (const wanted of names) {
          const first = pieces.find(({ type, name }) => type === 'chunk' && name === wanted);
          if (first === undefined) throw new Error(`the page has no piece called ${wanted}`);
          add(first);
        }
        const isFont = (name: string) => fonts.some((font) => name.startsWith(`assets/${font}`));
        const link = (attrs: Record<string, string | boolean>) =>
          ({ tag: 'link', attrs, injectTo: 'head' }) as const;
        return [
          ...[...files]
            .filter((file) => !html.includes(file))
            .map((file) => link({ rel: 'modulepreload', crossorigin: true, href: `./${file}` })),
          ...pieces
            .filter(({ fileName }) => isFont(fileName))
            .map(({ fileName }) =>
              link({
                rel: 'preload',
                as: 'font',
                type: 'font/woff2',
                crossorigin: true,
                href: `./${fileName}`,
              }),
            ),
        ];
      },
    },
  };
}
