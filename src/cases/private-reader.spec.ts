import type { Actor } from '../../domain/people/actor.js';
import type { Subject } from '../../domain/people/permission.js';
import { isOfDepartment } from './private-reader.js';

const subject: Subject = {
  ...{ organisation: 'ville', department: 'voirie', teams: [], sector: 'general', sensitive: false },
  ...{ holders: ['p-holder'], involved: [], processId: 'voirie.nid-de-poule' },
};

function actor(changes: Partial<Actor>): Actor {
  return { personId: 'p-reader', roles: [], sessionId: 's', substitutesFor: [], ...changes };
}

describe('isOfDepartment', () => {
  it('is true of a member of the department and of the holder', () => {
    const perimeter = { organisation: 'ville', departments: ['voirie'] };
    expect(isOfDepartment(actor({ roles: [{ role: 'referent', perimeter }] }), subject)).toBe(true);
    expect(isOfDepartment(actor({ personId: 'p-holder' }), subject)).toBe(true);
    expect(isOfDepartment(actor({}), subject)).toBe(false);
  });

  it('is true of whoever acts for the holder, in those processes alone where the absence is for some', () => {
    const instead = (processes: readonly string[]): Actor =>
      actor({ substitutesFor: [{ personId: 'p-holder', rule: 'absence:a-1:p-reader', processes }] });
    expect(isOfDepartment(instead(['voirie.nid-de-poule']), subject)).toBe(true);
    expect(isOfDepartment(instead(['voirie.trottoir-degrade']), subject)).toBe(false);
  });
});
