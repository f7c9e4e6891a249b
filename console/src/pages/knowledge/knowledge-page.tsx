import { Select } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState, type ReactNode } from 'react';
import { tellUnanswered } from '../../api/catalog-uses.js';
import { useThemes } from '../../api/places.js';
import { useProcessSearch, type ProcessSummaryDto } from '../../api/processes.js';
import { FilterBar } from '../../components/filter-bar.js';
import { ListSearch } from '../../components/list-search.js';
import { RecordList, type Column } from '../../components/record-list.js';
import { EmptyFilter } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { PageHead } from '../../shell/page-head.js';
import { Split } from '../../shell/peek-pane.js';
import { usePeek, useViewParam } from '../../shell/peek.js';
import { useTitle } from '../../shell/title.js';
import { count } from '../../text/format.js';
import { ProcessSheet } from './process-sheet.js';

/** Words that stand so long were typed to the end. */
const SETTLED_AFTER = 2500;

const COLUMNS: readonly Column<ProcessSummaryDto>[] = [
  {
    id: 'title',
    title: 'Sujet',
    cell: ({ title, theme }) => (
      <>
        <span className="pv-row-title">{title}</span>
        <span className="pv-row-sub">{theme.name}</span>
      </>
    ),
  },
  { id: 'department', title: 'Service', width: '28%', cell: ({ department }) => department.name },
  { id: 'promise', title: 'Engagement', width: '10rem', cell: ({ promise }) => promise },
];

/** What the town hall answers, found with the citizens' words. */
export function KnowledgePage(): ReactNode {
  const [q, setQ] = useViewParam('q');
  const [theme, setTheme] = useViewParam('theme');
  const [text, setText] = useState(q);
  const settle = useDebouncedCallback(setQ, 200);
  const peek = usePeek();
  useTitle('Connaissances');
  return (
    <>
      <PageHead title="Connaissances" lead="Ce que la ville répond, à dire ou à copier." />
      <FilterBar>
        <ListSearch
          label="Chercher avec les mots de l’usager"
          value={text}
          onChange={(next) => {
            setText(next);
            settle(next);
          }}
        />
        <ThemeChoice value={theme} onChange={setTheme} />
      </FilterBar>
      <Split
        list={
          <Processes
            q={q}
            theme={theme}
            onClear={() => {
              setText('');
              setQ('');
              setTheme('');
            }}
          />
        }
        pane={
          peek.id === undefined
            ? undefined
            : {
                title: 'du sujet',
                href: `/connaissances/${peek.id}`,
                body: <ProcessSheet key={peek.id} processId={peek.id} inPane />,
              }
        }
      />
    </>
  );
}

function ThemeChoice({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (theme: string) => void;
}): ReactNode {
  const themes = useThemes().data ?? [];
  return (
    <Select
      label="Thème"
      value={value}
      data={[{ value: '', label: 'Tous' }, ...themes.map(({ id, name }) => ({ value: id, label: name }))]}
      searchable
      allowDeselect={false}
      nothingFoundMessage="Rien"
      onChange={(next) => {
        onChange(next ?? '');
      }}
    />
  );
}

interface ProcessesProps {
  readonly q: string;
  readonly theme: string;
  readonly onClear: () => void;
}

function Processes({ q, theme, onClear }: ProcessesProps): ReactNode {
  const { data, error, isPending, refetch } = useProcessSearch({
    limit: 100,
    ...(q === '' ? {} : { q }),
    ...(theme === '' ? {} : { theme }),
  });
  useTellUnanswered({ q, theme, matchesWell: data?.matchesWell });
  if (isPending) return <Loading what="des sujets" rows={10} />;
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) return <NothingFound q={q} theme={theme} onClear={onClear} />;
  return (
    <>
      {/* What is proposed then fits any words: it must not pass for what was looked for. */}
      {q !== '' && data.matchesWell === false ? <NothingFound q={q} theme={theme} onClear={onClear} /> : null}
      <p className="pv-row-sub" role="status">
        {count(data.items.length, 'sujet')}
        {data.nextCursor === undefined ? '' : ', affinez pour en voir d’autres'}
      </p>
      <RecordList
        label="Sujets"
        rows={data.items}
        idOf={({ id }) => id}
        hrefOf={({ id }) => `/connaissances/${id}`}
        nameOf={({ title }) => title}
        columns={COLUMNS}
      />
    </>
  );
}

/** What is looked for in vain, once it is typed to the end. */
function useTellUnanswered({
  q,
  theme,
  matchesWell,
}: {
  readonly q: string;
  readonly theme: string;
  readonly matchesWell: boolean | undefined;
}): void {
  const inVain = matchesWell === false && q !== '' && theme === '';
  useEffect(() => {
    if (!inVain) return undefined;
    const settled = setTimeout(() => {
      tellUnanswered(q);
    }, SETTLED_AFTER);
    return () => {
      clearTimeout(settled);
    };
  }, [inVain, q]);
}

function NothingFound({ q, theme, onClear }: ProcessesProps): ReactNode {
  const themes = useThemes().data ?? [];
  const themeName = themes.find(({ id }) => id === theme)?.name ?? '';
  return <EmptyFilter what="Aucun sujet" filters={[q, themeName].filter((part) => part !== '')} onClear={onClear} />;
}
