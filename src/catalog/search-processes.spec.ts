import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import { searchable, searchProcesses } from './search-processes.js';

const process = (title: string, ...phrasings: string[]): { readonly definition: ProcessDefinition } => ({
  definition: { title, phrasings } as unknown as ProcessDefinition,
});

const processes = [
  process('Signaler un nid-de-poule', 'y a un trou dans la route', 'la chaussée est défoncée devant chez moi'),
  process('Signaler une collecte oubliée', 'ma poubelle n’a pas été ramassée'),
  process('Obtenir une copie d’acte de naissance', 'il me faut un extrait de naissance'),
].map(searchable);

const found = (text: string): readonly string[] =>
  searchProcesses(processes, text).map(({ definition }) => definition.title);

describe('the search of a process', () => {
  it('finds it by what citizens say, accents and small words aside', () => {
    expect(found('un trou sur ma route')).toEqual(['Signaler un nid-de-poule']);
    expect(found('CHAUSSEE defoncee')).toEqual(['Signaler un nid-de-poule']);
  });

  it('finds it with a letter wrong and with a word half typed', () => {
    expect(found('acte de naisance')[0]).toBe('Obtenir une copie d’acte de naissance');
    expect(found('poub')[0]).toBe('Signaler une collecte oubliée');
  });

  it('finds nothing where nothing fits, and everything for nothing', () => {
    expect(found('permis de construire')).toEqual([]);
    expect(found('  ')).toHaveLength(3);
  });
});
