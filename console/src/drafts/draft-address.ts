import type { DraftDto } from '../api/drafts.js';

/** Where a form goes on being filled in, by the beginning of its draft's key. */
const FORMS: readonly (readonly [beginning: string, address: (rest: string) => string])[] = [
  ['absence:', () => '/absences'],
  ['account:', (id) => `/reglages/comptes?compte=${id}`],
  ['citizen:', (id) => `/usagers/${id}?corriger=oui`],
  ['closure', () => '/reglages/calendrier'],
  ['delegation', () => '/delegations'],
  ['hours:', () => '/reglages/calendrier'],
  ['incident:', () => '/incidents'],
  ['lot:', () => '/pilotage'],
  ['sheet:', (processId) => `/connaissances/${processId}`],
  ['remind:', (caseId) => `/dossiers/${caseId}`],
];

/** The address at which a draft goes on being written; undefined where none is known. */
export function addressOfDraft(
  { kind, caseId, taskId }: Pick<DraftDto, 'kind' | 'caseId' | 'taskId'>,
  key: string,
): string | undefined {
  if (caseId === undefined) {
    const form = FORMS.find(([beginning]) => key.startsWith(beginning));
    return form?.[1](encodeURIComponent(key.slice(form[0].length)));
  }
  if (kind === 'note' || kind === 'message') return `/dossiers/${caseId}?onglet=echanges`;
  if (key.startsWith('linked:')) return `/dossiers/${caseId}?onglet=liens`;
  const reading = key.startsWith('back:') || key.startsWith('correct:');
  if (reading && taskId !== undefined) return `/parapheur/${encodeURIComponent(taskId)}`;
  return `/dossiers/${caseId}?acte=${encodeURIComponent(key)}`;
}
