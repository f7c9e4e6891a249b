import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTaskCounts, useTasks } from '../../api/tasks.js';
import { count, longDate, typeset } from '../../text/format.js';

/** Whose own tasks are done is told what comes back next, and the way to those that wait in the team. */
export function NextWork(): ReactNode {
  const { data = [] } = useTaskCounts('team');
  const waiting = useTasks({ scope: 'mine', state: 'waiting', limit: 200 });
  const todo = data.reduce((sum, one) => sum + one.open - one.waiting, 0);
  const dates = (waiting.data?.pages ?? []).flatMap(({ items }) => items.flatMap(({ dueOn }) => dueOn ?? []));
  const [next] = dates.toSorted();
  return (
    <>
      {next === undefined ? null : <p>{typeset(`Prochaine échéance : ${longDate(next)}, pour ce qui attend.`)}</p>}
      {todo === 0 ? null : (
        <p>
          <Link to="/taches?equipe=oui">{count(todo, 'tâche attend', 'tâches attendent')} dans votre équipe</Link>
        </p>
      )}
    </>
  );
}
