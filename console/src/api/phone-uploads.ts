import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, read, send } from './client.js';
import type {
  NewPhoneUploadDto,
  OpenedPhoneUploadDto,
  PhoneFileDto,
  PhonePageDto,
  PhoneUploadDto,
} from './schema/types.generated.js';

export type { CaseDocumentDto, OpenedPhoneUploadDto, PhonePageDto } from './schema/types.generated.js';

/** How often the desk looks whether something came, in milliseconds. */
const LOOK_EVERY = 2_000;

/** Opens the page that a telephone will read; the same id again gives it another address. @throws Problem */
export async function openPhoneUpload(id: string, caseId: string | undefined): Promise<OpenedPhoneUploadDto> {
  const body: NewPhoneUploadDto = caseId === undefined ? {} : { caseId };
  return send<OpenedPhoneUploadDto>({ method: 'PUT', path: `/phone-uploads/${id}`, body, tries: 1 });
}

/** What came by the page, looked at again and again until it is closed. */
export function usePhoneUpload(id: string): UseQueryResult<PhoneUploadDto> {
  return useQuery({
    queryKey: ['phone-uploads', id],
    queryFn: ({ signal }) => readPhoneUpload(id, signal),
    refetchInterval: ({ state }) => (state.data?.closed === true ? false : LOOK_EVERY),
    gcTime: 0,
  });
}

/** @returns all that came by the page, what came since the desk last looked included @throws Problem */
export async function closePhoneUpload(id: string): Promise<PhoneUploadDto> {
  await send({ method: 'DELETE', path: `/phone-uploads/${id}`, tries: 1 });
  return readPhoneUpload(id);
}

export function readPhoneUpload(id: string, signal?: AbortSignal): Promise<PhoneUploadDto> {
  return read<PhoneUploadDto>(`/phone-uploads/${id}`, undefined, signal);
}

/** What the telephone is told of its page. @throws Problem `phone.closed` */
export function usePhonePage(secret: string): UseQueryResult<PhonePageDto> {
  return useQuery({
    queryKey: ['phone-page', secret],
    queryFn: ({ signal }) => read<PhonePageDto>(`/public/phone-uploads/${secret}`, undefined, signal),
    enabled: secret !== '',
  });
}

/** What is on its way is no longer waited for. @throws Problem */
export async function awaitNothingOf(id: string): Promise<void> {
  await send({ method: 'DELETE', path: `/phone-uploads/${id}/coming` });
}

/** Tells the desk that this file comes, or that it could not be sent. @throws Problem */
export async function announceByPhone(secret: string, key: string, failed = false): Promise<void> {
  const body: PhoneFileDto = { failed };
  await call({ method: 'PUT', path: `/public/phone-uploads/${secret}/files/${key}`, body });
}

/** Tells the desk that this file does not come. @throws Problem */
export async function giveUpByPhone(secret: string, key: string): Promise<void> {
  await call({ method: 'DELETE', path: `/public/phone-uploads/${secret}/files/${key}` });
}
