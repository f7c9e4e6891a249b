import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { setDepartmentClosed, type DepartmentSettingsDto } from '../../api/department-settings.js';
import { asProblem, type Problem } from '../../api/problem.js';
import { Notice } from '../../components/state/notice.js';
import { sayDone } from '../../shell/toasts.js';
import { longDate, typeset } from '../../text/format.js';

const CONSEQUENCE =
  'Une fois fermé, ce service ne peut plus recevoir de demande, d’avis ni de rôle. Les demandes passées, le journal et les chiffres gardent son nom. Il peut être rouvert ici.';

/** A department is never taken away: it closes, once nothing names it, and opens again. */
export function DepartmentState({ department }: { readonly department: DepartmentSettingsDto }): ReactNode {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const { id, closed, closedOn } = department;
  const change = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const now = await setDepartmentClosed(department, !closed);
      sayDone(closed ? 'Service rouvert.' : 'Service fermé.', () => setDepartmentClosed(now, closed));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby={`state-${id}`}>
      <h3 id={`state-${id}`}>Fermeture</h3>
      <p>{closedOn === undefined ? CONSEQUENCE : typeset(`Ce service est fermé depuis le ${longDate(closedOn)}.`)}</p>
      {problem === undefined ? null : (
        <Notice tone="soon" icon="alert" role="alert" title={problem.faults[0]?.detail ?? problem.message} />
      )}
      <Button variant="default" loading={busy} onClick={() => void change()}>
        {closed ? 'Rouvrir ce service' : 'Fermer ce service'}
      </Button>
    </section>
  );
}
