// A file of vCards into an empty book through the door.
import { importFirst } from '../import-arm.ts';

await importFirst('import-vcard', 'vcard');
