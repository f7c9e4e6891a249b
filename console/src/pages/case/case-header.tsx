import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CaseDetailDto } from '../../api/cases.js';
import { citizenName } from '../../api/citizens.js';
import { DueBadge } from '../../components/due-badge.js';
import { moment, typeset } from '../../text/format.js';
import { CasePeople } from './case-people.js';

/** Number, subject, citizen, process, state in words, one due date, who has it and who follows it. */
export function CaseHeader({
  caseFile,
  inPane,
}: {
  readonly caseFile: CaseDetailDto;
  readonly inPane: boolean;
}): ReactNode {
  const { caseNumber, title, statusWords, processId, processVersion, request, channelWords, receivedAt } = caseFile;
  const promise = caseFile.clocks.findLast(({ kind }) => kind === 'promise');
  const isErased = caseFile.keeping.erasure !== undefined;
  const Title = inPane ? 'h2' : 'h1';
  return (
    <header className="pv-case-head">
      <p className="pv-case-number">
        {caseNumber}
        {caseFile.sensitive ? <span className="pv-tag">Confidentielle</span> : null}
      </p>
      <Title>{title}</Title>
      <p className="pv-case-state">
        <strong>{statusWords}</strong>
        {promise === undefined ? null : (
          <DueBadge due={{ dueOn: promise.dueOn, state: promise.state, since: promise.dayZero }} withDate />
        )}
      </p>
      <CasePeople caseFile={caseFile} />
      <p className="pv-row-sub">
        {typeset(`Reçue ${moment(receivedAt)} par ${channelWords}`)}
        {request?.citizen === undefined ? (isErased ? '' : ', anonyme') : `, de ${citizenName(request.citizen)}`}
        {' · '}
        <Anchor component={Link} to={`/connaissances/${processId}`} size="sm">
          {typeset(`fiche du processus, version ${String(processVersion)}`)}
        </Anchor>
      </p>
    </header>
  );
}
