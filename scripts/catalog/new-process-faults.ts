import { themeOf } from '../../domain/process/expand.js';
import { isProcessId } from '../../domain/process/process-ref.js';
import type { SharedFiles } from '../../src/catalog/read-shared-parts.js';
import { didYouMean } from './command-line.js';
import type { NewProcess } from './new-process-files.js';

const NATURES = ['procedure', 'report', 'information', 'question', 'complaint'];
const SIGNERS = ['headOfDepartment', 'director', 'dga', 'dgs', 'electedOfficial'];

/** Why a new process cannot be written, in French; empty when it can. */
export function faultsOfNewProcess(asked: NewProcess, shared: SharedFiles): readonly string[] {
  const { id, title, nature, department, promiseDays, signedBy, organisation, sensitive } = asked;
  const themes = [...shared.themes.keys()].join(', ');
  const checks: readonly (readonly [sound: boolean, message: string])[] = [
    [
      isProcessId(id) && id.split('.').length === 2,
      `identifiant « ${id} » : écrire <thème>.<sujet>, minuscules sans accent`,
    ],
    [shared.themes.has(themeOf(id)), `thème inconnu « ${themeOf(id)} » : écrire l’un de ceux-ci : ${themes}`],
    [title !== '' && title.length <= 100, 'le titre manque ou dépasse cent caractères'],
    [NATURES.includes(nature), `nature inconnue « ${nature} » : ${NATURES.join(', ')}`],
    [
      shared.departments.has(department),
      `service inconnu « ${department} » : écrire un identifiant de process-catalog/departments.csv.${didYouMean(department, [...shared.departments.keys()])}`,
    ],
    [promiseDays === '2' || promiseDays === '10', `promesse « ${promiseDays} » : écrire 2 ou 10`],
    [
      signedBy === undefined || SIGNERS.includes(signedBy),
      `signataire inconnu « ${signedBy ?? ''} » : ${SIGNERS.join(', ')}, ou personne`,
    ],
    [
      !sensitive || signedBy !== 'electedOfficial',
      'un dossier sensible ne va pas à un élu : faire signer director ou headOfDepartment',
    ],
    [
      organisation !== 'ccas' || signedBy === undefined || signedBy === 'director' || signedBy === 'electedOfficial',
      'au CCAS, seuls le directeur (director) et le vice-président (electedOfficial) signent',
    ],
  ];
  return checks.filter(([sound]) => !sound).map(([, message]) => message);
}
