import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read, send } from './client.js';
import { queryClient } from './query-client.js';
import type {
  AccessibilityDto,
  AccessibilityGivenDto,
  OrganisationSettingsDto,
  OrganisationTextsDto,
  OutlinesAppliedDto,
  OutlinesPreviewDto,
  SettingsChangesResponse,
  ThemesDto,
} from './schema/types.generated.js';

export type {
  AccessibilityDto,
  AccessibilityGivenDto,
  OrganisationSettingsDto,
  OrganisationTextsDto,
  OutlinesPreviewDto,
  SettingsChangeDto,
  ThemesDto,
} from './schema/types.generated.js';

export function useOrganisationSettings(): UseQueryResult<readonly OrganisationSettingsDto[]> {
  return useQuery({
    queryKey: ['town-settings', 'organisations'],
    queryFn: ({ signal }) => read<readonly OrganisationSettingsDto[]>('/settings/organisations', undefined, signal),
  });
}

export async function changeOrganisation(id: string, version: number, body: OrganisationTextsDto): Promise<void> {
  await send({ method: 'PUT', path: `/settings/organisations/${id}`, version, body });
  refresh();
}

/** The bytes of a file as base64; nothing takes the drawing away. */
export async function setLogo(id: string, version: number, content: string | undefined): Promise<void> {
  const path = `/settings/organisations/${id}/logo`;
  await send(
    content === undefined ? { method: 'DELETE', path, version } : { method: 'PUT', path, version, body: { content } },
  );
  refresh();
}

export function useThemeSettings(): UseQueryResult<ThemesDto> {
  return useQuery({
    queryKey: ['town-settings', 'themes'],
    queryFn: ({ signal }) => read<ThemesDto>('/settings/themes', undefined, signal),
  });
}

export async function setThemes(version: number, themes: ThemesDto['themes']): Promise<void> {
  await send({ method: 'PUT', path: '/settings/themes', version, body: { themes } });
  refresh();
  void queryClient.invalidateQueries({ queryKey: ['themes'] });
}

/** What a file of neighbourhoods would change; nothing is kept. */
export function previewOutlines(content: string): Promise<OutlinesPreviewDto> {
  return send<OutlinesPreviewDto>({ path: '/settings/quartiers/preview', body: { content }, tries: 0 });
}

export async function applyOutlines(version: number, content: string): Promise<OutlinesAppliedDto> {
  const applied = await send<OutlinesAppliedDto>({
    method: 'PUT',
    path: '/settings/quartiers',
    version,
    body: { content },
  });
  refresh();
  void queryClient.invalidateQueries({ queryKey: ['quartiers'] });
  return applied;
}

/** Anyone may read it, signed in or not. */
export function useAccessibility(): UseQueryResult<AccessibilityDto> {
  return useQuery({
    queryKey: ['town-settings', 'accessibility'],
    queryFn: ({ signal }) => read<AccessibilityDto>('/public/accessibility', undefined, signal),
  });
}

export async function setAccessibility(version: number, body: AccessibilityGivenDto): Promise<void> {
  await send({ method: 'PUT', path: '/settings/accessibility', version, body });
  refresh();
}

export function useSettingsChanges(): UseQueryResult<SettingsChangesResponse> {
  return useQuery({
    queryKey: ['town-settings', 'changes'],
    queryFn: ({ signal }) => read<SettingsChangesResponse>('/settings/changes', { limit: 100 }, signal),
  });
}

function refresh(): void {
  void queryClient.invalidateQueries({ queryKey: ['town-settings'] });
}
