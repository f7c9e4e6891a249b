import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readScenarios, tellScenario } from '../../scripts/catalog/play/scenario.js';
import { DemoTown } from '../support/demo-town.js';

const town = new DemoTown();
const folder = path.resolve('test/scenarios');

/** What fills the days of an ambassador; which thirty is a judgement of ours, to be replaced by a town's own figures. */
const MOST_MET: readonly string[] = [
  'animaux.chien-errant',
  'associations.salle',
  'dechets.collecte-oubliee',
  'dechets.encombrants',
  'demarches-administratives.recensement-citoyen',
  'demarches-administratives.rendez-vous-titre-identite',
  'eau.contester-facture',
  'eau.fuite-voie-publique',
  'eclairage.lampadaire-eteint',
  'education.inscription-ecole',
  'elections.inscription-liste-electorale',
  'espaces-verts.elagage-arbre-public',
  'etat-civil.copie-acte-naissance',
  'etat-civil.declaration-deces',
  'etat-civil.dossier-mariage',
  'funeraire.achat-concession',
  'grc.a-qualifier',
  'institutions.rendez-vous-elu',
  'logement.demande-logement-social',
  'periscolaire.inscription-cantine',
  'petite-enfance.preinscription-creche',
  'proprete.depot-sauvage',
  'senior.portage-repas',
  'solidarite.aide-sociale-facultative',
  'stationnement.carte-resident',
  'stationnement.genant',
  'tranquillite.bruit-voisinage',
  'urbanisme.declaration-prealable',
  'voirie.demenagement',
  'voirie.nid-de-poule',
];

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.scenario.yaml'))
  .sort();

describe.each(files)('%s', (file) => {
  const { process, scenarios } = readScenarios(path.join(folder, file));

  it('lies where its process lies in the catalogue', () => {
    expect(file).toBe(`${process.replace('.', '/')}.scenario.yaml`);
  });

  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', (_name, scenario) => {
    tellScenario(town, process, scenario);
  });
});

describe('the scenarios together', () => {
  const told = files.map((file) => readScenarios(path.join(folder, file)).process);
  const shapeOf = (id: string): string => {
    const steps = town.definitionOf(id)?.steps ?? [];
    const endorsing = steps.flatMap((step): readonly string[] => (step.kind === 'endorsement' ? step.chain : []));
    const signing = steps.flatMap((step) => (step.kind === 'signature' ? [`signed by ${step.by}`] : []));
    return [...endorsing, ...signing].join(', ');
  };

  it('tell the thirty processes that a town meets most', () => {
    expect(MOST_MET).toHaveLength(30);
    expect(MOST_MET.filter((id) => !told.includes(id))).toEqual([]);
  });

  it('tell every shape of chain that the catalogue uses', () => {
    const shapes = new Set(told.map(shapeOf));
    expect(town.definitions.map(({ processId }) => processId).filter((id) => !shapes.has(shapeOf(id)))).toEqual([]);
  });

  it('tell every legal clock that the catalogue uses', () => {
    // Several definitions call their own clock "silence": the length and what silence means make it another one.
    const clocksOf = (id: string): readonly string[] =>
      town
        .definitionOf(id)
        ?.clocks.map((clock) =>
          [clock.id, clock.limit.n, clock.limit.kind, clock.missingItem, clock.silenceMeans].join(' '),
        ) ?? [];
    const known = new Set(told.flatMap(clocksOf));
    expect(
      [...new Set(town.definitions.flatMap(({ processId }) => clocksOf(processId)))].filter((id) => !known.has(id)),
    ).toEqual([]);
  });
});

describe('a scenario that tells it wrong', () => {
  const given = { receivedOn: '2026-05-04' };
  const play = (steps: readonly Record<string, unknown>[], then: Record<string, unknown>): void => {
    tellScenario(town, 'voirie.nid-de-poule', { name: 'x', given, steps, then });
  };

  it('fails on an act that is refused, or that is not', () => {
    expect(() => {
      play([{ dgs: 'endorses' }], {});
    }).toThrow('case.not-possible-now');
    expect(() => {
      play([{ refused: 'referent answers', because: 'case.closed' }], {});
    }).toThrow('done, et non case.closed');
  });

  it('fails on a word it does not know', () => {
    expect(() => {
      play([{ referent: 'dances' }], {});
    }).toThrow('pas un acte connu');
    expect(() => {
      play([], { mood: 'good' });
    }).toThrow('puisse attendre');
  });

  it('fails on a line that says nothing', () => {
    expect(() => {
      play([{ mayor: 'signs' }], {});
    }).toThrow('Ligne incomprise');
  });

  it('fails on an end that is another one', () => {
    expect(() => {
      play([], { status: 'replied' });
    }).toThrow('status : "open", et non "replied"');
  });
});
