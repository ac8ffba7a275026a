// SECURITY: zod probes `new Function` for its compiled parsers; our policy forbids eval, so the probe is
// switched off before the first schema exists. Imported first by the page; zod itself comes with the first screen
// that has a schema, and takes its configuration from here.

const page = globalThis as { __zod_globalConfig?: { jitless: boolean } };
page.__zod_globalConfig = { jitless: true };
