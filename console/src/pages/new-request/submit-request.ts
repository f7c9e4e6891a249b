import { addNote, refreshAfterAct } from '../../api/cases.js';
import { send } from '../../api/client.js';
import type { ActResultDto, NewRequestDto, ReceiptDto } from '../../api/schema/types.generated.js';
import { sayFailed } from '../../shell/toasts.js';

interface RequestToSend {
  readonly body: NewRequestDto;
  readonly key: string;
  readonly notes: string;
  /** What is answered at once. */
  readonly answer?: string;
}

/**
 * The request, then its note, then the answer where there is one. Each has its own key made from the request's: sent
 * again after a cut, each is done once. @throws Problem of the request; a later failure is said and the case is there
 */
export async function submitRequest({ body, key, notes, answer }: RequestToSend): Promise<ReceiptDto> {
  const receipt = await send<ReceiptDto>({ path: '/requests', body, key });
  const { caseId } = receipt;
  try {
    if (notes.trim() !== '') await addNote(caseId, { text: notes.trim() }, `${key}.note`);
    if (answer !== undefined) {
      const given = { text: answer.trim(), conclusion: { kind: 'answered' } };
      await send<ActResultDto>({ path: `/cases/${caseId}/answer-at-once`, body: given, key: `${key}.answer` });
    }
  } catch (error) {
    sayFailed(error);
  } finally {
    refreshAfterAct(caseId);
  }
  return receipt;
}
