import type { AbsenceDto, saveAbsence } from '../../api/absences.js';
import type { ChosenProcess } from '../../components/process-select.js';
import { today } from '../../text/format.js';

/** What is typed of an absence; kept as a draft. */
export interface AbsenceValues {
  /** What was stored when the change began: a colleague’s change is judged against it. Absent: a new one. */
  readonly base?: AbsenceDto | undefined;
  readonly person: string;
  readonly from: string;
  readonly to: string;
  /** Empty: whoever the directory names. */
  readonly substitute: string;
  /** None: for all of their work. */
  readonly processes: readonly ChosenProcess[];
  readonly message: string;
}

export function bodyOf({
  base,
  person,
  from,
  to,
  substitute,
  processes,
  message,
}: AbsenceValues): Parameters<typeof saveAbsence>[0] {
  return {
    ...{ base, person, from, to, substitutes: substitute === '' ? [] : [substitute] },
    ...(processes.length === 0 ? {} : { processes: processes.map(({ id }) => id) }),
    ...(message.trim() === '' ? {} : { message: message.trim() }),
  };
}

export function absenceOf(person: string): AbsenceValues {
  return { person, from: today(), to: today(), substitute: '', processes: [], message: '' };
}

export function valuesOf(base: AbsenceDto): AbsenceValues {
  const { person, from, to, substitutes, processes = [], message = '' } = base;
  return { base, person: person.id, from, to, substitute: substitutes[0]?.id ?? '', processes, message };
}
