import type { SpotlightActionGroupData } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import type { NavigateFunction } from 'react-router';
import { foldWords } from '../../../domain/text/fold-words.js';
import { read } from '../api/client.js';
import type { CasesListResponse, CatalogListResponse, CitizensSearchResponse } from '../api/schema/types.generated.js';
import { holds, useSession } from '../api/session.js';
import { count, dayOf, shortDate } from '../text/format.js';
import { caseAddress, latelyFirst } from './opened-lately.js';

const FOUND = 6;
/** Read further than is shown: what was opened lately may be older than what came in since. */
const AMONG = 24;
/** Steps of the scores of processes: within one, two answer as well as each other. */
const SCORES_TOLD_APART = 20;

/** What the server finds: requests, citizens, sheets of knowledge. */
export function useFound(
  q: string,
  lately: readonly string[],
  navigate: NavigateFunction,
): readonly SpotlightActionGroupData[] {
  const session = useSession();
  const enabled = q.length >= 2;
  const cases = useQuery({
    queryKey: ['palette', 'cases', q],
    queryFn: ({ signal }) => read<CasesListResponse>('/cases', { q, limit: AMONG }, signal),
    enabled: enabled && !holds(session, ['patroller', 'designer']),
  });
  const citizens = useQuery({
    queryKey: ['palette', 'citizens', q],
    queryFn: ({ signal }) => read<CitizensSearchResponse>('/citizens', { q, limit: AMONG }, signal),
    enabled: enabled && holds(session, ['ambassador', 'headOfCitizenRelations']),
  });
  const processes = useQuery({
    queryKey: ['palette', 'processes', q],
    queryFn: ({ signal }) => read<CatalogListResponse>('/processes', { q, limit: AMONG }, signal),
    enabled,
  });
  if (!enabled) return [];
  const nameOf = ({ firstName, lastName }: CitizensSearchResponse['items'][number]): string =>
    [firstName, lastName].filter(Boolean).join(' ') || 'Sans nom';
  const foundCases = latelyFirst(cases.data?.items ?? [], lately, { addressOf: ({ caseId }) => caseAddress(caseId) });
  const foundCitizens = latelyFirst(citizens.data?.items ?? [], lately, {
    addressOf: ({ id }) => `/usagers/${id}`,
    worthOf: (one) => Number(isLike(nameOf(one), q)),
  });
  const foundProcesses = latelyFirst(processes.data?.items ?? [], lately, {
    addressOf: ({ id }) => `/connaissances/${id}`,
    worthOf: ({ score = 0 }) => Math.round(score * SCORES_TOLD_APART),
  });
  return [
    {
      group: 'Demandes',
      actions: foundCases.slice(0, FOUND).map((one) => ({
        id: `case ${one.caseId}`,
        label: `${one.caseNumber} — ${one.title ?? 'contenu réservé à son service'}`,
        description: [
          one.found?.place,
          one.citizenName,
          one.departmentName,
          one.receivedAt === undefined ? undefined : shortDate(dayOf(one.receivedAt)),
        ]
          .filter(Boolean)
          .join(' · '),
        onClick: () => void navigate(caseAddress(one.caseId)),
      })),
    },
    {
      group: 'Usagers',
      actions: foundCitizens.slice(0, FOUND).map((one) => ({
        id: `citizen ${one.id}`,
        label: nameOf(one),
        description: [one.address?.lines[0], one.email, count(one.cases, 'demande')].filter(Boolean).join(' · '),
        onClick: () => void navigate(`/usagers/${one.id}`),
      })),
    },
    {
      group: 'Connaissances',
      actions: foundProcesses.slice(0, FOUND).map((one) => ({
        id: `process ${one.id}`,
        label: one.title,
        description: `${one.department.name} · ${one.promise}`,
        onClick: () => void navigate(`/connaissances/${one.id}`),
      })),
    },
  ];
}

/** Whether a name holds what was typed, without accents and capitals. */
export function isLike(label: string, query: string): boolean {
  return foldWords(label).includes(foldWords(query.trim()));
}
