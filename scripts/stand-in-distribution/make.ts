// Makes a folder that electron-builder takes for an Electron distribution, so that packing is tested without
// downloading one: archive, unpacked files, icons, fuses and associations are real, the program inside is not.
// On Linux it starts the packed app on the stand-in of tests/stand-in.
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createPackage } from '@electron/asar';
import { fuseWire } from './fuse-wire.ts';
import { plist } from './plist.ts';

const PROJECT = resolve(import.meta.dirname, '../..');

export type Platform = 'linux' | 'win' | 'mac';

function write(file: string, content: string | Buffer, mode = 0o644): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content, { mode });
}

/** A shell script with the fuses in a comment, so that it still runs after they have been flipped. */
function linux(folder: string): void {
  const starter = join(PROJECT, 'tests/stand-in/run-packed.ts');
  const script = `#!/bin/sh\nhere=$(dirname "$(readlink -f "$0")")\nexec "\${STAND_IN_NODE:-node}" "${starter}" "$here" "$@"\n# `;
  write(join(folder, 'electron'), Buffer.concat([Buffer.from(script), fuseWire(), Buffer.from('\n')]), 0o755);
  for (const file of ['chrome_100_percent.pak', 'icudtl.dat', 'libffmpeg.so', 'chrome-sandbox']) {
    write(join(folder, file), 'stand-in\n');
  }
}

/** A true Windows program: electron-builder edits its resources, so a made-up file would not do. */
function windows(folder: string): void {
  const program = readFileSync(join(PROJECT, 'node_modules/electron-winstaller/vendor/Setup.exe'));
  write(join(folder, 'electron.exe'), Buffer.concat([program, fuseWire()]));
}

function bundle(folder: string, name: string, id: string): void {
  write(
    join(folder, 'Contents/Info.plist'),
    plist({
      CFBundleExecutable: name,
      CFBundleIdentifier: id,
      CFBundleName: name,
      CFBundlePackageType: 'APPL',
      CFBundleVersion: '1',
    }),
  );
  write(join(folder, 'Contents/MacOS', name), '#!/bin/sh\n', 0o755);
  mkdirSync(join(folder, 'Contents/Resources'), { recursive: true });
}

function mac(folder: string): void {
  const app = join(folder, 'Electron.app');
  bundle(app, 'Electron', 'com.github.Electron');
  write(join(app, 'Contents/Resources/en.lproj/.keep'), '');
  for (const helper of ['', ' (Renderer)', ' (GPU)', ' (Plugin)']) {
    const name = `Electron Helper${helper}`;
    bundle(join(app, 'Contents/Frameworks', `${name}.app`), name, 'com.github.Electron.helper');
  }
  const framework = join(app, 'Contents/Frameworks/Electron Framework.framework');
  write(join(framework, 'Versions/A/Resources/en.lproj/locale.pak'), 'stand-in\n');
  write(join(framework, 'Versions/A/Electron Framework'), fuseWire(), 0o755);
  symlinkSync('Versions/A/Electron Framework', join(framework, 'Electron Framework'));
}

/** Makes the distribution in `folder`, which is emptied first. */
export async function makeDistribution(platform: Platform, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const about: { version: string } = JSON.parse(
    readFileSync(join(PROJECT, 'node_modules/electron/package.json'), 'utf8'),
  );
  for (const file of ['LICENSE', 'LICENSES.chromium.html']) write(join(folder, file), 'stand-in\n');
  write(join(folder, 'version'), about.version);
  ({ linux, win: windows, mac })[platform](folder);
  if (platform === 'mac') return;
  for (const language of ['en-US', 'de', 'fr'])
    write(join(folder, 'locales', `${language}.pak`), 'stand-in\n');
  const empty = join(folder, 'default-app');
  write(join(empty, 'main.js'), '');
  mkdirSync(join(folder, 'resources'), { recursive: true });
  await createPackage(empty, join(folder, 'resources/default_app.asar'));
  rmSync(empty, { recursive: true });
}
