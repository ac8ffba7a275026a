// All languages a message is read in, together: people mix them, and a cue is a cue in any.
import type { CueList } from './cue-list.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { pt } from './pt.ts';

export const CUE_LANGUAGES: readonly CueList[] = [en, de, fr, es, it, pt, nl];
