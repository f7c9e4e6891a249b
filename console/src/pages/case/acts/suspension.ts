import { SUSPENSION_REASONS, type SuspensionReason } from '../../../../../domain/text/suspension-words.js';
import type { CaseDetailDto, PossibleActDto } from '../../../api/cases.js';

/** Names « Suspendre » in an address, as the key of an act does. */
export const SUSPEND = 'suspendre';

interface Reason {
  readonly title: string;
  /** The act that does it. */
  readonly act: PossibleActDto['act'];
  readonly label: string;
  /** What is to be chosen in that act, where it does several things. */
  readonly hint?: string;
}

export const WAITING_REASONS: Readonly<Record<SuspensionReason, Reason>> = {
  citizen: { title: 'Il manque quelque chose de l’usager', act: 'askCitizen', label: 'Demander à l’usager' },
  opinion: { title: 'Il faut l’avis d’un autre service', act: 'askOpinion', label: 'Demander un avis' },
  finding: { title: 'Il faut aller voir sur place', act: 'askFinding', label: 'Demander un constat' },
  planned: {
    title: 'C’est prévu pour une date',
    act: 'answer',
    label: 'Répondre avec la date',
    hint: 'Dans la réponse, choisissez « Intervention prévue » et la date : l’usager la lit.',
  },
};

/** The act on the answer's task: answering at once is another thing. */
export function actThatWaits({ may }: CaseDetailDto, reason: SuspensionReason): PossibleActDto | undefined {
  return may.find(({ act, taskId }) => act === WAITING_REASONS[reason].act && taskId !== undefined);
}

/** Whether the reader can make it wait at all. */
export function maySuspend(caseFile: CaseDetailDto): boolean {
  return SUSPENSION_REASONS.some((reason) => actThatWaits(caseFile, reason) !== undefined);
}
