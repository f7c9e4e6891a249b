import { queryClient } from '../../api/query-client.js';
import { told } from '../../shell/toasts.js';

/** Does something to a draft, says so, and reads the list again. */
export async function actOnDraft(work: () => Promise<unknown>, done: string): Promise<void> {
  await told(work(), done);
  void queryClient.invalidateQueries({ queryKey: ['drafts'] });
}
