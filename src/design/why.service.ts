import { Injectable } from '@nestjs/common';
import type { RoleHeld } from '../../domain/people/actor.js';
import type { Directory } from '../../domain/people/directory.js';
import { reasonsOf, type Reach } from '../../domain/people/permission.js';
import { ROLE_WORDS } from '../../domain/text/case-words.js';
import { countOf, typeset } from '../../domain/text/french-typography.js';
import { actorOf, PersonDirectory } from '../auth/person-directory.js';
import { Database } from '../database/database.js';
import { findCaseAccess } from '../database/repositories/case-access.repository.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { departmentName, teamName } from '../people/person-names.js';
import type { WhyDto, WhyReasonDto } from './design.dto.js';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Which line of the permission table lets a person read a case, or why none does. */
@Injectable()
export class WhyService {
  constructor(
    private readonly database: Database,
    private readonly people: PersonDirectory,
    private readonly directory: DirectoryService,
  ) {}

  async explain(caseIdOrNumber: string, personId: string): Promise<WhyDto> {
    const person = await this.people.find(personId);
    if (person === undefined) throw new Refusal('person.not-found');
    const caseId = UUID.test(caseIdOrNumber) ? caseIdOrNumber : await this.idOf(caseIdOrNumber);
    const access = caseId === undefined ? undefined : await findCaseAccess(this.database, caseId);
    if (access === undefined) throw new Refusal('case.not-found');
    const directory = await this.directory.current();
    const actor = actorOf(person, '');
    const found = reasonsOf(actor, 'case.read', access.subject);
    const reasons = found.map(({ held, reach, covers }) => reasonDto(held, { reach, covers }, directory));
    const sees = reasons.some(({ holds }) => holds);
    const number = access.caseFile.caseNumber;
    const because = reasons.find(({ holds }) => holds);
    const sentence =
      because === undefined
        ? `${person.name} ne voit pas la demande ${number}${access.subject.sensitive ? ', qui est sensible' : ''}.`
        : `${person.name} voit la demande ${number} au titre du rôle « ${because.role} » : ${because.words}.`;
    return { sees, sentence: typeset(sentence), reasons };
  }

  private async idOf(number: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      'SELECT case_id AS id FROM case_files WHERE case_number = $1',
      [number],
    );
    return row?.id;
  }
}

const REACH_WORDS: Readonly<Record<Reach, string>> = {
  everything: 'toutes les demandes',
  ordinaryEverywhere: 'toutes les demandes qui ne sont pas sensibles',
  perimeter: 'les demandes de son périmètre',
  ordinaryPerimeter: 'les demandes de son périmètre qui ne sont pas sensibles',
  organisation: 'les demandes de son organisation',
  own: 'les demandes dont elle tient une tâche, ou celles de qui elle remplace',
  involved: 'les demandes auxquelles elle a pris part',
};

function reasonDto(
  held: RoleHeld,
  { reach, covers }: { readonly reach: Reach; readonly covers: boolean },
  directory: Directory,
): WhyReasonDto {
  return {
    role: ROLE_WORDS[held.role],
    perimeter: placeOf(held, directory),
    reach,
    words: REACH_WORDS[reach],
    holds: covers,
  };
}

function placeOf({ perimeter }: RoleHeld, directory: Directory): string {
  const { organisation, departments, team } = perimeter;
  if (team !== undefined) return `équipe ${teamName(directory, team)}`;
  if (departments !== undefined) {
    const names = departments.slice(0, 3).map((id) => departmentName(directory, id));
    return `${names.join(', ')}${departments.length > 3 ? ` et ${countOf(departments.length - 3, 'autre service', 'autres services')}` : ''}`;
  }
  return directory.organisations.find(({ id }) => id === organisation)?.name ?? 'sans périmètre';
}
