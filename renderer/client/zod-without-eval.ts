// SECURITY: zod probes `new Function` for its compiled parsers; our policy forbids eval, so the probe is
// switched off before the first schema exists. Imported first by the page; zod itself comes with the first screen
// that has a schema, and takes its configuration from here.

// The name is zod's own (zod/v4/core/core.js, `globalConfig`).
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
