// Google's table into an empty book through the door.
import { importFirst } from '../import-arm.ts';

await importFirst('import-google', 'google');
