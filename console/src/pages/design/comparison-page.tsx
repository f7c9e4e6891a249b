import { Anchor, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDesignedProcesses, useVersions } from '../../api/design.js';
import { useComparison, type ComparisonDto } from '../../api/trials.js';
import { FilterBar } from '../../components/filter-bar.js';
import { Empty } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { PageHead } from '../../shell/page-head.js';
import { useViewParam } from '../../shell/peek.js';
import { useTitle } from '../../shell/title.js';
import { count, dayOf, plainDate, typeset } from '../../text/format.js';
import './comparison-page.css';

/** Two versions of a process, or two processes, in words: what changes open, what does not folded. */
export function ComparisonPage(): ReactNode {
  useTitle('Comparer');
  const [from, setFrom] = useViewParam('de');
  const [to, setTo] = useViewParam('a');
  return (
    <>
      <p className="pv-back pv-no-print">
        <Anchor component={Link} to="/processus">
          ← Tous les processus
        </Anchor>
      </p>
      <PageHead title="Comparer" lead="Deux versions d’un processus, ou deux processus, en mots." />
      <FilterBar>
        <Side label="De" value={from} onChange={setFrom} />
        <Side label="À" value={to} onChange={setTo} />
      </FilterBar>
      {from === '' || to === '' ? (
        <Empty title="Choisissez les deux processus à comparer." />
      ) : (
        <Compared from={from} to={to} />
      )}
    </>
  );
}

interface SideProps {
  readonly label: string;
  /** `id@version`, or `id` for the version in force. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Side({ label, value, onChange }: SideProps): ReactNode {
  const [id = '', version = ''] = value.split('@');
  const processes = useDesignedProcesses().data ?? [];
  return (
    <>
      <Select
        className="pv-grow"
        label={label}
        searchable
        value={id === '' ? null : id}
        data={processes.map((one) => ({ value: one.id, label: `${one.title} (${one.theme.name})` }))}
        limit={50}
        nothingFoundMessage="Aucun processus de ce nom"
        onChange={(next) => {
          onChange(next ?? '');
        }}
      />
      {id === '' ? null : (
        <VersionSelect
          id={id}
          version={version}
          label={`Version (${label.toLowerCase()})`}
          onChange={(next) => {
            onChange(next === '' ? id : `${id}@${next}`);
          }}
        />
      )}
    </>
  );
}

function VersionSelect({
  id,
  version,
  label,
  onChange,
}: {
  readonly id: string;
  readonly version: string;
  readonly label: string;
  readonly onChange: (version: string) => void;
}): ReactNode {
  const versions = useVersions(id).data ?? [];
  return (
    <Select
      label={label}
      value={version}
      allowDeselect={false}
      data={[
        { value: '', label: 'En vigueur' },
        ...versions.map((one) => ({
          value: String(one.version),
          label: `${String(one.version)}, du ${plainDate(dayOf(one.publishedAt))}`,
        })),
      ]}
      onChange={(next) => {
        onChange(next ?? '');
      }}
    />
  );
}

function Compared({ from, to }: { readonly from: string; readonly to: string }): ReactNode {
  const { data, error, isPending, refetch } = useComparison(from, to);
  if (isPending) return <Loading what="de la comparaison" rows={6} />;
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  const changed = data.sections.filter((one) => one.changed > 0);
  const same = data.sections.filter((one) => one.changed === 0);
  return (
    <>
      <p role="status">{typeset(data.sentence)}</p>
      <p className="pv-row-sub">{typeset(`De « ${sideWords(data.from)} » à « ${sideWords(data.to)} »`)}</p>
      {changed.map((section) => (
        <section key={section.heading} className="pv-card pv-card-body">
          <h2>{typeset(section.heading)}</h2>
          <Lines lines={section.lines} />
        </section>
      ))}
      {same.length === 0 ? null : (
        <details className="pv-card pv-card-body">
          <summary>{typeset(count(same.length, 'partie sans changement', 'parties sans changement'))}</summary>
          {same.map((section) => (
            <section key={section.heading}>
              <h2>{typeset(section.heading)}</h2>
              <Lines lines={section.lines} />
            </section>
          ))}
        </details>
      )}
    </>
  );
}

function sideWords({ title, version, publishedAt }: ComparisonDto['from']): string {
  return `${title}, version ${String(version)} du ${plainDate(dayOf(publishedAt))}`;
}

const MARKS = { same: '', gone: 'Retiré : ', new: 'Ajouté : ' } as const;

/** Told by words as well as by colour. */
function Lines({ lines }: { readonly lines: ComparisonDto['sections'][number]['lines'] }): ReactNode {
  return (
    <ul className="pv-compared">
      {lines.map(({ kind, text }, index) => (
        <li key={index} data-kind={kind}>
          {kind === 'same' ? null : <strong>{typeset(MARKS[kind])}</strong>}
          {typeset(text)}
        </li>
      ))}
    </ul>
  );
}
