import type { LocalDate } from '../time/local-date.js';
import type { Delegation, Directory, Person } from './directory.js';
import { signatureMention } from './signature-mention.js';
import type { SigningAsked } from './signing-power.js';
import { signingPower } from './signing-power.js';

const date = (text: string): LocalDate => text as LocalDate;

const person = (id: string, firstName: string, functionTitle: string): Person => ({
  id,
  login: id,
  firstName,
  lastName: 'Clairvent',
  functionTitle,
  email: `${id}@valmont.example`,
  phone: '03 53 01 99 99',
  roles: [],
  substitutes: [],
});

const delegation = (id: string, change: Partial<Delegation>): Delegation => ({
  id,
  person: 'elue',
  authority: 'maire',
  organisation: 'ville',
  kind: 'function',
  from: date('2026-04-03'),
  to: date('2032-03-31'),
  arrete: `2026-AR-${id}`,
  ...change,
});

const directory: Directory = {
  organisations: [
    { id: 'ville', kind: 'commune', name: 'Ville', legalName: 'Ville', authority: 'maire', authorityTitle: 'le Maire' },
    {
      id: 'agglo',
      kind: 'agglomeration',
      name: 'Agglo',
      legalName: 'Agglo',
      authority: 'x',
      authorityTitle: 'la Présidente',
    },
  ],
  divisions: [],
  directorates: [],
  departments: [],
  teams: [],
  people: [
    person('maire', 'Basile', 'Maire de Valmont-sur-Marne'),
    person('elue', 'Aube', 'Adjointe au maire déléguée à la voirie'),
    person('dgs', 'Irène', 'Directrice générale des services'),
    person('dga', 'Côme', 'DGA, pôle Ressources'),
  ],
  absences: [],
  delegations: [
    delegation('1', { matters: ['voirie'] }),
    delegation('2', { matters: ['eclairage'], to: date('2026-09-30') }),
    delegation('3', { person: 'dgs', kind: 'signature' }),
    delegation('4', { person: 'dga', kind: 'signature', inAbsenceOf: 'dgs' }),
  ],
};

const asked = (change: Partial<SigningAsked>): SigningAsked => ({
  signer: 'elue',
  organisation: 'ville',
  theme: 'voirie',
  on: date('2026-11-25'),
  ...change,
});

describe('the power to sign', () => {
  it('belongs to the mayor by right, in the mayor’s own organisation', () => {
    expect(signingPower(directory, asked({ signer: 'maire' }))).toEqual({ kind: 'ownAuthority' });
    expect(signingPower(directory, asked({ signer: 'maire', organisation: 'agglo' }))).toEqual({
      kind: 'refused',
      code: 'delegation.missing',
    });
  });

  it('comes from a delegation for that matter, both days included', () => {
    expect(signingPower(directory, asked({}))).toMatchObject({ kind: 'delegated', delegation: { id: '1' } });
    expect(signingPower(directory, asked({ on: date('2026-04-03') })).kind).toBe('delegated');
    expect(signingPower(directory, asked({ on: date('2032-03-31') })).kind).toBe('delegated');
    expect(signingPower(directory, asked({ on: date('2032-04-01') }))).toEqual({
      kind: 'refused',
      code: 'delegation.expired',
    });
  });

  it('tells a delegation that ended from one that never was or has not begun', () => {
    expect(signingPower(directory, asked({ theme: 'eclairage' }))).toMatchObject({ code: 'delegation.expired' });
    expect(signingPower(directory, asked({ theme: 'eau' }))).toMatchObject({ code: 'delegation.missing' });
    expect(signingPower(directory, asked({ on: date('2026-04-02') }))).toMatchObject({ code: 'delegation.missing' });
  });

  it('covers every matter when the delegation names none', () => {
    expect(signingPower(directory, asked({ signer: 'dgs', theme: 'eau' }))).toMatchObject({ delegation: { id: '3' } });
  });

  it('is given for an absence only while acting for that person', () => {
    expect(signingPower(directory, asked({ signer: 'dga' }))).toMatchObject({ code: 'delegation.missing' });
    expect(signingPower(directory, asked({ signer: 'dga', onBehalfOf: 'elue' })).kind).toBe('refused');
    expect(signingPower(directory, asked({ signer: 'dga', onBehalfOf: 'dgs' }))).toMatchObject({
      delegation: { id: '4' },
    });
  });
});

describe('the words of a signature', () => {
  const mentionOf = (change: Partial<SigningAsked>): object | undefined =>
    signatureMention(directory, asked(change), signingPower(directory, asked(change)));

  it('are name and capacity alone for the mayor', () => {
    expect(mentionOf({ signer: 'maire' })).toEqual({
      name: 'Basile Clairvent',
      capacity: 'maire de Valmont-sur-Marne',
    });
  });

  it('name the authority and the arrêté for a delegate', () => {
    expect(mentionOf({})).toEqual({
      name: 'Aube Clairvent',
      capacity: 'adjointe au maire déléguée à la voirie',
      formula: 'Pour le Maire et par délégation,',
      delegationReference: 'Arrêté n°\u00a02026-AR-1',
    });
  });

  it('name the absent person for a substitute, and leave an acronym in capitals', () => {
    expect(mentionOf({ signer: 'dga', onBehalfOf: 'dgs' })).toEqual({
      name: 'Côme Clairvent',
      capacity: 'DGA, pôle Ressources',
      formula: 'Pour le Maire et par délégation, en l’absence d’Irène Clairvent, directrice générale des services,',
      delegationReference: 'Arrêté n°\u00a02026-AR-4',
    });
  });

  it('are none where the power is refused', () => {
    expect(mentionOf({ theme: 'eau' })).toBeUndefined();
  });
});
