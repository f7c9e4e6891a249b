import path from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';

const nothing = (): void => undefined;
const silent = { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };

/** The built workflows, bundled as a worker does it; or another entry, for trials of what a change would break. */
export async function bundleOf(entry = path.resolve('dist/workflows/index.js')): Promise<string> {
  const { code } = await bundleWorkflowCode({ workflowsPath: entry, logger: silent });
  return code;
}
