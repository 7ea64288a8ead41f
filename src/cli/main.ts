/** The programme: one call of annalist with the words, streams and exit status of this process. */

import { runCall } from './call.ts';
import { processIo } from './process-io.ts';

process.exitCode = await runCall(process.argv.slice(2), processIo());
