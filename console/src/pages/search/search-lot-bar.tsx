import type { ReactNode } from 'react';
import { useCaseCount, type CaseFilter } from '../../api/cases.js';
import { count, number, typeset } from '../../text/format.js';
import { LotBar, type LotSelection } from '../steering/lot-selection.js';

interface SearchLotBarProps {
  readonly selection: LotSelection;
  readonly shown: readonly string[];
  readonly filter: CaseFilter;
  readonly hasMore: boolean;
}

/** All that the search finds, counted by the server and frozen there when the lot is made; what no lot can hold is said. */
export function SearchLotBar({ selection, shown, filter, hasMore }: SearchLotBarProps): ReactNode {
  const { data } = useCaseCount(filter, hasMore);
  const { limit: _limit, ...search } = filter;
  const fits = hasMore && data !== undefined && !data.more;
  return (
    <>
      <LotBar
        selection={selection}
        shown={shown}
        {...(fits ? { all: { search }, allWords: `les ${count(data.count, 'résultat')}` } : {})}
      />
      {hasMore && data?.more === true ? (
        <p className="pv-row-sub pv-no-print" role="status">
          {typeset(
            `Plus de ${number(data.count)} résultats : un lot n’en tient pas davantage. Affinez la recherche pour les prendre tous.`,
          )}
        </p>
      ) : null}
    </>
  );
}
