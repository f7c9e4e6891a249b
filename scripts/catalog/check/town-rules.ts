import { existsSync } from 'node:fs';
import { personOf } from '../../../domain/people/directory.js';
import { REACH } from '../../../domain/people/permission-table.js';
import { findRoute } from '../../../domain/people/find-route.js';
import type { ChainRole } from '../../../domain/people/role.js';
import type { ProcessDefinition } from '../../../domain/process/process-definition.js';
import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import type { LoadedDefinition } from '../../../src/catalog/load-catalog.js';
import { nameAdvice } from '../../../src/catalog/nearest-name.js';
import { readTown } from '../../../src/town/read-town.js';
import { TownError } from '../../../src/town/town-error.js';
import type { Town } from '../../../src/town/town.js';
import type { CatalogRule } from './check-rule.js';
import { faultIn } from './check-rule.js';
import { fault, lineSaying } from './reply-fault.js';
import { telephonesNamed } from './reply-trials.js';
import { townNames } from './town-names.js';

/** In the demonstration town everybody whom a definition asks exists, and somebody can stand in for them. */
export function townRules(townDir: string): CatalogRule {
  return (catalog) => {
    const town = townOrFault(townDir);
    if ('rule' in town) return [town];
    return [...catalog.definitions.values()].flatMap((loaded) => [
      // A department that the catalogue itself does not have is reported already.
      ...(catalog.shared.departments.has(loaded.definition.department) ? officeFaults(loaded, town) : []),
      ...inspectionFaults(loaded, town),
      ...numberFaults(loaded, town),
      ...letterNumberFaults(loaded, town),
      ...linkFaults(loaded, town),
      ...tariffFaults(loaded, town),
    ]);
  };
}

function townOrFault(townDir: string): Town | CatalogFault {
  const fault = (rule: string, message: string): CatalogFault => ({
    file: '../town',
    line: 1,
    rule,
    pointer: '',
    message,
    advice: 'les circuits ne peuvent être vérifiés qu’avec une ville complète (town/README.md)',
    severity: 'error',
  });
  if (!existsSync(townDir)) return fault('town.absent', `la ville « ${townDir} » n’existe pas`);
  try {
    return readTown(townDir);
  } catch (error) {
    if (error instanceof TownError) return fault('town.unreadable', error.message);
    throw error;
  }
}

const OFFICES: Readonly<Record<ChainRole, string>> = {
  headOfDepartment: 'de responsable de service',
  director: 'de direction',
  dga: 'de DGA',
  dgs: 'de DGS',
  cabinetDirector: 'de direction du cabinet',
  electedOfficial: 'd’élue ou élu',
};

function officeFaults(loaded: LoadedDefinition, { directory }: Town): readonly CatalogFault[] {
  const { definition } = loaded;
  const team = definition.steps.flatMap((step) => ('team' in step ? [step.team] : []))[0] ?? '';
  const route = findRoute(directory, { ...definition, team });
  if (route === undefined) {
    const message = `la ville de démonstration n’a pas de service « ${definition.department} » dans « ${definition.organisation} »`;
    return [
      faultIn(loaded, {
        rule: 'town.department',
        pointer: '/department',
        message,
        advice: 'choisir un service de town/demo/departments.csv',
      }),
    ];
  }
  return officesAsked(definition).flatMap((role) => {
    const holder = route.validators[role];
    const problem = holder === undefined ? `personne n’a la fonction ${OFFICES[role]}` : withoutSubstitute(holder);
    if (problem === undefined) return [];
    const message = `${problem} pour ce processus`;
    return [
      faultIn(loaded, {
        rule: 'town.office',
        pointer: '/steps',
        message,
        advice: 'prendre un circuit dont chaque fonction existe dans cette organisation',
      }),
    ];
  });

  function withoutSubstitute(holder: string): string | undefined {
    const person = personOf(directory, holder);
    return person === undefined || person.substitutes.length === 0 ? `« ${holder} » n’a pas de suppléant` : undefined;
  }
}

function officesAsked({ steps }: ProcessDefinition): readonly ChainRole[] {
  return steps.flatMap((step) => {
    if (step.kind === 'endorsement') return step.chain;
    return step.kind === 'signature' ? [step.by] : [];
  });
}

/** Where nobody of the team may give a finding, the case would wait for ever. */
function inspectionFaults(loaded: LoadedDefinition, { directory }: Town): readonly CatalogFault[] {
  const mayFind = (team: string): boolean =>
    directory.people.some(({ roles }) =>
      roles.some((held) => held.team === team && REACH['task.finding'][held.role] !== undefined),
    );
  return loaded.definition.steps.flatMap((step, index) =>
    step.kind !== 'inspection' || mayFind(step.team)
      ? []
      : [
          faultIn(loaded, {
            rule: 'town.inspection',
            pointer: `/steps/${String(index)}/team`,
            message: `personne de l’équipe « ${step.team} » ne peut faire le constat`,
            advice: 'écrire grc.patrouille, ou une équipe qui a un référent',
          }),
        ],
  );
}

function numberFaults(loaded: LoadedDefinition, town: Town): readonly CatalogFault[] {
  const { stoppers, script } = loaded.definition;
  const asked = [
    ...stoppers.map(({ number }, index) => ({ number, pointer: `/stoppers/${String(index)}/number` })),
    ...script.urgent.map(({ number }) => ({ number, pointer: '/script/urgent' })),
  ];
  return asked
    .filter(({ number }) => number.startsWith('ville.') && !town.phoneNumbers.some(({ key }) => key === number))
    .map(({ number, pointer }) =>
      faultIn(loaded, {
        rule: 'town.number',
        pointer,
        message: `la ville n’a pas de numéro « ${number} »`,
        advice: nameAdvice(number, townNames('numbers', town), 'numbers'),
      }),
    );
}

/** A letter that names a number the town has not prints nothing in its place. */
function letterNumberFaults(loaded: LoadedDefinition, town: Town): readonly CatalogFault[] {
  return telephonesNamed(loaded.reply.text ?? '')
    .filter((key) => !town.phoneNumbers.some((phone) => phone.key === key))
    .map((key) =>
      fault(loaded, lineSaying(loaded, key, 1), [
        'town.letter-number',
        `la ville n’a pas de numéro « ${key} »`,
        nameAdvice(key, townNames('numbers', town), 'numbers'),
      ]),
    );
}

function linkFaults(loaded: LoadedDefinition, town: Town): readonly CatalogFault[] {
  const url = loaded.definition.teleservice?.url;
  if (url?.startsWith('ville.') !== true || town.links.some(({ key }) => key === url)) return [];
  const advice = nameAdvice(url, townNames('links', town), 'links');
  return [
    faultIn(loaded, {
      rule: 'town.link',
      pointer: '/teleservice/url',
      message: `la ville n’a pas d’adresse « ${url} »`,
      advice,
    }),
  ];
}

function tariffFaults(loaded: LoadedDefinition, town: Town): readonly CatalogFault[] {
  const tariff = loaded.definition.price?.tariff;
  if (tariff === undefined || town.tariffs.some(({ key }) => key === tariff)) return [];
  return [
    faultIn(loaded, {
      rule: 'town.tariff',
      pointer: '/price/tariff',
      message: `la ville n’a pas encore voté le tarif « ${tariff} »`,
      advice: `${nameAdvice(tariff, townNames('tariffs', town), 'tariffs')} ; ou faire ajouter celui-ci à town/demo/tariffs.csv`,
      severity: 'warning',
    }),
  ];
}
