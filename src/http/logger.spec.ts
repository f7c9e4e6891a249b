import { createLogger, describeError, withoutValues } from './logger.js';

describe('a log line', () => {
  it('hides what is personal, whoever adds the field', () => {
    const lines: string[] = [];
    const logger = createLogger('info', { write: (line) => void lines.push(line) });
    const citizen = { lastName: 'Dupont', email: 'a@exemple.fr', phone: '0612345678' };
    logger.info({ caseId: 'c-1', citizen, body: { text: 'un trou' }, password: 'x' }, 'opened');
    expect(JSON.parse(lines.join(''))).toMatchObject({ caseId: 'c-1', msg: 'opened' });
    expect(lines.join('')).not.toMatch(/Dupont|exemple|0612345678|trou/);
  });

  it('is not written below its level', () => {
    const lines: string[] = [];
    createLogger('warn', { write: (line) => void lines.push(line) }).info({}, 'nothing');
    expect(lines).toEqual([]);
  });
});

describe('a message of a foreign error', () => {
  it.each([
    ['invalid input syntax for type uuid: "Dupont"', 'invalid input syntax for type uuid: …'],
    ['Key (email)=(a@exemple.fr) already exists', 'Key … already exists'],
    ['550 5.1.1 <marie.dupont@exemple.fr>: unknown', '550 5.1.1 <…>: unknown'],
    ["Can't reach 'rue de l'Écluse'", "Can't reach …"],
    ['call 06 12 34 56 78 now', 'call … now'],
  ])('%s loses its values', (message, wanted) => {
    expect(withoutValues(message)).toBe(wanted);
  });

  it('keeps its kind, its code and the place', () => {
    const error = Object.assign(new TypeError('bad "Dupont"'), { code: '22P02', detail: 'Dupont' });
    expect(describeError(error)).toMatchObject({ error: 'TypeError', code: '22P02', what: 'bad …' });
    expect(JSON.stringify(describeError(error))).not.toContain('Dupont');
    expect(describeError('Dupont')).toEqual({ error: 'string' });
  });
});
