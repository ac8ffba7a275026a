#!/usr/bin/env node
// npm start. scripts/run.mjs has already seen to it that this Node runs TypeScript.
import process from 'node:process';
import { launch } from './launch/launch.ts';

// Listening for the end of `npm` keeps this process alive, so it has to be ended.
process.exit(await launch(process.argv.slice(2)));
