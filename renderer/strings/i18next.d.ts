// Types `t`: a key that is in no catalogue does not compile.
import 'i18next';
import type { en } from './catalogues.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: typeof en;
  }
}
