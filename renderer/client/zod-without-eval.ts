// SECURITY: zod probes `new Function` for its compiled parsers; our policy forbids eval, so the probe is
// switched off before the first schema exists. Imported first by main.tsx.
import { z } from 'zod';

z.config({ jitless: true });
