import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { CaseDetailDto } from '../../api/cases.js';
import { newKey } from '../../api/intention.js';
import { linkCases, tellApart, unlinkCases, type OtherCaseDto, type PossibleDuplicateDto } from '../../api/links.js';
import { useShortcuts } from '../../shell/keyboard.js';
import { sayDone, sayFailed, type Undo } from '../../shell/toasts.js';
import { count, typeset } from '../../text/format.js';

interface ClusterActsProps {
  readonly principal: CaseDetailDto;
  readonly compared: OtherCaseDto;
  readonly others: readonly PossibleDuplicateDto[];
  readonly onPrincipal: (caseId: string) => void;
}

/** What two requests are to each other; each decision is taken back by its message. */
export function ClusterActs({ principal, compared, others, onPrincipal }: ClusterActsProps): ReactNode {
  const [busy, setBusy] = useState(false);
  const { caseId, caseNumber } = principal;
  const decide = async (work: () => Promise<Undo>, done: string): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      sayDone(done, await work());
    } catch (error) {
      sayFailed(error);
    } finally {
      setBusy(false);
    }
  };
  const link = (cases: readonly OtherCaseDto[], kind: 'duplicateOf' | 'related') => async (): Promise<Undo> => {
    const undos: Undo[] = [];
    for (const other of cases) {
      const made = await linkCases(other.caseId, { other: caseId, kind }, newKey());
      undos.push(() => unlinkCases(other.caseId, made));
    }
    return async () => {
      for (const undo of undos) await undo();
    };
  };
  const isDuplicate = (): void =>
    void decide(link([compared], 'duplicateOf'), `${compared.caseNumber} est un doublon de ${caseNumber}.`);
  const isDistinct = (): void =>
    void decide(async () => {
      await tellApart(caseId, compared.caseId, 'PUT');
      return () => tellApart(caseId, compared.caseId, 'DELETE');
    }, `${compared.caseNumber} et ${caseNumber} ne seront plus rapprochées.`);
  useShortcuts('Comparer', {
    d: { label: 'C’est un doublon', act: isDuplicate },
    p: { label: 'Ce n’est pas un doublon', act: isDistinct },
  });
  const all = others.map(({ other }) => other);
  return (
    <div className="pv-form-actions pv-no-print" role="group" aria-label={typeset(`Décider de ${compared.caseNumber}`)}>
      <Button loading={busy} rightSection={<kbd className="pv-wide-only">D</kbd>} onClick={isDuplicate}>
        C’est un doublon
      </Button>
      <Button
        variant="default"
        disabled={busy}
        rightSection={<kbd className="pv-wide-only">P</kbd>}
        onClick={isDistinct}
      >
        Ce n’est pas un doublon
      </Button>
      {all.length === 1 ? null : (
        <Button
          variant="default"
          disabled={busy}
          onClick={() =>
            void decide(link(all, 'duplicateOf'), `${count(all.length, 'demande')} liées à ${caseNumber}.`)
          }
        >
          {typeset(`Les ${count(all.length, 'demande')} en sont des doublons`)}
        </Button>
      )}
      <Button
        variant="subtle"
        disabled={busy}
        onClick={() => void decide(link([compared], 'related'), `${compared.caseNumber} est liée à ${caseNumber}.`)}
      >
        Lier seulement
      </Button>
      <Button
        variant="subtle"
        disabled={busy}
        onClick={() => {
          onPrincipal(compared.caseId);
        }}
      >
        {typeset(`Prendre ${compared.caseNumber} comme principale`)}
      </Button>
    </div>
  );
}
