import { printJson } from '../text/visible.js';
import { print } from './print.js';
import { printOutcome } from './print-import.js';
import type { PrintedImport } from './print-import.js';

/**
 * Prints what an import did, and what stands in its way.
 * @param beside whether standard output is used for something else
 */
export async function sayImport(
  printed: PrintedImport,
  { json, beside }: { json: boolean; beside: boolean },
): Promise<void> {
  if (json) {
    await print(printJson(printed));
    return;
  }
  const { done, trouble } = printOutcome(printed);
  if (beside) process.stderr.write(done);
  else if (done) await print(done);
  process.stderr.write(trouble);
}
