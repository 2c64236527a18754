import { createBrowserLibrary } from './procedure-library.ts';
import type { ProcedureLibrary } from './procedure-library.ts';
import { browserUpdateLog } from './update-log.ts';
import type { UpdateLog } from './update-log.ts';

/** What the studio keeps procedures in. A server takes this place. */
export const library: ProcedureLibrary = createBrowserLibrary();
export const updateLog: UpdateLog = browserUpdateLog;
