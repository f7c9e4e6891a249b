import { Button, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { addressOf } from '../../api/client.js';
import { useFigureDefinitions, useStatistics, type FiguresDto, type StatisticsDto } from '../../api/steering.js';
import { Empty } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { PageHead } from '../../shell/page-head.js';
import { useViewParam } from '../../shell/peek.js';
import { SavedViews } from '../../shell/saved-views.js';
import { useTitle } from '../../shell/title.js';
import { number, plainDate, today, typeset } from '../../text/format.js';
import { PromisePlot, StepPlot } from './figure-plots.js';
import '../steering/steering.css';

const GROUPS = [
  { value: 'department', label: 'Service' },
  { value: 'theme', label: 'Thème' },
  { value: 'channel', label: 'Canal' },
  { value: 'quartier', label: 'Quartier' },
  { value: 'organisation', label: 'Organisation' },
  { value: 'month', label: 'Mois' },
];

/** What was received and answered, and how the promise was kept: the sentence, the plot, the table, the definitions. */
export function FiguresPage(): ReactNode {
  const now = today();
  const [from, setFrom] = useViewParam('du', `${now.slice(0, 4)}-01-01`);
  const [to, setTo] = useViewParam('au', now);
  const [groupBy, setGroupBy] = useViewParam('par', 'department');
  const query = { from, to, groupBy };
  const { data, error, isPending, refetch } = useStatistics(query);
  useTitle('Chiffres');
  return (
    <>
      <PageHead
        title="Chiffres"
        lead={typeset(`Du ${plainDate(from)} au ${plainDate(to)}, calculés depuis le journal des dossiers.`)}
      >
        <SavedViews />
        <Button component="a" variant="default" href={addressOf('/statistics/export', query)} download>
          Exporter ce tableau (CSV)
        </Button>
      </PageHead>
      <search className="pv-filters">
        <TextInput
          type="date"
          label="Du"
          value={from}
          max={to}
          onChange={(event) => {
            setFrom(event.currentTarget.value);
          }}
        />
        <TextInput
          type="date"
          label="Au"
          value={to}
          min={from}
          onChange={(event) => {
            setTo(event.currentTarget.value);
          }}
        />
        <Select
          label="Par"
          data={GROUPS}
          value={groupBy}
          allowDeselect={false}
          onChange={(next) => {
            setGroupBy(next ?? 'department');
          }}
        />
      </search>
      {isPending ? <Loading what="des chiffres" /> : null}
      {error === null ? null : <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : <Figures data={data} />}
      <Definitions />
    </>
  );
}

function Figures({ data }: { readonly data: StatisticsDto }): ReactNode {
  const [first, ...others] = data.sentences;
  if (data.rows.length === 0) return <Empty title="Rien n’a été reçu ni répondu pendant cette période." />;
  return (
    <>
      <section className="pv-card pv-card-body" aria-label="En bref">
        <p className="pv-lead-sentence">{first}</p>
        {others.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      <section className="pv-card pv-card-body">
        <h2>Engagements tenus et manqués</h2>
        <PromisePlot rows={data.rows} />
      </section>
      <section className="pv-card pv-card-body">
        <h2>Où le temps est passé</h2>
        <StepPlot steps={data.total.steps} />
      </section>
      <Table data={data} />
    </>
  );
}

const COLUMNS: readonly { readonly title: string; readonly of: (row: FiguresDto) => string }[] = [
  { title: 'Reçues', of: ({ received }) => number(received) },
  { title: 'Répondues', of: ({ answered }) => number(answered) },
  { title: 'Tenus', of: ({ kept }) => number(kept) },
  { title: 'Manqués', of: ({ missed }) => number(missed) },
  {
    title: 'Part tenue',
    of: ({ keptShare }) => (keptShare === undefined ? '—' : typeset(`${number(Math.round(keptShare * 1000) / 10)} %`)),
  },
  {
    title: 'Délai médian',
    of: ({ medianDays }) => (medianDays === undefined ? '—' : typeset(`${number(medianDays)} j`)),
  },
  { title: 'Rouvertes', of: ({ reopened }) => number(reopened) },
  { title: 'Pas pour ce service', of: ({ notForUs }) => number(notForUs) },
];

function Table({ data }: { readonly data: StatisticsDto }): ReactNode {
  const group = GROUPS.find(({ value }) => value === data.groupBy)?.label ?? '';
  return (
    <div className="pv-card pv-scroll" tabIndex={0} role="region" aria-label={`Tableau par ${group.toLowerCase()}`}>
      <table className="pv-table">
        <caption className="pv-hidden">{`Chiffres par ${group.toLowerCase()}`}</caption>
        <thead>
          <tr>
            <th scope="col">{group}</th>
            {COLUMNS.map(({ title }) => (
              <th key={title} scope="col" className="pv-amount">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {COLUMNS.map(({ title, of }) => (
                <td key={title} className="pv-amount">
                  {of(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            {COLUMNS.map(({ title, of }) => (
              <td key={title} className="pv-amount">
                {of(data.total)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Definitions(): ReactNode {
  const { data } = useFigureDefinitions();
  if (data === undefined) return null;
  return (
    <details className="pv-card pv-card-body">
      <summary>Ce que veut dire chaque chiffre</summary>
      <dl>
        {data.map(({ id, label, meaning, source }) => (
          <div key={id}>
            <dt>
              <strong>{label}</strong>
            </dt>
            <dd>
              {typeset(meaning)}
              <span className="pv-row-sub">{typeset(source)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
