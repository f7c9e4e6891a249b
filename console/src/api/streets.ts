import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { read, send } from './client.js';
import { queryClient } from './query-client.js';
import type {
  ReadStreetDto,
  StreetGivenDto,
  StreetsImportedDto,
  StreetsListResponse,
  StreetsPreviewDto,
  TownStreetDto,
} from './schema/types.generated.js';

export type {
  ReadStreetDto,
  StreetGivenDto,
  StreetsPreviewDto,
  StretchDto,
  TownStreetDto,
} from './schema/types.generated.js';

/** Under the key of the settings: their journal tells every change. */
const KEY = ['town-settings', 'streets'] as const;
const PATH = '/settings/streets';

/** Those whose name, or whose neighbourhoods, hold these words. */
export function useTownStreets(q: string): UseInfiniteQueryResult<InfiniteData<StreetsListResponse>> {
  return useInfiniteQuery({
    queryKey: [...KEY, 'list', q.trim()],
    queryFn: ({ pageParam, signal }) => read<StreetsListResponse>(PATH, { q: q.trim(), cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** One street, with how many open requests name it. */
export function useTownStreet(id: string): UseQueryResult<ReadStreetDto> {
  return useQuery({
    queryKey: [...KEY, 'one', id],
    queryFn: ({ signal }) => read<ReadStreetDto>(`${PATH}/${encodeURIComponent(id)}`, undefined, signal),
  });
}

export async function addStreet(street: StreetGivenDto, key: string): Promise<void> {
  await send({ path: PATH, body: street, key });
  refresh();
}

/** On the version that was read. @throws Problem, a 412 with the street of now */
export async function changeStreet(
  { id, version }: Pick<TownStreetDto, 'id' | 'version'>,
  body: StreetGivenDto,
): Promise<void> {
  await send({ method: 'PUT', path: `${PATH}/${encodeURIComponent(id)}`, body, version });
  refresh();
}

export async function removeStreet({ id, version }: Pick<TownStreetDto, 'id' | 'version'>): Promise<void> {
  try {
    await send({ method: 'DELETE', path: `${PATH}/${encodeURIComponent(id)}`, version });
  } finally {
    // Refused because it was changed or is gone already: that is what is to be seen.
    refresh();
  }
}

/** What a file of streets would change; nothing is kept. */
export function previewStreets(content: string): Promise<StreetsPreviewDto> {
  return send<StreetsPreviewDto>({ path: `${PATH}/import/preview`, body: { content }, tries: 0 });
}

export async function importStreets(seen: string, content: string, removeGone: boolean): Promise<StreetsImportedDto> {
  const imported = await send<StreetsImportedDto>({ path: `${PATH}/import`, body: { content, seen, removeGone } });
  refresh();
  return imported;
}

function refresh(): void {
  void queryClient.invalidateQueries({ queryKey: ['town-settings'] });
  void queryClient.invalidateQueries({ queryKey: ['streets'] });
}
