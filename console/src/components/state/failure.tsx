import { Anchor, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { asProblem, isPassing, type Problem } from '../../api/problem.js';
import { typeset } from '../../text/format.js';
import { Notice } from './notice.js';

export interface FailureProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
  /** What could not be loaded: « Les pièces jointes ». */
  readonly what?: string;
}

/** Why something could not be shown, and what to do: wait, go elsewhere, ask for the right. */
export function Failure({ error, onRetry, what }: FailureProps): ReactNode {
  const problem = asProblem(error);
  if (problem.status === 403) return <Forbidden problem={problem} />;
  if (problem.status === 404) return <NotFound problem={problem} />;
  const again =
    onRetry === undefined ? undefined : (
      <Button variant="default" onClick={onRetry}>
        Réessayer
      </Button>
    );
  if (isPassing(problem)) {
    const reference = problem.reference === undefined ? '' : ` (réf. ${problem.reference})`;
    return (
      <Notice
        tone="soon"
        icon="alert"
        role="alert"
        title={typeset(`${what ?? 'Service'} momentanément indisponible${reference}.`)}
        actions={again}
      >
        <p>
          {onRetry === undefined
            ? typeset('Ce que vous avez saisi est gardé : recommencez dans un moment.')
            : 'Un nouvel essai a lieu toutes les dix secondes.'}
        </p>
      </Notice>
    );
  }
  return (
    <Notice
      tone="late"
      icon="alert"
      role="alert"
      title={problem.message}
      // What is wrong in what was asked will be wrong again.
      actions={problem.faults.length === 0 ? again : undefined}
    >
      <Faults problem={problem} />
      {problem.reference === undefined ? null : <p>{typeset(`Référence : ${problem.reference}`)}</p>}
    </Notice>
  );
}

function Faults({ problem: { faults } }: { readonly problem: Problem }): ReactNode {
  if (faults.length === 0) return null;
  return (
    <ul>
      {faults.map(({ pointer, detail }) => (
        <li key={`${pointer} ${detail}`}>{typeset(detail)}</li>
      ))}
    </ul>
  );
}

function Forbidden({ problem }: { readonly problem: Problem }): ReactNode {
  return (
    <Notice tone="info" icon="alert" role="alert" title={problem.message}>
      <p>
        {typeset(
          'Votre périmètre est fixé par votre service. Pour un accès, adressez-vous à votre responsable ou à l’administration de Parvis.',
        )}
      </p>
    </Notice>
  );
}

function NotFound({ problem }: { readonly problem: Problem }): ReactNode {
  const { to, label } = ELSEWHERE[problem.code] ?? { to: '/', label: 'Revenir à l’accueil' };
  return (
    <Notice icon="search" role="alert" title={problem.message}>
      <Anchor component={Link} to={to}>
        {label}
      </Anchor>
    </Notice>
  );
}

/** Where to look for what is not at this address, by the code of its refusal. */
const ELSEWHERE: Readonly<Record<string, { readonly to: string; readonly label: string }>> = {
  'case.not-found': { to: '/demandes', label: 'Chercher une demande' },
  'citizen.not-found': { to: '/usagers', label: 'Chercher un usager' },
  'process.not-found': { to: '/connaissances', label: 'Chercher dans les connaissances' },
  'street.not-found': { to: '/reglages/ville?vue=rues', label: 'Chercher une rue' },
  'task.not-found': { to: '/taches', label: 'Mes tâches' },
  'lot.not-found': { to: '/pilotage/lots', label: 'Mes lots' },
};

/** Part of the screen came, part did not. `what`, in the plural and of any gender: « Les étapes ». */
export function Partial({ what, onRetry }: { readonly what: string; readonly onRetry: () => void }): ReactNode {
  return (
    <Notice
      tone="soon"
      role="status"
      title={typeset(`${what} n’ont pas pu s’afficher.`)}
      actions={
        <Button variant="default" onClick={onRetry}>
          Réessayer
        </Button>
      }
    />
  );
}
