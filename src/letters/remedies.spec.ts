import type { ReplyTemplates } from '../../domain/process/process-definition.js';
import { remediesFor } from './remedies.js';

const REPLIES: ReplyTemplates = {
  sections: { answered: '{{ texte }}' },
  appealNotice: 'Saisissez le {{ tribunal }}.',
  remediesByAnswer: [
    { when: { field: 'acte', equals: 'avis' }, appealNotice: 'Un avis ne se conteste pas.' },
    { when: { field: 'titre', equals: true }, appealNotice: 'Contestez le titre.', remedyOfSilence: 'Sans attendre.' },
    { when: { field: 'pieces', equals: 'plan' }, appealNotice: 'Saisissez la commission.' },
  ],
};

describe('remediesFor', () => {
  it.each([
    { answers: {}, notice: 'Saisissez le {{ tribunal }}.' },
    { answers: { acte: 'decision', titre: false }, notice: 'Saisissez le {{ tribunal }}.' },
    { answers: { acte: 'avis' }, notice: 'Un avis ne se conteste pas.' },
    { answers: { titre: true }, notice: 'Contestez le titre.' },
    { answers: { pieces: ['photo', 'plan'] }, notice: 'Saisissez la commission.' },
    { answers: { titre: true, acte: 'avis' }, notice: 'Un avis ne se conteste pas.' },
  ])('for $answers, says « $notice »', ({ answers, notice }) => {
    expect(remediesFor(REPLIES, answers).appealNotice).toBe(notice);
  });

  it('never mixes the silence of one case with the notice of another', () => {
    expect(remediesFor(REPLIES, { titre: true }).remedyOfSilence).toBe('Sans attendre.');
    expect(remediesFor(REPLIES, { acte: 'avis' }).remedyOfSilence).toBeUndefined();
  });

  it('is the remedies of the process where none hangs on an answer', () => {
    const { appealNotice = '' } = REPLIES;
    expect(remediesFor({ sections: {}, appealNotice }, { acte: 'avis' }).appealNotice).toBe(appealNotice);
  });
});
