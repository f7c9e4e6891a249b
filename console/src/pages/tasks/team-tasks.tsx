import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTaskCounts } from '../../api/tasks.js';
import { count } from '../../text/format.js';

/** Whose own tasks are done is shown the way to those that wait in the team. */
export function TeamTasks(): ReactNode {
  const { data = [] } = useTaskCounts('team');
  const todo = data.reduce((sum, { open, waiting }) => sum + open - waiting, 0);
  if (todo === 0) return null;
  return (
    <p>
      <Link to="/taches?equipe=oui">{count(todo, 'tâche attend', 'tâches attendent')} dans votre équipe</Link>
    </p>
  );
}
