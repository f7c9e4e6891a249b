import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCase, type CaseDetailDto } from '../../api/cases.js';
import { citizenName } from '../../api/citizens.js';
import type { PossibleDuplicateDto } from '../../api/links.js';
import { DueBadge } from '../../components/due-badge.js';
import { Partial } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { moment, typeset } from '../../text/format.js';
import { thumbnailOf } from '../case/document-thumbnail.js';
import '../../components/card-table.css';

interface ComparedCasesProps {
  readonly principal: CaseDetailDto;
  readonly compared: PossibleDuplicateDto;
}

/** Two requests side by side, fact by fact. */
export function ComparedCases({ principal, compared: { other, reasons } }: ComparedCasesProps): ReactNode {
  const { data, error, refetch } = useCase(other.caseId);
  if (data === undefined)
    return error === null ? (
      <Loading what="de la demande à comparer" rows={4} />
    ) : (
      <Partial what="Les détails de l’autre demande" onRetry={() => void refetch()} />
    );
  return (
    <>
      {reasons.length === 0 ? null : <p>{typeset(`Rapprochées parce que : ${reasons.join(', ')}.`)}</p>}
      <table className="pv-table pv-card-table pv-compared">
        <caption className="pv-hidden">
          {typeset(`${principal.caseNumber} et ${other.caseNumber}, côte à côte`)}
        </caption>
        <thead>
          <tr>
            <td />
            <th scope="col">
              Principale <CaseLink caseFile={principal} />
            </th>
            <th scope="col">
              Comparée <CaseLink caseFile={data} />
            </th>
          </tr>
        </thead>
        <tbody>
          {FACTS.map(({ title, cell }) => (
            <FactRow
              key={title}
              title={title}
              cells={[cell(principal), cell(data)]}
              numbers={[principal.caseNumber, other.caseNumber]}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

interface FactRowProps {
  readonly title: string;
  readonly cells: readonly [ReactNode, ReactNode];
  readonly numbers: readonly [string, string];
}

/** What neither says is left out. */
function FactRow({ title, cells: [mine, theirs], numbers: [one, other] }: FactRowProps): ReactNode {
  if (mine === undefined && theirs === undefined) return null;
  return (
    <tr>
      <th scope="row">{title}</th>
      <td data-label={one}>{mine ?? '—'}</td>
      <td data-label={other}>{theirs ?? '—'}</td>
    </tr>
  );
}

function CaseLink({ caseFile: { caseId, caseNumber } }: { readonly caseFile: CaseDetailDto }): ReactNode {
  return (
    <Anchor component={Link} className="pv-nowrap" display="block" to={`/dossiers/${caseId}`}>
      {caseNumber}
    </Anchor>
  );
}

interface Fact {
  readonly title: string;
  /** Undefined where a request says nothing of it. */
  readonly cell: (caseFile: CaseDetailDto) => ReactNode;
}

const FACTS: readonly Fact[] = [
  { title: 'Objet', cell: ({ title }) => title },
  {
    title: 'Avec ses mots',
    cell: ({ request }) => (request === undefined ? undefined : <p className="pv-words">{request.words}</p>),
  },
  { title: 'Photos', cell: photosOf },
  {
    title: 'Précisions',
    cell: ({ request: { answers } = { answers: [] } }) =>
      answers.length === 0 ? undefined : (
        <ul className="pv-compared-answers">
          {answers.map(({ key, label, text }) => (
            <li key={key}>
              <span className="pv-row-sub">{label}</span>
              {text ?? '—'}
            </li>
          ))}
        </ul>
      ),
  },
  { title: 'Lieu', cell: ({ request }) => request?.place?.text },
  {
    title: 'Usager',
    cell: ({ request }) => (request?.citizen === undefined ? undefined : citizenName(request.citizen)),
  },
  { title: 'Reçue', cell: ({ receivedAt, channelWords }) => typeset(`${moment(receivedAt)}, par ${channelWords}`) },
  { title: 'Où en est-elle', cell: ({ statusWords }) => statusWords },
  {
    title: 'Échéance',
    cell: ({ clocks }) => {
      const promise = clocks.findLast(({ kind }) => kind === 'promise');
      return promise === undefined ? undefined : (
        <DueBadge due={{ dueOn: promise.dueOn, state: promise.state, since: promise.dayZero }} />
      );
    },
  },
];

function photosOf({ documents }: CaseDetailDto): ReactNode {
  const photos = documents.flatMap((one) => {
    const src = thumbnailOf(one);
    return src === undefined ? [] : [{ id: one.id, name: one.name, src }];
  });
  if (photos.length === 0) return undefined;
  return (
    <span className="pv-compared-photos">
      {photos.map(({ id, name, src }) => (
        <img key={id} src={src} alt={name} loading="lazy" />
      ))}
    </span>
  );
}
