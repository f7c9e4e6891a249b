import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from './client.js';
import { queryClient } from './query-client.js';
import type { SheetReportDto, SheetReportsListResponse } from './schema/types.generated.js';

export type { SheetReportDto } from './schema/types.generated.js';

export type SheetReportState = 'open' | 'treated';

/** Errors found in sheets, the latest first; those of one process, or of all. */
export function useSheetReports(state: SheetReportState, processId?: string): UseQueryResult<SheetReportsListResponse> {
  return useQuery({
    queryKey: ['sheet-reports', state, processId],
    queryFn: ({ signal }) => read<SheetReportsListResponse>('/sheet-reports', { state, processId, limit: 200 }, signal),
  });
}

export async function reportSheet(processId: string, text: string, key: string): Promise<void> {
  await send<SheetReportDto>({ path: `/processes/${processId}/reports`, body: { text }, key });
  refresh();
}

export async function treatSheetReport(id: string, key: string): Promise<void> {
  await send<SheetReportDto>({ path: `/sheet-reports/${id}/treat`, key });
  refresh();
}

function refresh(): void {
  void queryClient.invalidateQueries({ queryKey: ['sheet-reports'] });
}
