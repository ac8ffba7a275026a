// ipcMain: an emitter of the preloads' messages.
import { EventEmitter } from 'node:events';

export const ipcMain = new EventEmitter();
