import type { CaseCommand } from '../case/case-command.js';
import type { CaseFile, EarlierPerson, Endorsement } from '../case/case-file.js';
import type { Rules } from '../case/rules.js';
import type { ChainRole } from '../people/role.js';
import type { OnChange } from '../process/runnable.js';

/** The offices that endorse, in the order of the definition. */
export function chainOf(rules: Rules): readonly ChainRole[] {
  return rules.definition.steps.flatMap((step) => (step.kind === 'endorsement' ? step.chain : []));
}

/**
 * The person of an office for this case. Nobody endorses their own answer: where the office's holder wrote it, their
 * superior takes the place. `undefined` where the office is vacant: whoever holds the role in the organisation.
 */
export function personFor(caseFile: CaseFile, role: ChainRole): string | undefined {
  let person = caseFile.route.validators[role];
  // Two may have written it: who acted, and whom they stood for. A superior met twice ends the climb: nobody is left.
  for (const met = new Set<string>(); person !== undefined && wrote(caseFile, person);) {
    met.add(person);
    const superior: string | undefined = caseFile.route.superiors[person];
    person = superior !== undefined && met.has(superior) ? undefined : superior;
  }
  return person;
}

/** The first office whose endorsement is wanting; `undefined` once all have endorsed. */
export function nextEndorser(caseFile: CaseFile, chain: readonly ChainRole[]): ChainRole | undefined {
  return chain.find((role) => !hasEndorsed(caseFile, role));
}

function hasEndorsed(caseFile: CaseFile, role: ChainRole): boolean {
  const person = personFor(caseFile, role);
  return caseFile.endorsements.some(
    (one) =>
      one.role === role ||
      // The superior who stood in for an author is not asked a second time, in their own office, for the same bytes.
      (person !== undefined && one.person === person && one.letterHash === caseFile.answer?.letter.hash),
  );
}

/** Endorsements that stand when the text changes. */
export function standingAfterChange(endorsements: readonly Endorsement[], onChange: OnChange): readonly Endorsement[] {
  switch (onChange.kind) {
    case 'askAllAgain':
      return [];
    case 'askNobodyAgain':
      return endorsements;
    case 'askAgain':
      return endorsements.filter((one) => !onChange.roles.includes(one.role));
  }
}

/** Whom the office whose turn it is may send the reply back to: the author, and the offices before its own. */
export function earlierPersons(chain: readonly ChainRole[], before: ChainRole | undefined): readonly EarlierPerson[] {
  const end = before === undefined ? chain.length : chain.indexOf(before);
  return ['author', ...chain.slice(0, Math.max(0, end))];
}

/** Four eyes, on the person who acts and on the one they stand for. */
export function isOwnAnswer(caseFile: CaseFile, command: CaseCommand): boolean {
  return [command.actor, command.onBehalfOf].some((person) => person !== undefined && wrote(caseFile, person));
}

function wrote(caseFile: CaseFile, person: string): boolean {
  return caseFile.answer !== undefined && (caseFile.answer.author === person || caseFile.answer.onBehalfOf === person);
}
