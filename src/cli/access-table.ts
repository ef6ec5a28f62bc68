import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printedAccess } from '../features/users/access-printed';
import { ACCESS } from '../features/users/access-table';

/** Prints the table of access into the documentation, beside the program's own files. */
writeFileSync(join(__dirname, '..', '..', 'docs', 'access.md'), printedAccess(ACCESS));
