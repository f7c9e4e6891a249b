import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import type { CatalogLock } from '../../../src/catalog/catalog-lock.js';
import type { LoadedDefinition } from '../../../src/catalog/load-catalog.js';
import { sectionsOf } from '../../../src/catalog/reply-template.js';
import type { CatalogRule } from './check-rule.js';
import { eachDefinition, faultIn } from './check-rule.js';

/**
 * An individual decision, a refusal included, bears the signature of its author (CRPA, art. L212-1). That of a process
 * whose silence is a decision, or of a complaint that may be refused, is one; the refusal of any other procedure is asked
 * about while it is being written, and is for its department to judge once it is published (most are a service rendered:
 * a place in a workshop, a bin, a copy).
 */
export function signerRules(lock: CatalogLock): CatalogRule {
  return eachDefinition((loaded): readonly CatalogFault[] => {
    const { definition } = loaded;
    const reason = whyDecided(loaded, lock[definition.id] === undefined);
    if (reason === undefined || definition.steps.some(({ kind }) => kind === 'signature')) return [];
    return [
      faultIn(loaded, {
        rule: 'steps.unsigned',
        pointer: '/steps',
        message: `${reason}, et personne ne signe : une décision individuelle est signée`,
        advice: 'ajouter { kind: signature, by: headOfDepartment } aux étapes (ou director, electedOfficial)',
        severity: 'warning',
      }),
    ];
  });
}

function whyDecided({ definition, reply }: LoadedDefinition, beingWritten: boolean): string | undefined {
  if (definition.clocks.some(({ silenceMeans }) => silenceMeans !== undefined)) {
    return 'le silence vaut décision sur cette demande';
  }
  const { nature } = definition;
  const decides = nature === 'complaint' || (nature === 'procedure' && beingWritten);
  const refusable = sectionsOf(reply.text ?? '').some(({ names }) => names.includes('refused'));
  return decides && refusable ? 'la lettre peut refuser' : undefined;
}
