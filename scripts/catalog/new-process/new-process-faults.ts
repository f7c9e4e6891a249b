import { themeOf } from '../../../domain/process/expand.js';
import { isProcessId } from '../../../domain/process/process-ref.js';
import { sharedNames } from '../../../src/catalog/known-names.js';
import { nameAdvice } from '../../../src/catalog/nearest-name.js';
import type { SharedFiles } from '../../../src/catalog/read-shared-parts.js';
import { departmentAdvice } from '../departments-like.js';
import type { NewProcess } from './new-process-answers.js';

export const NATURE_KEYS = ['procedure', 'report', 'information', 'question', 'complaint'];
const SIGNERS = ['headOfDepartment', 'director', 'dga', 'dgs', 'electedOfficial'];

/** What is asked of whoever adds a process, by the option that gives it. */
export type AskedOption = 'id' | 'title' | 'nature' | 'department' | 'sensitive' | 'promise' | 'signed-by';

interface AnswerFault {
  readonly option: AskedOption;
  /** French. */
  readonly message: string;
}

/** Why a new process cannot be written, each fault with the option to give otherwise; empty when it can. */
export function faultsOfNewProcess(asked: NewProcess, shared: SharedFiles): readonly AnswerFault[] {
  return [...identityFaults(asked, shared), ...departmentFaults(asked, shared), ...signerFaults(asked)];
}

function identityFaults({ id, title, nature }: NewProcess, shared: SharedFiles): readonly AnswerFault[] {
  const theme = themeOf(id);
  const option = 'id';
  if (id === '') return [{ option, message: 'il manque --id : le thème, un point, le sujet, comme voirie.banc-casse' }];
  const faults: AnswerFault[] = [];
  if (!isProcessId(id) || id.split('.').length !== 2) {
    faults.push({ option, message: `identifiant « ${id} » : écrire <thème>.<sujet>, minuscules sans accent` });
  } else if (!shared.themes.has(theme)) {
    const advice = nameAdvice(theme, sharedNames('themes', shared), 'themes');
    faults.push({ option, message: `thème inconnu « ${theme} » : ${advice}` });
  }
  if (title === '' || title.length > 100) {
    faults.push({ option: 'title', message: 'il manque --title, le titre de la démarche, en cent caractères au plus' });
  }
  if (title !== '' && !NATURE_KEYS.includes(nature)) {
    faults.push({ option: 'nature', message: `nature inconnue « ${nature} » : ${NATURE_KEYS.join(', ')}` });
  }
  return faults;
}

function departmentFaults({ department, promiseDays }: NewProcess, shared: SharedFiles): readonly AnswerFault[] {
  const list = 'npm run catalog:show -- --list departments';
  const faults: AnswerFault[] = [];
  if (department === '') {
    const message = `il manque --department, le service qui répond ; les voir tous : ${list}`;
    faults.push({ option: 'department', message });
  } else if (!shared.departments.has(department)) {
    const message = `service « ${department} » : ${departmentAdvice(department, shared)}`;
    faults.push({ option: 'department', message });
  }
  if (promiseDays !== '2' && promiseDays !== '10') {
    const message = `promesse « ${promiseDays} » : écrire 2 (réponse connue, même donnée tout de suite) ou 10 (recherche, visite, décision)`;
    faults.push({ option: 'promise', message });
  }
  return faults;
}

/** Who may sign there: at the CCAS its director and its vice-president alone, of a sensitive case no elected official. */
export function signersFor({
  organisation,
  sensitive,
}: Pick<NewProcess, 'organisation' | 'sensitive'>): readonly string[] {
  return SIGNERS.filter(
    (signer) =>
      (!sensitive || signer !== 'electedOfficial') &&
      (organisation !== 'ccas' || signer === 'director' || signer === 'electedOfficial'),
  );
}

function signerFaults(asked: NewProcess): readonly AnswerFault[] {
  const { signedBy, sensitive, organisation } = asked;
  if (signedBy === undefined || signersFor(asked).includes(signedBy)) return [];
  const checks: readonly (readonly [sound: boolean, message: string])[] = [
    [SIGNERS.includes(signedBy), `signataire inconnu « ${signedBy} » : personne, ${SIGNERS.join(', ')}`],
    [
      !sensitive || signedBy !== 'electedOfficial',
      'un dossier sensible ne va pas à un élu : faire signer director ou headOfDepartment',
    ],
    [
      organisation !== 'ccas' || ['director', 'electedOfficial'].includes(signedBy),
      'au CCAS, seuls le directeur (director) et le vice-président (electedOfficial) signent',
    ],
  ];
  const [first] = checks.filter(([sound]) => !sound);
  return first === undefined ? [] : [{ option: 'signed-by', message: first[1] }];
}
