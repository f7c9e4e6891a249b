import type { FormField, ProcessDefinition } from '../../domain/process/process-definition.js';
import { aCalendar, aDefinition, answerStep, replyStep } from '../../test/support/builders/rules-for-tests.js';
import type { Directory } from '../../domain/people/directory.js';
import type { OrganisationSheet } from '../town/town.js';
import type { BenchDto, BenchLetterDto } from './design.dto.js';
import { playCase, refuseInvalidAnswers, type PlayedIn } from './play-case.js';

const lieu: FormField = { key: 'lieu', label: 'Où est-ce ?', type: 'place', required: true, routing: false };
const runnable = aDefinition({
  steps: [{ kind: 'assignment', team: 'voirie.chaussee', byQuartier: false }, answerStep, replyStep],
});
const definition = {
  id: runnable.processId,
  organisation: 'ville',
  theme: 'voirie',
  department: 'voirie',
  title: 'Signaler un trou',
  form: { fields: [lieu, { ...lieu, key: 'mail', label: 'Votre courriel', type: 'email', required: false }] },
  clocks: [],
  steps: runnable.steps,
  replies: {
    sections: {
      answered: 'Vous nous avez écrit ({{ champs.lieu }}).\n\n{{ texte }}',
      refused: 'C’est non : {{ motif }}.',
      done: 'Écrit à {{ champs.mail }}.',
    },
    appealNotice: 'Saisissez le {{ tribunal }}.',
  },
} as unknown as ProcessDefinition;

const nobody: Directory = {
  ...{ organisations: [], divisions: [], directorates: [], departments: [], teams: [] },
  ...{ people: [], absences: [], delegations: [] },
};
const town: PlayedIn = {
  version: { definition, runnable },
  calendars: { ville: aCalendar() },
  directory: nobody,
  published: [],
};
const prints = {
  sheet: {
    ...{ legalName: 'Ville de Valmont', name: 'Valmont', shortName: 'la mairie', phone: '03', email: 'm@v.example' },
    address: { lines: ['1 place de l’Exemple'], postalCode: '51999', city: 'Valmont' },
    letters: { place: 'Valmont', graciousAppealTo: 'Madame le Maire' },
    tribunal: { name: 'tribunal administratif de Valmont' },
  } as unknown as OrganisationSheet,
  telephones: new Map(),
};

const play = (answers: Record<string, unknown>, ...acts: BenchDto['acts']): BenchDto => ({
  openedAt: '2026-04-20T10:00:00+02:00',
  answers,
  acts,
});

function lettersOf(given: BenchDto): readonly (BenchLetterDto | undefined)[] {
  return playCase(town, given, prints).frames.flatMap(({ mails }) => mails.map(({ letter }) => letter));
}

describe('a case that is played', () => {
  it('sends what its reader gets, with the answers that were given', () => {
    const given = play({ lieu: { label: '12 rue des Tilleuls' } }, { words: 'referent answers' });
    const [acknowledgement, reply] = lettersOf(given);
    expect(acknowledgement?.subject).toBe('Nous avons reçu votre demande n°\u00a0D-0000-00000');
    expect(acknowledgement?.text).toContain('(Signaler un trou) a été reçue le lundi');
    expect(reply?.text).toContain('Voici notre réponse');
    expect(reply?.text).toContain('Vous nous avez écrit (12 rue des Tilleuls).');
    expect(reply?.text).toContain('Camille Exemple');
  });

  it('leaves a place in brackets for what a citizen would have had to say, and names it', () => {
    const [, reply] = lettersOf(play({}, { words: 'referent answers' }));
    expect(reply?.text).toContain('Vous nous avez écrit ([réponse de l’usager]).');
    expect(playCase(town, play({})).missing).toEqual(['Où est-ce ?']);
  });

  it('concludes in each way that has a letter, a refusal with its remedies', () => {
    expect(
      playCase(town, play({}))
        .next.slice(0, 4)
        .map(({ label }) => label),
    ).toEqual([
      'Référente ou référent\u00a0: répond',
      'Référente ou référent\u00a0: répond que c’est fait',
      'Référente ou référent\u00a0: répond par un refus',
      'Référente ou référent\u00a0: demande une pièce à l’usager',
    ]);
    const refusal = { words: 'referent answers', details: { conclusion: 'refused' } };
    const [, reply] = lettersOf(play({}, refusal));
    expect(reply?.text).toContain('C’est non\u00a0: [le motif].');
    expect(reply?.text).toContain('tribunal administratif de Valmont');
  });

  it('tells what is asked of the citizen as it was asked, though it was sent since', () => {
    const [, asked] = lettersOf(
      play({}, { words: 'referent asks the citizen' }, { words: 'citizen sends what was missing' }),
    );
    expect(asked?.subject).toContain('il nous manque un élément');
    expect(asked?.text).toContain('[Ce qui manque, dit par le service.]');
  });

  it('says why a letter cannot be written, and goes on', () => {
    const done = { words: 'referent answers', details: { conclusion: 'done' } };
    const { frames } = playCase(town, play({}, done), prints);
    expect(frames[1]?.mails[0]?.letter).toEqual({
      subject: 'Réponse\u00a0: Signaler un trou',
      fault: 'La variable «\u00a0champs.mail\u00a0» du modèle de réponse n’a pas de valeur.',
    });
    expect(frames[1]?.state).toBe('Clos : Fait, avec preuve');
  });

  it('is written for nobody where nobody looks: a trial that is replayed', () => {
    expect(playCase(town, play({})).frames[0]?.mails).toEqual([{ words: 'Courriel à l’usager : accusé de réception' }]);
  });
});

describe('answers that a citizen could not send', () => {
  const wrong = play({ mail: 'pas une adresse', lieu: { label: 'Ici' } });

  it('are refused in the words of a request, where they stand in what was sent', () => {
    const refused = (within?: string): unknown => {
      try {
        refuseInvalidAnswers(town, wrong, within);
        return undefined;
      } catch (error) {
        return error;
      }
    };
    const fault = { code: 'answer.bad-format', detail: expect.stringContaining('nom@exemple.fr') as string };
    expect(refused()).toMatchObject({
      code: 'request.invalid-answers',
      details: { faults: [{ ...fault, pointer: '/answers/mail' }] },
    });
    expect(refused('/play')).toMatchObject({ details: { faults: [{ pointer: '/play/answers/mail' }] } });
    expect(() => {
      refuseInvalidAnswers(town, play({}));
    }).not.toThrow();
  });

  it('do not stop a trial kept before its form changed: the others are played', () => {
    const { frames } = playCase(town, { ...wrong, answers: { ...wrong.answers, parti: true } });
    expect(frames).toHaveLength(1);
  });
});
