// Google's table a second time.
import { importAgain } from '../import-arm.ts';

await importAgain('import-google-again', 'google');
