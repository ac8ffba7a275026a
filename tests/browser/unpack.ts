// The Chromium inside the npm package @sparticuz/chromium, unpacked once into a folder of this project. The package's own
// unpacker uses one shared temporary folder without a lock and fonts from a fixed place; this one does neither.
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

/** A browser and what its surroundings must say for it to run. */
export interface UnpackedBrowser {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

interface TarModule {
  extract(folder: string): NodeJS.WritableStream;
}

const DONE = '.complete';

const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;

const unpacked = (folder: string): UnpackedBrowser => {
  const libraries = [path.join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH'] ?? ''];
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
      LD_LIBRARY_PATH: libraries.filter((library) => library !== '').join(':'),
    },
  };
};

/** Where the package is; `undefined` when npm has not installed it. */
export function packageFolder(): string | undefined {
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
  } catch {
    return undefined;
  }
}

async function unpackInto(folder: string, home: string, packed: string): Promise<void> {
  // tar-fs is the package's own dependency, so it is looked up from there; this is the one function used of it.
  const tar = createRequire(path.join(packed, 'package.json'))('tar-fs') as TarModule;
  const open = (name: string) => createReadStream(path.join(packed, 'bin', name));
  const program = createWriteStream(path.join(folder, 'chromium'), { mode: 0o755 });
  await Promise.all([
    pipeline(open('chromium.br'), createBrotliDecompress(), program),
    pipeline(open('swiftshader.tar.br'), createBrotliDecompress(), tar.extract(folder)),
    pipeline(open('fonts.tar.br'), createBrotliDecompress(), tar.extract(path.join(folder, 'fonts'))),
    pipeline(open('al2023.tar.br'), createBrotliDecompress(), tar.extract(path.join(folder, 'al2023'))),
  ]);
  writeFileSync(path.join(folder, 'fonts.conf'), fontsConf(home));
  writeFileSync(path.join(folder, DONE), '');
}

/**
 * Unpacks the browser where it is not yet, and answers where it is. Several processes may ask at once: each unpacks into
 * a folder of its own, the first rename wins, and nobody ever sees half a browser.
 *
 * @param home where it is to be for good; its parent is made.
 * @param packed the package's folder.
 */
export async function unpackChromium(home: string, packed: string): Promise<UnpackedBrowser> {
  if (existsSync(path.join(home, DONE))) return unpacked(home);
  mkdirSync(path.dirname(home), { recursive: true });
  const own = mkdtempSync(`${home}-`);
  try {
    await unpackInto(own, home, packed);
    // A temporary folder is its maker's alone; an install is everybody's.
    chmodSync(own, 0o755);
    // What is there without its mark is the rest of somebody's interrupted `rm` or copy.
    if (!existsSync(path.join(home, DONE))) rmSync(home, { recursive: true, force: true });
    renameSync(own, home);
  } catch (error) {
    if (!existsSync(path.join(home, DONE))) throw error;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
  return unpacked(home);
}
