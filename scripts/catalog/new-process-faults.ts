import { themeOf } from '../../domain/process/expand.js';
import { isProcessId } from '../../domain/process/process-ref.js';
import type { SharedFiles } from '../../src/catalog/read-shared-parts.js';
import { didYouMean } from './command-line.js';
import type { NewProcess } from './new-process-files.js';
import { wordsOf } from './text-pieces.js';

const NATURES = ['procedure', 'report', 'information', 'question', 'complaint'];
const SIGNERS = ['headOfDepartment', 'director', 'dga', 'dgs', 'electedOfficial'];

/** Why a new process cannot be written, in French; empty when it can. */
export function faultsOfNewProcess(asked: NewProcess, shared: SharedFiles): readonly string[] {
  const missing = missingOptions(asked);
  return missing.length > 0 ? [`il manque ${missing.join(', ')}`] : faultsOfAnswers(asked, shared);
}

function faultsOfAnswers(asked: NewProcess, shared: SharedFiles): readonly string[] {
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
      `service inconnu « ${department} » : écrire un identifiant de process-catalog/departments.csv.${departmentsLike(department, shared)}`,
    ],
    [
      promiseDays === '2' || promiseDays === '10',
      `promesse « ${promiseDays} » : écrire 2 (réponse connue) ou 10 (recherche, visite, décision)`,
    ],
    [
      signedBy === undefined || SIGNERS.includes(signedBy),
      `signataire inconnu « ${signedBy ?? ''} » : ${SIGNERS.join(', ')} ; sans l’option, personne ne signe`,
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

function missingOptions({ id, title, department }: NewProcess): readonly string[] {
  return Object.entries({ '--id': id, '--title': title, '--department': department }).flatMap(([option, given]) =>
    given === '' ? [option] : [],
  );
}

/** Those whose name speaks of it, else those whose identifier is spelt nearly so. */
function departmentsLike(asked: string, { departments }: SharedFiles): string {
  const words = wordsOf(asked).filter((word) => word.length > 3);
  const speaking = [...departments.values()].filter(({ name }) =>
    words.some((word) => wordsOf(name).some((own) => own.startsWith(word.replace(/s$/, '')))),
  );
  if (speaking.length === 0) return didYouMean(asked, [...departments.keys()]);
  return ` En parlent : ${speaking.map(({ department, name, organisation }) => `${department} (${name}, ${organisation})`).join(' ; ')}.`;
}
