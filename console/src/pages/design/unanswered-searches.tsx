import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import {
  markUnanswered,
  useSheetUses,
  useUnanswered,
  type SearchMark,
  type UnansweredSearchDto,
} from '../../api/catalog-uses.js';
import { newKey } from '../../api/intention.js';
import { useHolds } from '../../api/session.js';
import { CardTable } from '../../components/card-table.js';
import { Empty } from '../../components/state/empty.js';
import { Failure, Partial } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { ViewTabs } from '../../components/view-tabs.js';
import { useViewParam } from '../../shell/peek.js';
import { told } from '../../shell/toasts.js';
import { count, number, plainDate, typeset } from '../../text/format.js';

const MOST_USED = 20;

interface MarkTab {
  readonly id: string;
  readonly label: string;
  readonly state: SearchMark;
  readonly empty: string;
}

const TABS: readonly [MarkTab, ...MarkTab[]] = [
  { id: 'a-voir', label: 'À voir', state: 'open', empty: 'Aucune recherche sans réponse à voir.' },
  { id: 'ajoutees', label: 'Phrase ajoutée', state: 'phraseAdded', empty: 'Aucune phrase ajoutée pour l’instant.' },
  { id: 'ecartees', label: 'Écartées', state: 'dismissed', empty: 'Aucune recherche écartée.' },
];

/** What agents looked for in vain, and which sheets serve: what is to be written next. */
export function UnansweredSearches(): ReactNode {
  const [chosen] = useViewParam('recherches', TABS[0].id);
  const tab = TABS.find(({ id }) => id === chosen) ?? TABS[0];
  return (
    <>
      <section aria-labelledby="pv-unanswered">
        <h2 id="pv-unanswered">Mots cherchés sans réponse</h2>
        <p className="pv-row-sub">
          {typeset(
            'Les mots seuls, sans nom, ni numéro, ni adresse, et sans dire qui cherchait. Une recherche redevient à voir si elle échoue encore après l’ajout d’une phrase.',
          )}
        </p>
        <ViewTabs label="Recherches" param="recherches" fallback={TABS[0].id} current={tab.id} tabs={TABS} />
        <Searches key={tab.id} tab={tab} />
      </section>
      <SheetUses />
      <p>
        <Link to="/processus?jamais=oui">Processus jamais utilisés</Link>
      </p>
    </>
  );
}

function Searches({ tab }: { readonly tab: MarkTab }): ReactNode {
  const { data, error, isPending, refetch } = useUnanswered(tab.state);
  if (isPending) return <Loading what="des recherches" rows={4} />;
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) return <Empty title={tab.empty} />;
  return (
    <ul className="pv-plain-list">
      {data.items.map((search) => (
        <Search key={search.id} search={search} />
      ))}
    </ul>
  );
}

function Search({ search }: { readonly search: UnansweredSearchDto }): ReactNode {
  const { id, words, count: times, lastOn, state, markedBy } = search;
  const mayMark = useHolds('designer');
  const [busy, setBusy] = useState(false);
  const mark = async (as: SearchMark, done: string): Promise<void> => {
    setBusy(true);
    await told(markUnanswered(id, as, newKey()), done);
    setBusy(false);
  };
  return (
    <li className="pv-linked">
      <div>
        <strong>{typeset(`« ${words} »`)}</strong>
        <span className="pv-row-sub">
          {typeset(
            `Cherché ${count(times, 'fois', 'fois')}, la dernière le ${plainDate(lastOn)}${state === 'open' || markedBy === undefined ? '' : ` · vu par ${markedBy.name}`}`,
          )}
        </span>
      </div>
      {mayMark ? (
        <span className="pv-row-acts pv-no-print">
          {state === 'open' ? (
            <>
              <Button
                size="compact-sm"
                variant="default"
                loading={busy}
                aria-label={`Phrase ajoutée pour : ${words}`}
                onClick={() => void mark('phraseAdded', 'La recherche est marquée : une phrase a été ajoutée.')}
              >
                Phrase ajoutée
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                disabled={busy}
                aria-label={`Écarter : ${words}`}
                onClick={() => void mark('dismissed', 'La recherche est écartée.')}
              >
                Écarter
              </Button>
            </>
          ) : (
            <Button
              size="compact-sm"
              variant="subtle"
              loading={busy}
              aria-label={`Remettre à voir : ${words}`}
              onClick={() => void mark('open', 'La recherche est de nouveau à voir.')}
            >
              Remettre à voir
            </Button>
          )}
        </span>
      ) : null}
    </li>
  );
}

function SheetUses(): ReactNode {
  const { data, error, refetch } = useSheetUses();
  if (error !== null) return <Partial what="Les usages des fiches" onRetry={() => void refetch()} />;
  if (data === undefined || data.length === 0) return null;
  return (
    <section aria-labelledby="pv-uses">
      <h2 id="pv-uses">Fiches les plus utilisées en trente jours</h2>
      <CardTable
        label="Fiches les plus utilisées en trente jours"
        rows={data.slice(0, MOST_USED)}
        keyOf={({ process }) => process.id}
        columns={[
          { title: 'Fiche', cell: ({ process }) => <Link to={`/processus/${process.id}`}>{process.name}</Link> },
          { title: 'Lue', amount: true, cell: ({ read }) => number(read) },
          { title: 'Réponse au premier contact', amount: true, cell: ({ answeredAtOnce }) => number(answeredAtOnce) },
        ]}
      />
    </section>
  );
}
