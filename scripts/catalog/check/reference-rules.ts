import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import type { Catalog, LoadedDefinition } from '../../../src/catalog/load-catalog.js';
import { sharedNames } from '../../../src/catalog/known-names.js';
import { didYouMean, nameAdvice } from '../../../src/catalog/nearest-name.js';
import type { KnownName } from '../../../src/catalog/nearest-name.js';
import type { SharedFiles } from '../../../src/catalog/read-shared-parts.js';
import { eachDefinition, faultIn } from './check-rule.js';
import { departmentAdvice } from '../departments-like.js';

/** Departments, teams and processes that a definition names must exist, and belong where it says. */
export const referenceRules = eachDefinition((loaded, catalog) => [
  ...departmentFaults(loaded, catalog),
  ...teamFaults(loaded, catalog),
  ...seeAlsoFaults(loaded, catalog),
]);

function departmentFaults(loaded: LoadedDefinition, { shared }: Catalog): readonly CatalogFault[] {
  const { department, organisation } = loaded.definition;
  const row = shared.departments.get(department);
  if (row === undefined) {
    return [
      faultIn(loaded, {
        rule: 'reference.department',
        pointer: '/department',
        message: `service inconnu : « ${department} »`,
        advice: departmentAdvice(department, shared),
      }),
    ];
  }
  if (row.organisation === organisation) return [];
  return [
    faultIn(loaded, {
      rule: 'reference.organisation',
      pointer: '/organisation',
      message: `le service « ${department} » n’est pas de l’organisation « ${organisation} »`,
      advice: `écrire organisation: ${row.organisation}, ou un autre service`,
    }),
  ];
}

/** Those of its own department where it has some: a case is handed out there. */
function teamsNear(department: string, shared: SharedFiles): readonly KnownName[] {
  const all = sharedNames('teams', shared);
  const own = all.filter(({ name }) => name.startsWith(`${department}.`));
  return own.length > 0 ? own : all;
}

interface TeamNamed {
  readonly team: string;
  readonly pointer: string;
  readonly own: boolean;
}

function teamFaults(loaded: LoadedDefinition, { shared }: Catalog): readonly CatalogFault[] {
  const known = new Set([...shared.departments.values()].flatMap(({ teams }) => teams));
  return teamsNamed(loaded).flatMap(({ team, pointer, own }) => {
    if (!known.has(team)) {
      return [
        faultIn(loaded, {
          rule: 'reference.team',
          pointer,
          message: `équipe inconnue : « ${team} »`,
          advice: nameAdvice(team, teamsNear(loaded.definition.department, shared), 'teams'),
        }),
      ];
    }
    if (!own || team.startsWith(`${loaded.definition.department}.`)) return [];
    return [
      faultIn(loaded, {
        rule: 'reference.team-of-department',
        pointer,
        message: `l’équipe « ${team} » n’est pas du service « ${loaded.definition.department} »`,
        advice: 'affecter à une équipe du service, ou changer le service',
      }),
    ];
  });
}

function teamsNamed({ definition }: LoadedDefinition): readonly TeamNamed[] {
  return definition.steps.flatMap((step, index): readonly TeamNamed[] => {
    const at = `/steps/${String(index)}`;
    if (step.kind === 'answer') {
      return step.opinions.map(({ team }, n) => ({ team, pointer: `${at}/opinions/${String(n)}/team`, own: false }));
    }
    if (step.kind === 'assignment') return [{ team: step.team, pointer: `${at}/team`, own: true }];
    return 'team' in step ? [{ team: step.team, pointer: `${at}/team`, own: false }] : [];
  });
}

function seeAlsoFaults(loaded: LoadedDefinition, catalog: Catalog): readonly CatalogFault[] {
  const broken = new Set(catalog.faults.map(({ file }) => file));
  return loaded.definition.seeAlso.flatMap((id, index) => {
    const file = `processes/${id.replace('.', '/')}.yaml`;
    // A file that does not load is already reported: it need not be reported again by all who name it.
    if ((catalog.definitions.has(id) && id !== loaded.definition.id) || broken.has(file)) return [];
    return [
      faultIn(loaded, {
        rule: 'reference.see-also',
        pointer: `/seeAlso/${String(index)}`,
        message: id === loaded.definition.id ? 'le processus renvoie à lui-même' : `processus inconnu : « ${id} »`,
        advice: `écrire l’identifiant d’un autre processus du catalogue, ou retirer le renvoi.${didYouMean(id, [...catalog.definitions.keys()])}`,
      }),
    ];
  });
}
