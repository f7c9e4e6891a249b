import { Checkbox } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useHolds } from '../../api/session.js';
import type { NewLotDto } from '../../api/steering.js';
import type { Selection } from '../../components/range-selection.js';
import { agree, capital, count } from '../../text/format.js';
import { PrepareLot } from './prepare-lot.js';
import './steering.css';

/** What is selected in a list: rows one by one, or whatever its filter finds, also beyond the rows shown. */
export interface LotSelection extends Selection {
  readonly everything: boolean;
  readonly select: (ids: readonly string[]) => void;
  readonly selectEverything: (everything: boolean) => void;
}

export function useLotSelection(): LotSelection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [everything, setEverything] = useState(false);
  return {
    ids,
    everything,
    toggle: (id) => {
      setEverything(false);
      setIds((all) => (all.has(id) ? new Set([...all].filter((one) => one !== id)) : new Set([...all, id])));
    },
    select: (chosen) => {
      setEverything(false);
      setIds(new Set(chosen));
    },
    selectEverything: setEverything,
  };
}

/** Whether the reader may act on many cases at once: what a lot does to each is asked of that case. */
export function useMayPrepareLots(): boolean {
  return useHolds('headOfCitizenRelations', 'headOfDepartment', 'director');
}

interface LotBarProps {
  readonly selection: LotSelection;
  /** Ids of the rows on the screen. */
  readonly shown: readonly string[];
  /** Where more rows follow: what finds all of them. */
  readonly all?: Pick<NewLotDto, 'filter' | 'search'> | undefined;
  /** « les 1 243 résultats », where they are counted. */
  readonly allWords?: string | undefined;
}

/** What is selected, and what may be done with all of it. */
export function LotBar({ selection, shown, all, allWords = 'tous les résultats' }: LotBarProps): ReactNode {
  const { ids, everything, select, selectEverything } = selection;
  const allShown = shown.every((id) => ids.has(id));
  const target = everything && all !== undefined ? all : { caseIds: [...ids] };
  return (
    <div className="pv-selection-bar pv-no-print">
      <Checkbox
        label={`Sélectionner ${agree(shown.length, 'la demande affichée', `les ${count(shown.length, 'demande affichée', 'demandes affichées')}`)}`}
        checked={allShown}
        onChange={() => {
          select(allShown ? [] : shown);
        }}
      />
      {all === undefined ? null : (
        <Checkbox
          label={`Sélectionner ${allWords}`}
          checked={everything}
          onChange={(event) => {
            selectEverything(event.currentTarget.checked);
          }}
        />
      )}
      <span role="status">{everything ? capital(allWords) : count(ids.size, 'sélectionnée')}</span>
      <PrepareLot disabled={!everything && ids.size === 0} target={target} />
    </div>
  );
}
