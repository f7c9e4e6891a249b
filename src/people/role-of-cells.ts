import type { AccountColumnName } from '../../domain/people/account-columns.js';
import type { Department, Directorate, Directory, Division, HeldRole, Team } from '../../domain/people/directory.js';
import { ROLES, type Role } from '../../domain/people/role.js';
import { ROLE_WORDS } from '../../domain/text/case-words.js';
import { typeset } from '../../domain/text/french-typography.js';
import { foldWords } from '../../domain/text/fold-words.js';
import type { AccountFault, AccountLine } from './read-accounts-file.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The names that the cells of a role may use. */
export interface RolePlaces {
  readonly directory: Directory;
  readonly quartiers: readonly Named[];
}

const NONE = {
  rôle: 'aucun rôle',
  organisation: 'aucune organisation',
  pôle: 'aucun pôle',
  direction: 'aucune direction',
  service: 'aucun service',
  équipe: 'aucune équipe',
  quartiers: 'aucun quartier',
} as const satisfies Partial<Record<AccountColumnName, string>>;

type RoleColumn = keyof typeof NONE;

const ROLE_NAMES: readonly { readonly id: Role; readonly names: readonly string[] }[] = ROLES.map((id) => ({
  id,
  names: [id, ROLE_WORDS[id], ...ROLE_WORDS[id].split(' ou ')],
}));

/** The role that a line gives: none where all its cells are empty; its faults where a name is nobody's. */
export function roleOfCells(
  line: AccountLine,
  { directory, quartiers }: RolePlaces,
): { readonly role?: HeldRole; readonly faults: readonly AccountFault[] } {
  const cells = new RoleCells(line);
  if (cells.areEmpty) return { faults: [] };
  const role = cells.role();
  const place = placeOf(cells, directory);
  const served = cells.quartiers(quartiers);
  const { faults } = cells;
  if (role === undefined || place === undefined || faults.length > 0) return { faults };
  return { role: { role, ...place, ...(served.length === 0 ? {} : { quartiers: served }) }, faults };
}

/** The cells of a line that speak of a role, read one by one; what is wrong in them becomes its faults. */
class RoleCells {
  readonly faults: AccountFault[] = [];

  constructor(private readonly source: AccountLine) {}

  get areEmpty(): boolean {
    return Object.keys(NONE).every((column) => this.source.cells[column as RoleColumn] === undefined);
  }

  fault(column: RoleColumn, code: string, detail: string): void {
    this.faults.push({ line: this.source.line, column, code, detail: typeset(detail) });
  }

  role(): Role | undefined {
    const text = this.source.cells['rôle'];
    if (text === undefined) {
      this.fault('rôle', 'missing', 'Le rôle manque : il va avec son périmètre.');
      return undefined;
    }
    const found = ROLE_NAMES.find(({ names }) => names.some((one) => same(one, text)))?.id;
    if (found === undefined) this.fault('rôle', 'unknown', `« ${text} » ne désigne aucun rôle.`);
    return found;
  }

  quartiers(known: readonly Named[]): readonly string[] {
    return (this.source.cells.quartiers?.split('|') ?? []).flatMap((text) => {
      const found = known.find(({ id, name }) => same(id, text) || same(name, text));
      if (found !== undefined) return [found.id];
      this.fault('quartiers', 'unknown', `« ${text.trim()} » ne désigne aucun quartier.`);
      return [];
    });
  }

  /** The one place of that name in a list; an id comes before a name. */
  place<T extends Named>(column: keyof typeof NONE, list: readonly T[]): T | undefined {
    const text = this.source.cells[column];
    if (text === undefined) return undefined;
    const byId = list.filter(({ id }) => id === text);
    const [found, other] = byId.length > 0 ? byId : list.filter(({ id, name }) => same(id, text) || same(name, text));
    if (found !== undefined && other === undefined) return found;
    if (found === undefined) this.fault(column, 'unknown', `« ${text} » ne désigne ${NONE[column]} à cet endroit.`);
    else this.fault(column, 'ambiguous', `« ${text} » est le nom de plusieurs : précisez ce qui est au-dessus.`);
    return undefined;
  }
}

type Place = Omit<HeldRole, 'role'>;

interface Levels {
  readonly organisation: string | undefined;
  readonly division: Division | undefined;
  readonly directorate: Directorate | undefined;
  readonly department: Department | undefined;
  readonly team: Team | undefined;
}

/** The narrowest place named; each wider one that is named too narrows the search. */
function placeOf(cells: RoleCells, directory: Directory): Place | undefined {
  const known = cells.faults.length;
  const organisation = cells.place('organisation', directory.organisations)?.id;
  const within = <T extends { readonly organisation: string }>(list: readonly T[]): readonly T[] =>
    list.filter((one) => [undefined, one.organisation].includes(organisation));
  const division = cells.place('pôle', within(directory.divisions));
  const directorates = within(directory.directorates).filter((one) => [undefined, one.division].includes(division?.id));
  const directorate = cells.place('direction', directorates);
  const departments = within(directory.departments).filter(
    (one) => one.closedOn === undefined && [undefined, one.directorate].includes(directorate?.id),
  );
  const department = cells.place('service', departments);
  const reached = department === undefined ? departments : [department];
  const teams = directory.teams.filter((one) => reached.some(({ id }) => id === one.department));
  // One name that is nobody's says enough: what lies under it would be looked for everywhere.
  const team = cells.faults.length > known ? undefined : cells.place('équipe', teams);
  if (cells.faults.length > known) return undefined;
  const its = department ?? departments.find(({ id }) => id === team?.department);
  const narrowest = its ?? directorate ?? division;
  if (narrowest === undefined && organisation === undefined)
    cells.fault('organisation', 'missing', 'Où ce rôle vaut-il ? Nommez une organisation, un service ou une équipe.');
  return named({ organisation, division, directorate, department: its, team });
}

/** The place as a role keeps it: the narrowest level, with what a team belongs to. */
function named({ organisation, division, directorate, department: its, team }: Levels): Place | undefined {
  if (its !== undefined) return { organisation: its.organisation, department: its.id, ...(team && { team: team.id }) };
  if (directorate !== undefined) return { organisation: directorate.organisation, directorate: directorate.id };
  if (division !== undefined) return { organisation: division.organisation, division: division.id };
  return organisation === undefined ? undefined : { organisation };
}

function same(a: string, b: string): boolean {
  return foldWords(a) === foldWords(b);
}
