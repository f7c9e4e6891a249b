import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../api/client.js';
import { useStatistics, type StatisticsDto } from '../../api/steering.js';
import { Empty } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { PageHead } from '../../shell/page-head.js';
import { SavedViews } from '../../shell/saved-views.js';
import { useTitle } from '../../shell/title.js';
import { plainDate, typeset } from '../../text/format.js';
import { PromisePlot, StepPlot } from './figure-plots.js';
import { FigureFilters, useFigureQuery, useNarrowedWords, type FigureQuery } from './figure-filters.js';
import { Definitions, FiguresTable } from './figures-table.js';
import { Trend } from './figure-trend.js';
import '../steering/steering.css';

/** What was received and answered, and how the promise was kept: the sentence, the plots, the table, the definitions. */
export function FiguresPage(): ReactNode {
  const { query, clear } = useFigureQuery();
  const narrowed = useNarrowedWords();
  const { data, error, isPending, isPlaceholderData, refetch } = useStatistics(query);
  useTitle('Chiffres');
  return (
    <>
      <PageHead
        title="Chiffres"
        lead={typeset(
          `Du ${plainDate(query.from)} au ${plainDate(query.to)}, calculés depuis le journal des demandes.${narrowed}`,
        )}
      >
        <SavedViews />
        <Button
          className="pv-no-print"
          component="a"
          variant="default"
          href={addressOf('/statistics/export', { ...query })}
          download
        >
          Exporter ce tableau (CSV)
        </Button>
      </PageHead>
      <FigureFilters />
      {isPending ? <Loading what="des chiffres" /> : null}
      {error === null ? null : <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : (
        <div aria-busy={isPlaceholderData}>
          <Figures data={data} query={query} onClear={clear} />
        </div>
      )}
      <Definitions />
    </>
  );
}

interface FiguresProps {
  readonly data: StatisticsDto;
  readonly query: FigureQuery;
  readonly onClear: () => void;
}

function Figures({ data, query, onClear }: FiguresProps): ReactNode {
  const [first, ...others] = data.sentences;
  if (data.rows.length === 0)
    return (
      <Empty title="Rien n’a été reçu ni répondu pour ces filtres pendant cette période.">
        <Button variant="default" onClick={onClear}>
          Effacer les filtres
        </Button>
      </Empty>
    );
  return (
    <>
      <section className="pv-card pv-card-body" aria-label="En bref">
        <p className="pv-lead-sentence" role="status">
          {first}
        </p>
        {others.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p className="pv-no-print">
          <Link to="/pilotage?vue=retard">Voir les demandes en retard aujourd’hui</Link>
        </p>
      </section>
      <Trend query={query} />
      <section className="pv-card pv-card-body">
        <h2>Engagements tenus et manqués</h2>
        <PromisePlot rows={data.rows} />
      </section>
      <section className="pv-card pv-card-body">
        <h2>Où le temps est passé</h2>
        <StepPlot steps={data.total.steps} />
      </section>
      <FiguresTable data={data} />
    </>
  );
}
