import type { DraftDto } from '../api/drafts.js';
import { withOpenForm } from '../shell/peek.js';

/** Screens on which a form is there at once, by the beginning of its draft's key. */
const ALWAYS_THERE: readonly (readonly [beginning: string, address: (rest: string) => string])[] = [
  ['absence:new', () => '/absences'],
  ['absence:', (id) => `/absences?modifier=${id}`],
  ['account:', (id) => `/reglages/comptes?compte=${id}`],
  ['citizen:', (id) => `/usagers/${id}?corriger=oui`],
  ['closure', () => '/reglages/calendrier'],
  ['delegation', () => '/delegations'],
  ['hold:citizen:', (citizenId) => `/usagers/${citizenId}/donnees`],
  ['settings:hours:', () => '/reglages/calendrier'],
  ['lot:', () => '/pilotage'],
  ['merge:', (ids) => `/usagers/${ids.replace(':', '/fusion/')}`],
  ['privacy:', (ids) => `/usagers/${ids.replace(/:.*/, '')}/donnees`],
  ['rectify:', (ids) => `/usagers/${ids.replace(/:.*/, '')}/donnees`],
  ['settings:department:', (id) => departmentAddress(id)],
  ['settings:new-team:', (id) => withOpenForm(departmentAddress(id), `settings:new-team:${id}`)],
  ['settings:team:', (id) => withOpenForm(departmentAddress(id.replace(/\..*/, '')), `settings:team:${id}`)],
  ['settings:accessibility', () => '/reglages/ville?vue=accessibilite'],
  ['settings:themes', () => '/reglages/ville?vue=themes'],
  ['settings:', () => '/reglages/ville'],
  ['sheet:', (processId) => `/connaissances/${processId}`],
  ['split:', (caseId) => `/dossiers/${caseId}?acte=scinder`],
  ['street:', (id) => `/reglages/ville?vue=rues&rue=${id}`],
  ['trial:', (processId) => `/processus/${processId}/banc`],
];

/** Screens on which a form is opened, and so named by the address. */
const OPENED: readonly (readonly [beginning: string, address: (rest: string) => string])[] = [
  ['callback:', (caseId) => `/dossiers/${caseId}`],
  ['hold:case:', (caseId) => `/dossiers/${caseId}`],
  ['incident:', () => '/incidents'],
  ['new-privacy:', (citizenId) => `/usagers/${citizenId}`],
  ['purge:', () => '/reglages/conservation'],
  ['remind:', (caseId) => `/dossiers/${caseId}`],
  ['tie:', (citizenId) => `/usagers/${citizenId}`],
  ['view:', (screen) => screen.replace(/ .*/, '')],
];

/** The address at which a draft goes on being written; undefined where none is known. */
export function addressOfDraft(
  { caseId, taskId }: Pick<DraftDto, 'caseId' | 'taskId'>,
  key: string,
): string | undefined {
  if (caseId === undefined) {
    const opened = screenOf(OPENED, key);
    return screenOf(ALWAYS_THERE, key) ?? (opened === undefined ? undefined : withOpenForm(opened, key));
  }
  if (key.startsWith('note:') || key.startsWith('citizen:')) return `/dossiers/${caseId}?onglet=echanges`;
  if (key.startsWith('linked:')) return `/dossiers/${caseId}?onglet=liens`;
  const reading = key.startsWith('back:') || key.startsWith('correct:');
  if (reading && taskId !== undefined) return withOpenForm(`/parapheur/${encodeURIComponent(taskId)}`, key);
  return `/dossiers/${caseId}?acte=${encodeURIComponent(key)}`;
}

function departmentAddress(id: string): string {
  return `/reglages/ville?vue=services&ouvert=${id}`;
}

function screenOf(forms: typeof OPENED, key: string): string | undefined {
  const form = forms.find(([beginning]) => key.startsWith(beginning));
  return form?.[1](key.slice(form[0].length));
}
