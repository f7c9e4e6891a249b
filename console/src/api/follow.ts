import { call } from './client.js';
import { oneFile } from './files.js';
import { newKey } from './intention.js';
import type {
  CaseDocumentDto,
  CitizenMessageDto,
  FollowDto,
  FollowedCaseDto,
  MessageReceiptDto,
} from './schema/types.generated.js';

export type { FollowDto, FollowedCaseDto } from './schema/types.generated.js';

// Once each: whoever waits before a form is told at once, and the number of tries is counted. @throws Problem

/** A request by its number and code, which go in the body: no code ever stands in an address. */
export async function followCase(body: FollowDto): Promise<FollowedCaseDto> {
  return (await call<FollowedCaseDto>({ method: 'POST', path: '/public/cases/follow', body })).data;
}

/** What its citizen writes, with files: the answer to what was asked, or a message. */
export async function writeToTownHall(
  { files, ...message }: Omit<CitizenMessageDto, 'documents'> & { readonly files: readonly File[] },
  key: string,
): Promise<void> {
  const documents: string[] = [];
  for (const file of files) documents.push(await sendFile(file));
  const body: CitizenMessageDto = { ...message, ...(documents.length === 0 ? {} : { documents }) };
  await call<MessageReceiptDto>({ method: 'POST', path: '/public/cases/messages', body, key });
}

async function sendFile(file: File): Promise<string> {
  const { data } = await call<CaseDocumentDto>({
    method: 'POST',
    path: '/public/documents',
    form: oneFile(file),
    key: newKey(),
  });
  return data.id;
}
