// A LinkedIn file into an empty book through the door.
import { importFirst } from '../import-arm.ts';

await importFirst('import-ours', 'linkedin');
