import type { Actor } from '../../domain/people/actor.js';
import { scopeOf } from '../../domain/people/permission.js';
import { type ScopeColumns, scopeSql } from './scope-sql.js';

const columns: ScopeColumns = {
  organisation: 'c.organisation',
  department: 'c.department',
  sector: 'c.sector',
  sensitive: 'c.sensitive',
  teams: (list) => `c.teams && ${list}::text[]`,
  holders: (list) => `c.holders && ${list}::text[]`,
  involved: (list) => `c.involved && ${list}::text[]`,
};

function actor(roles: Actor['roles']): Actor {
  return { personId: 'p-1', sessionId: 's', roles, substitutesFor: [{ personId: 'p-2', rule: 'absence:1' }] };
}

describe('the SQL of a scope', () => {
  it('numbers its parameters after those of the query', () => {
    const referent = actor([{ role: 'referent', perimeter: { organisation: 'ville', team: 'voirie.chaussee' } }]);
    expect(scopeSql(scopeOf(referent, 'case.read'), columns, 3)).toEqual({
      sql: '((c.teams && $3::text[]) or (c.holders && $4::text[]))',
      params: [['voirie.chaussee'], ['p-1', 'p-2']],
    });
  });

  it('keeps sensitive rows from those who reach ordinary ones only', () => {
    const dgs = actor([{ role: 'dgs', perimeter: { organisation: 'ville' } }]);
    expect(scopeSql(scopeOf(dgs, 'case.read'), columns)).toEqual({
      sql: '((c.organisation = $1 and not c.sensitive) or (c.involved && $2::text[]))',
      params: ['ville', ['p-1', 'p-2']],
    });
  });

  it('joins the departments of a directorate', () => {
    const perimeter = { organisation: 'ville', departments: ['voirie', 'eclairage'] };
    expect(scopeSql(scopeOf(actor([{ role: 'director', perimeter }]), 'statistics.read'), columns)).toEqual({
      sql: '((c.organisation = $1 and c.department = any($2)))',
      params: ['ville', ['voirie', 'eclairage']],
    });
  });

  it('is true for everything and false for nothing', () => {
    const administrator = actor([{ role: 'administrator', perimeter: { organisation: 'ville' } }]);
    expect(scopeSql(scopeOf(administrator, 'case.search'), columns).sql).toBe('(true)');
    expect(scopeSql(scopeOf(administrator, 'task.sign'), columns).sql).toBe('(false)');
  });

  it('leaves out an area that the query cannot answer, rather than its condition', () => {
    const { organisation, department, sector, sensitive } = columns;
    const plain = { organisation, department, sector, sensitive };
    const official = actor([{ role: 'electedOfficial', perimeter: { organisation: 'ville' } }]);
    expect(scopeSql(scopeOf(official, 'case.read'), plain)).toEqual({ sql: '(false)', params: [] });
  });
});
