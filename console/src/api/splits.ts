import { refreshAfterAct } from './cases.js';
import { send } from './client.js';
import type { NewSplitDto, SplitDto } from './schema/types.generated.js';

/** Makes requests of their own of the parts of a message. @throws Problem */
export async function splitMessage(caseId: string, split: NewSplitDto, key: string): Promise<SplitDto> {
  try {
    return await send<SplitDto>({ path: `/cases/${caseId}/split`, body: split, key });
  } finally {
    refreshAfterAct(caseId);
  }
}
