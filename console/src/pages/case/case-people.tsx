import { Button, Popover, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CaseDetailDto } from '../../api/cases.js';
import { useSession } from '../../api/session.js';
import { PersonChip, type NamedPerson } from '../../components/person-chip.js';
import { useTakeTask, type TakenTask } from '../../components/use-take-task.js';
import { useShortcuts } from '../../shell/keyboard.js';
import { count, typeset } from '../../text/format.js';
import { FollowButton } from './follow-button.js';

/** Who has the request, and who follows it, in one line. */
export function CasePeople({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  return (
    <div className="pv-case-people">
      <Owner caseFile={caseFile} />
      <Followers followers={caseFile.followers} />
      <FollowButton caseFile={caseFile} />
    </div>
  );
}

/** Whoever took the task first in hand, or else holds it; a team where nobody does yet. */
function Owner({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const { caseId, caseNumber, tasks, route, status, may } = caseFile;
  const task = tasks.find(({ claimedBy }) => claimedBy !== undefined) ?? tasks[0];
  const person = task === undefined ? route.holder : (task.claimedBy ?? task.holder);
  if (person !== undefined)
    return (
      <span className="pv-case-owner">
        <span className="pv-hidden">Responsable : </span>
        <PersonChip person={{ id: person.id, name: person.name }} />
      </span>
    );
  if (status !== 'open' || task === undefined) return null;
  return (
    <>
      <span className="pv-row-sub">{typeset(`${task.team?.name ?? task.department.name} : personne encore`)}</span>
      {may.some(({ taskId }) => taskId === task.id) ? <TakeTask task={{ id: task.id, caseId, caseNumber }} /> : null}
    </>
  );
}

function TakeTask({ task }: { readonly task: TakenTask }): ReactNode {
  const { busy, change } = useTakeTask(task, false);
  useShortcuts('Sur la demande', { i: { label: 'Prendre cette demande', act: () => void change() } });
  return (
    <Button
      className="pv-no-print"
      size="compact-sm"
      variant="default"
      loading={busy}
      rightSection={<kbd className="pv-wide-only">I</kbd>}
      onClick={() => void change()}
    >
      Prendre
    </Button>
  );
}

/** The first by name, the others counted: the names are one press away. */
function Followers({ followers }: { readonly followers: readonly NamedPerson[] }): ReactNode {
  const { person } = useSession();
  const others = followers.filter(({ id }) => id !== person.id);
  const [first, ...more] = others;
  if (first === undefined) return null;
  const words = `Suivie par ${first.name}${more.length === 0 ? '' : ` et ${count(more.length, 'autre')}`}`;
  if (more.length === 0) return <span className="pv-row-sub">{typeset(words)}</span>;
  return (
    <Popover position="bottom-start">
      <Popover.Target>
        <UnstyledButton className="pv-row-sub pv-case-followers">{typeset(words)}</UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className="pv-plain-list" aria-label="Qui suit la demande">
          {followers.map((one) => (
            <li key={one.id}>
              <PersonChip person={one} />
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
