// node --import ./tests/stand-in/register.ts out/main/main.js: `electron` means the stand-in, nothing else changes.
import { registerHooks } from 'node:module';

const url = new URL('./electron-module.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url, shortCircuit: true } : next(specifier, context),
});
