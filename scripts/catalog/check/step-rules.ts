import type { DescribedStep } from '../../../domain/process/process-definition.js';
import type { TimeLimit } from '../../../domain/process/runnable.js';
import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import type { LoadedDefinition } from '../../../src/catalog/load-catalog.js';
import { eachDefinition, faultIn } from './check-rule.js';
import { comparedFaults } from './compared-answer.js';

/** The steps lead to a reply, nobody stands twice on the way, and their targets fit into the promise. */
export const stepRules = eachDefinition((loaded) => [
  ...orderFaults(loaded),
  ...conditionFaults(loaded),
  ...signerFaults(loaded),
  ...secrecyFaults(loaded),
  ...targetFaults(loaded),
]);

/** A case goes through kinds in this order; a kind may be absent unless it is named below. */
const ORDER = ['qualification', 'assignment', 'inspection', 'answer', 'endorsement', 'signature', 'reply'] as const;

function orderFaults(loaded: LoadedDefinition): readonly CatalogFault[] {
  const kinds = loaded.definition.steps.map(({ kind }) => kind);
  const rank = (kind: DescribedStep['kind']): number => ORDER.indexOf(kind);
  const misplaced = kinds.findIndex((kind, index) => index > 0 && rank(kind) <= rank(kinds[index - 1] ?? kind));
  const faults: CatalogFault[] = [];
  const say = (rule: string, message: string, advice: string): void => {
    faults.push(faultIn(loaded, { rule, pointer: '/steps', message, advice }));
  };
  if (misplaced >= 0) {
    const index = String(misplaced);
    faults.push(
      faultIn(loaded, {
        rule: 'steps.order',
        pointer: `/steps/${index}`,
        message: `l’étape « ${kinds[misplaced] ?? ''} » est mal placée ou répétée`,
        advice: `suivre cet ordre, une fois chacune : ${ORDER.join(', ')}`,
      }),
    );
  }
  if (!kinds.includes('answer'))
    say('steps.no-reply', 'aucune étape ne répond : le dossier ne finirait jamais', 'ajouter { kind: answer }');
  if (kinds[0] !== 'assignment' && kinds[0] !== 'qualification') {
    say('steps.start', 'personne ne reçoit le dossier', 'commencer par { kind: assignment, team: … }');
  }
  if (kinds.at(-1) !== 'reply')
    say('steps.end', 'le dossier ne se termine pas par l’envoi', 'mettre { kind: reply } en dernier');
  return faults;
}

function conditionFaults(loaded: LoadedDefinition): readonly CatalogFault[] {
  return loaded.definition.steps.flatMap((step, index) => {
    if (step.kind !== 'inspection' || step.when === undefined) return [];
    return comparedFaults(loaded, {
      condition: step.when,
      pointer: `/steps/${String(index)}/when`,
      unknown: 'steps.when',
      sensitive: 'steps.when-sensitive',
    });
  });
}

function signerFaults(loaded: LoadedDefinition): readonly CatalogFault[] {
  const { steps, organisation } = loaded.definition;
  const index = steps.findIndex(({ kind }) => kind === 'signature');
  const step = steps[index];
  if (step?.kind !== 'signature') return [];
  const pointer = `/steps/${String(index)}/by`;
  const chain = chainOf(steps);
  const faults: CatalogFault[] = [];
  const say = (rule: string, message: string, advice: string): void => {
    faults.push(faultIn(loaded, { rule, pointer, message, advice }));
  };
  if (step.by === 'cabinetDirector') {
    say(
      'steps.cabinet-signs',
      'le directeur de cabinet ne peut pas signer (CGCT, art. L2122-19)',
      'le mettre dans le circuit et faire signer electedOfficial',
    );
  }
  if (chain.includes(step.by)) {
    say(
      'steps.signer-endorses',
      'le signataire figure aussi dans le circuit',
      'choisir un circuit qui s’arrête avant lui',
    );
  }
  if (organisation === 'ccas' && step.by !== 'director' && step.by !== 'electedOfficial') {
    say(
      'steps.ccas-signer',
      'au CCAS, seuls le vice-président et le directeur signent (CASF, art. R123-23)',
      'écrire director ou electedOfficial',
    );
  }
  return faults;
}

function chainOf(steps: readonly DescribedStep[]): readonly string[] {
  return steps.flatMap((step) => (step.kind === 'endorsement' ? step.chain : []));
}

const CCAS_OFFICES: readonly string[] = ['headOfDepartment', 'director', 'electedOfficial'];

/** Professional secrecy: nothing of a sensitive case goes to the cabinet, to an elected official or onto a map. */
function secrecyFaults(loaded: LoadedDefinition): readonly CatalogFault[] {
  const { sensitive, organisation, steps, publicMap } = loaded.definition;
  if (organisation === 'ccas' && chainOf(steps).some((role) => !CCAS_OFFICES.includes(role))) {
    const message = 'le CCAS n’a ni DGA, ni DGS, ni cabinet';
    const advice =
      'circuit : headOfDepartment, director (chef, chef-directeur) ; signature : director ou electedOfficial';
    return [faultIn(loaded, { rule: 'steps.ccas-chain', pointer: '/steps', message, advice })];
  }
  if (!sensitive) return [];
  const political = steps.some((step) => step.kind === 'signature' && step.by === 'electedOfficial');
  const seen = chainOf(steps).some((role) => role === 'cabinetDirector' || role === 'electedOfficial');
  const faults: CatalogFault[] = [];
  if (political || seen) {
    const message = 'un dossier sensible ne va ni au cabinet ni à un élu (secret professionnel)';
    const advice =
      'arrêter le circuit au chef de service ou au directeur, et faire signer director ou headOfDepartment';
    faults.push(faultIn(loaded, { rule: 'steps.secrecy', pointer: '/steps', message, advice }));
  }
  if (publicMap) {
    const message = 'un processus sensible ne paraît pas sur la carte publique';
    faults.push(faultIn(loaded, { rule: 'map.secrecy', pointer: '/publicMap', message, advice: 'retirer publicMap' }));
  }
  return faults;
}

function targetFaults(loaded: LoadedDefinition): readonly CatalogFault[] {
  const { steps, clocks } = loaded.definition;
  const promise = clocks.find(({ kind }) => kind === 'promise')?.limit;
  const targets = steps.flatMap((step) => ('target' in step ? [step.target] : []));
  const total = targets.reduce((sum, target) => sum + target.n, 0);
  const long = promise !== undefined && targets.every(({ kind }) => kind === promise.kind) && total > promise.n;
  const faults = long
    ? [
        faultIn(loaded, {
          rule: 'steps.targets',
          pointer: '/steps',
          message: `les objectifs des étapes font ${String(total)} jours, plus que la promesse (${String(promise.n)})`,
          advice: 'raccourcir un objectif (target) : ils tiennent à l’intérieur de la promesse',
        }),
      ]
    : [];
  return [...faults, ...opinionFaults(loaded, promise)];
}

function opinionFaults(loaded: LoadedDefinition, promise: TimeLimit | undefined): readonly CatalogFault[] {
  return loaded.definition.steps.flatMap((step, index) => {
    if (step.kind !== 'answer') return [];
    const limit = step.target ?? promise;
    const late = step.opinions.findIndex(
      ({ target }) => target !== undefined && limit?.kind === target.kind && target.n > limit.n,
    );
    if (late < 0) return [];
    const pointer = `/steps/${String(index)}/opinions/${String(late)}`;
    const message = 'un avis arriverait après la réponse qui l’attend';
    return [
      faultIn(loaded, { rule: 'steps.opinion-target', pointer, message, advice: 'raccourcir le target de l’avis' }),
    ];
  });
}
