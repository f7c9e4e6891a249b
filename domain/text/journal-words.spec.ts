import { isEssential, lineInFrench } from './journal-words.js';

describe('a journal line in French', () => {
  it('names the act of a person', () => {
    expect(lineInFrench('command.sendBack')).toBe('Réponse renvoyée pour correction');
  });

  it('says the day by which a clock now ends', () => {
    expect(lineInFrench('clock.running', { clock: 'promise', dueOn: '2026-12-01' })).toBe(
      'Délai en cours, échéance le 1er\u00a0décembre 2026',
    );
  });

  it('says at which level somebody was reminded', () => {
    expect(lineInFrench('clock.reminded', { level: 'half', dueOn: '2026-12-01' })).toBe(
      'Rappel\u00a0: à la moitié du délai',
    );
  });

  it('gives back a code that this version does not know, rather than nothing', () => {
    expect(lineInFrench('case.somethingNew')).toBe('case.somethingNew');
  });

  it('folds the machine’s own lines away, and never a person’s act', () => {
    expect(isEssential('command.endorse')).toBe(true);
    expect(isEssential('event.calendarsFetched')).toBe(false);
    expect(isEssential('step.entered')).toBe(false);
  });
});
