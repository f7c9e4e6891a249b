import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { removeClosure, type ClosureDto, type OrganisationCalendarDto } from '../../api/settings.js';
import { Empty } from '../../components/state/empty.js';
import { told } from '../../shell/toasts.js';
import { clockTime, count, longDate, typeset } from '../../text/format.js';
import { timeOf } from '../../text/clock-minutes.js';
import { KINDS } from './new-closure.js';

interface ClosureListProps {
  readonly closures: readonly ClosureDto[];
  readonly organisations: readonly OrganisationCalendarDto[];
  readonly mayEdit: boolean;
}

/** A day that several organisations close is one line: each of them has decided it, and may take it back alone. */
export function ClosureList({ closures, organisations, mayEdit }: ClosureListProps): ReactNode {
  if (closures.length === 0) return <Empty title="Aucune fermeture à venir." />;
  const nameOf = (organisation: string): string =>
    organisations.find((one) => one.organisation === organisation)?.name ?? organisation;
  return (
    <ul className="pv-plain-list">
      {[...sameDays(inOrder(closures, organisations))].map(([key, same]) => (
        <li key={key}>
          <Closure same={same} nameOf={nameOf} />
          {mayEdit ? <Remove same={same} nameOf={nameOf} /> : null}
        </li>
      ))}
    </ul>
  );
}

/** By day, then always the same organisation first. */
function inOrder(
  closures: readonly ClosureDto[],
  organisations: ClosureListProps['organisations'],
): readonly ClosureDto[] {
  const rank = ({ organisation }: ClosureDto): number =>
    organisations.findIndex((one) => one.organisation === organisation);
  return [...closures].sort((one, other) => one.date.localeCompare(other.date) || rank(one) - rank(other));
}

/** The same day, closed in the same way, for the same reason. */
function sameDays(closures: readonly ClosureDto[]): ReadonlyMap<string, readonly ClosureDto[]> {
  const groups = new Map<string, ClosureDto[]>();
  for (const closure of closures) {
    const { date, kind, closesAt, label } = closure;
    const key = [date, kind, closesAt, label].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), closure]);
  }
  return groups;
}

interface SameDayProps {
  readonly same: readonly ClosureDto[];
  readonly nameOf: (organisation: string) => string;
}

function Closure({ same, nameOf }: SameDayProps): ReactNode {
  const [first] = same;
  if (first === undefined) return null;
  const kind = KINDS.find(({ value }) => value === first.kind)?.label ?? first.kind;
  const until = first.closesAt === undefined ? '' : ` à ${clockTime(timeOf(first.closesAt))}`;
  const where = same.map(({ organisation, decidedBy }) => `${nameOf(organisation)} (${decidedBy})`);
  return (
    <>
      <strong>{longDate(first.date)}</strong>
      {typeset(` : ${first.label}`)}
      <span className="pv-row-sub">{typeset(`${kind}${until} · décision : ${where.join(', ')}`)}</span>
    </>
  );
}

function Remove({ same, nameOf }: SameDayProps): ReactNode {
  const [first, second] = same;
  if (first === undefined) return null;
  const what = `${first.label}, ${longDate(first.date)}`;
  const remove = (closures: readonly ClosureDto[]): void => {
    void told(removeAll(closures), 'Fermeture retirée, les calendriers sont à jour.');
  };
  if (second === undefined)
    return (
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={`Retirer ${what}, ${nameOf(first.organisation)}`}
        onClick={() => {
          remove(same);
        }}
      >
        Retirer
      </Button>
    );
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" aria-label={`Retirer ${what}…`}>
          Retirer…
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {same.map((closure) => (
          <Menu.Item
            key={closure.organisation}
            onClick={() => {
              remove([closure]);
            }}
          >
            {nameOf(closure.organisation)}
          </Menu.Item>
        ))}
        <Menu.Item
          onClick={() => {
            remove(same);
          }}
        >
          {`Partout (${count(same.length, 'organisation')})`}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** One after the other: each puts the calendars in force again. */
async function removeAll(closures: readonly ClosureDto[]): Promise<void> {
  for (const closure of closures) await removeClosure(closure);
}
