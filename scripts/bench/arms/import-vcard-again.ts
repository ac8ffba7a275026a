// The same file of vCards a second time.
import { importAgain } from '../import-arm.ts';

await importAgain('import-vcard-again', 'vcard');
