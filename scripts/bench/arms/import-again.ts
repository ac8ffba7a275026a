// The same LinkedIn file a second time.
import { importAgain } from '../import-arm.ts';

await importAgain('import-again', 'linkedin');
