import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import { readYaml, type YamlFile } from '../../../src/catalog/yaml-file.js';
import { readTown } from '../../../src/town/read-town.js';
import type { CatalogRule } from './check-rule.js';
import { PlayTown } from '../play/play-town.js';
import { possibleWords } from '../play/possible-words.js';
import { ScenarioError, tellScenario, type ScenarioFile } from '../play/scenario.js';

/** Where the scenarios lie in the repository, seen from the catalogue's folder. */
export const SCENARIOS = '../test/scenarios';
/** The year in which scenarios are told; the calendar is made around it. */
const TOLD_IN = '2026-05-04';

/** The process that a scenario tells, by the place of its file; undefined for a file that is no scenario. */
export function processOfScenario(file: string): string | undefined {
  const [, theme, subject] = /^\.\.\/test\/scenarios\/([^/]+)\/([^/]+)\.scenario\.yaml$/.exec(file) ?? [];
  return theme === undefined || subject === undefined ? undefined : `${theme}.${subject}`;
}

/** What a process's scenario tells happens; where it does not, the line of the scenario is named, and what could be done there. */
export function scenarioRules(scenariosDir: string, townDir: string): CatalogRule {
  return (catalog) => {
    const told = [...catalog.definitions.keys()].filter((id) => existsSync(fileOf(scenariosDir, id)));
    // A town that is missing or broken is reported by the rules of the town.
    const town = told.length === 0 ? undefined : townOf(townDir);
    if (town === undefined) return [];
    const play = new PlayTown(catalog, town, TOLD_IN);
    return told.flatMap((id) => scenarioFaults(play, id, fileOf(scenariosDir, id)));
  };
}

function fileOf(scenariosDir: string, id: string): string {
  return path.join(scenariosDir, `${id.replace('.', '/')}.scenario.yaml`);
}

function townOf(townDir: string): ReturnType<typeof readTown> | undefined {
  try {
    return readTown(townDir);
  } catch {
    return undefined;
  }
}

function scenarioFaults(town: PlayTown, id: string, file: string): readonly CatalogFault[] {
  const yaml = readYaml(`${SCENARIOS}/${id.replace('.', '/')}.scenario.yaml`, readFileSync(file, 'utf8'));
  const unread = yaml.syntaxError;
  if (unread !== undefined)
    return [fault(yaml, { rule: 'scenario.syntax', pointer: '', message: unread.message, advice: FORMAT })];
  const { process, scenarios } = (yaml.value ?? {}) as Partial<ScenarioFile>;
  if (process !== id || scenarios === undefined) {
    const advice = `écrire « process: ${id} » et « scenarios: » (test/scenarios/README.md)`;
    return [
      fault(yaml, {
        rule: 'scenario.process',
        pointer: '/process',
        message: 'ce scénario n’est pas celui de cette fiche',
        advice,
      }),
    ];
  }
  return scenarios.flatMap((scenario, index) => {
    try {
      tellScenario(town, id, scenario);
      return [];
    } catch (error) {
      return [fault(yaml, wordsOf(error, { town, name: scenario.name, pointer: `/scenarios/${String(index)}` }))];
    }
  });
}

const FORMAT = 'les mots d’un scénario : test/scenarios/README.md';

interface FaultWords {
  readonly rule: string;
  readonly pointer: string;
  readonly message: string;
  readonly advice: string;
  readonly below?: readonly string[];
}

function wordsOf(error: unknown, told: { town: PlayTown; name: string; pointer: string }): FaultWords {
  const said = (error instanceof Error ? error.message : String(error)).split('\n').join(' ; ');
  const message = `scénario « ${told.name} » : ${said}`;
  if (!(error instanceof ScenarioError))
    return { rule: 'scenario.given', pointer: told.pointer, message, advice: FORMAT };
  const pointer = `${told.pointer}${error.pointer}`;
  if (error.pointer === '/then')
    return {
      rule: 'scenario.end',
      pointer,
      message,
      advice: 'corriger « then », ou ce qui, dans la fiche, fait finir autrement',
    };
  const possible = possibleWords(error.play, told.town).map((words) => words.replace(' ', ': '));
  return {
    ...{
      rule: 'scenario.step',
      pointer,
      message,
      advice: 'corriger cette ligne, ou ajouter celle qui manque avant elle',
    },
    below: [`    à ce moment, on peut : ${possible.length === 0 ? 'attendre seulement' : possible.join(' ; ')}`],
  };
}

function fault(yaml: YamlFile, words: FaultWords): CatalogFault {
  return { severity: 'error', ...words, file: yaml.file, line: yaml.lineOf(words.pointer) };
}
