import { Anchor, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { FieldType } from '../../../../domain/process/process-definition.js';
import { FIELD_TYPE_WORDS } from '../../../../domain/text/field-words.js';
import { useDesignSheet, type DesignSheetDto } from '../../api/design.js';
import { useProcess, type ProcessSheetDto } from '../../api/processes.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { ViewTabs } from '../../components/view-tabs.js';
import { PageHead, Untitled } from '../../shell/page-head.js';
import { useViewParam } from '../../shell/peek.js';
import { useTitle } from '../../shell/title.js';
import { typeset } from '../../text/format.js';
import { processLead } from '../../text/process-lead.js';
import { Trials } from './trials.js';
import { Versions } from './versions-table.js';
import '../steering/steering.css';

const TABS = [
  { id: 'circuit', label: 'Circuit' },
  { id: 'formulaire', label: 'Formulaire' },
  { id: 'script', label: 'Script' },
  { id: 'lettres', label: 'Courriers' },
  { id: 'versions', label: 'Versions' },
  { id: 'essais', label: 'Essais' },
] as const;

/** One process as its designer looks at it: the way of a case, what each user sees, its versions. */
export function DesignPage(): ReactNode {
  const { processId = '' } = useParams();
  const sheet = useProcess(processId);
  const design = useDesignSheet(processId);
  const [view] = useViewParam('vue', 'circuit');
  useTitle(sheet.data?.title, 'Processus');
  if (sheet.isPending || design.isPending)
    return (
      <Untitled title="Processus">
        <Loading what="du processus" rows={8} />
      </Untitled>
    );
  if (sheet.data === undefined)
    return (
      <Untitled title="Processus">
        <Failure error={sheet.error} onRetry={() => void sheet.refetch()} />
      </Untitled>
    );
  if (design.data === undefined)
    return (
      <Untitled title="Processus">
        <Failure error={design.error} onRetry={() => void design.refetch()} />
      </Untitled>
    );
  return (
    <>
      <p className="pv-back pv-no-print">
        <Anchor component={Link} to="/processus">
          ← Tous les processus
        </Anchor>
      </p>
      <PageHead title={sheet.data.title} lead={processLead(sheet.data)}>
        <Button variant="default" component={Link} to={`/processus/comparer?de=${processId}`}>
          Comparer
        </Button>
        <Button component={Link} to={`/processus/${processId}/banc`}>
          Essayer sur le banc
        </Button>
      </PageHead>
      <ViewTabs label="Parties du processus" param="vue" fallback="circuit" current={view} tabs={TABS} />
      <Part view={view} sheet={sheet.data} design={design.data} />
    </>
  );
}

function Part({
  view,
  sheet,
  design,
}: {
  readonly view: string;
  readonly sheet: ProcessSheetDto;
  readonly design: DesignSheetDto;
}): ReactNode {
  switch (view) {
    case 'formulaire':
      return <Form sheet={sheet} />;
    case 'script':
      return <Words design={design} headings={SCRIPT_HEADINGS} />;
    case 'lettres':
      return <Letters design={design} />;
    case 'versions':
      return <Versions processId={sheet.id} />;
    case 'essais':
      return <Trials processId={sheet.id} />;
    default:
      return <Way design={design} sheet={sheet} />;
  }
}

const SCRIPT_HEADINGS = [
  'Ce que disent les gens',
  'Danger',
  'À demander',
  'À dire',
  'Passer la main',
  'Urgence',
  'Premier contact',
];
const AROUND_HEADINGS = ['En bref', 'Délais', 'Ce qu’il faut savoir'];

function Way({ design, sheet }: { readonly design: DesignSheetDto; readonly sheet: ProcessSheetDto }): ReactNode {
  return (
    <div className="pv-grid-2">
      {/* Drawn by our own server from the definition: no text of it is markup. */}
      <div
        className="pv-diagram"
        tabIndex={0}
        role="region"
        aria-label="Schéma du circuit"
        dangerouslySetInnerHTML={{ __html: design.diagram }}
      />
      <div>
        <section className="pv-card pv-card-body">
          <h2>Les étapes</h2>
          <ol>
            {sheet.steps.map(({ kind, words }) => (
              <li key={`${kind} ${words}`}>{words}</li>
            ))}
          </ol>
        </section>
        <Words design={design} headings={AROUND_HEADINGS} />
      </div>
    </div>
  );
}

function Words({
  design,
  headings,
}: {
  readonly design: DesignSheetDto;
  readonly headings: readonly string[];
}): ReactNode {
  return design.words
    .filter(({ heading }) => headings.includes(heading))
    .map(({ heading, lines }) => (
      <section key={heading} className="pv-card pv-card-body">
        <h2>{heading}</h2>
        <ul>
          {lines.map((line) => (
            <li key={line}>{typeset(line)}</li>
          ))}
        </ul>
      </section>
    ));
}

interface Field {
  readonly key: string;
  readonly label: string;
  readonly type: FieldType;
  readonly required?: boolean;
  readonly help?: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly showWhen?: { readonly field: string };
}

function Form({ sheet }: { readonly sheet: ProcessSheetDto }): ReactNode {
  const fields = sheet.form.fields as unknown as readonly Field[];
  if (fields.length === 0) return <p>Aucune question : les mots de l’usager suffisent.</p>;
  return (
    <section className="pv-card pv-card-body">
      <h2>Ce que l’usager doit dire</h2>
      <ol>
        {fields.map(({ key, label, type, required, help, options, showWhen }) => (
          <li key={key}>
            <strong>{label}</strong>
            {` — ${FIELD_TYPE_WORDS[type]}${required === true ? ', obligatoire' : ', facultatif'}`}
            {showWhen === undefined ? null : (
              <span className="pv-row-sub">
                {typeset(
                  `Demandé seulement selon : ${fields.find((one) => one.key === showWhen.field)?.label ?? showWhen.field}`,
                )}
              </span>
            )}
            {help === undefined ? null : <span className="pv-row-sub">{help}</span>}
            {options === undefined ? null : (
              <ul>
                {options.map((option) => (
                  <li key={option.value}>{option.label}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Letters({ design }: { readonly design: DesignSheetDto }): ReactNode {
  return (
    <>
      <p>Pour une demande inventée, tels que l’usager les lit.</p>
      <h2>Accusé de réception</h2>
      <div className="pv-letter-text">{design.acknowledgement}</div>
      {design.replies.map(({ section, name, text }) => (
        <section key={section}>
          <h2>{typeset(`Réponse : ${name}`)}</h2>
          <div className="pv-letter-text">{text}</div>
        </section>
      ))}
    </>
  );
}
