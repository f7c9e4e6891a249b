import { Anchor, Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { CaseDetailDto } from '../../api/cases.js';
import { useIntention } from '../../api/intention.js';
import {
  linkCases,
  unlinkCases,
  useDuplicates,
  useLinks,
  type CaseLinkDto,
  type OtherCaseDto,
} from '../../api/links.js';
import { Confirm } from '../../components/confirm.js';
import { Empty } from '../../components/state/empty.js';
import { Partial } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { sayDone, sayFailed } from '../../shell/toasts.js';
import { moment, typeset } from '../../text/format.js';
import { AnswerLinked } from './answer-linked.js';
import './links-panel.css';

/** Duplicates and related cases: those that are linked, those that may be, and one answer for all. */
export function LinksPanel({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  return (
    <>
      <LinkedCases caseFile={caseFile} />
      <Suggestions caseFile={caseFile} />
    </>
  );
}

/** The cases linked to this one, and one answer for all of them. */
export function LinkedCases({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const links = useLinks(caseFile);
  return (
    <section aria-labelledby="pv-links">
      <h2 id="pv-links">Demandes liées</h2>
      {links.length === 0 ? <Empty title="Aucune demande n’est liée à celle-ci." /> : null}
      <ul className="pv-plain-list">
        {links.map((link) => (
          <LinkedCase key={link.id} caseFile={caseFile} link={link} />
        ))}
      </ul>
      {links.length === 0 ? null : <AnswerLinked caseFile={caseFile} links={links} />}
    </section>
  );
}

function LinkedCase({ caseFile, link }: { readonly caseFile: CaseDetailDto; readonly link: CaseLinkDto }): ReactNode {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const unlink = async (): Promise<void> => {
    setBusy(true);
    try {
      await unlinkCases(caseFile.caseId, link);
      sayDone(`${caseFile.caseNumber} et ${link.other.caseNumber} ne sont plus liées.`);
    } catch (error) {
      sayFailed(error);
    } finally {
      setBusy(false);
      setAsked(false);
    }
  };
  return (
    <li className="pv-linked">
      <OtherCase other={link.other}>
        <strong>{link.words}</strong>
        <span className="pv-row-sub">{typeset(`Liée par ${link.linkedBy.name}, ${moment(link.linkedAt)}`)}</span>
      </OtherCase>
      <Button
        className="pv-no-print"
        variant="default"
        size="compact-sm"
        aria-label={`Délier ${link.other.caseNumber}`}
        onClick={() => {
          setAsked(true);
        }}
      >
        Délier
      </Button>
      <Confirm
        opened={asked}
        title={`Délier ${link.other.caseNumber}`}
        consequence="Chaque demande continue de son côté. Le lien reste dans le journal, et peut être refait."
        confirmLabel="Délier ces deux demandes"
        loading={busy}
        onConfirm={() => void unlink()}
        onClose={() => {
          setAsked(false);
        }}
      />
    </li>
  );
}

function Suggestions({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const { data, error, isPending, refetch } = useDuplicates(caseFile.caseId);
  return (
    <section className="pv-suggestions pv-no-print" aria-labelledby="pv-duplicates">
      <h2 id="pv-duplicates">Peut-être la même chose</h2>
      {isPending ? <Loading what="des demandes semblables" rows={2} /> : null}
      {error === null ? null : <Partial what="Les rapprochements" onRetry={() => void refetch()} />}
      {data?.length === 0 ? (
        <Empty title="Aucune demande semblable depuis trente jours, au même endroit ou du même usager." />
      ) : null}
      <ul className="pv-plain-list">
        {data?.map(({ other, reasons, distinctBy }) => (
          <li key={other.caseId} className="pv-linked">
            <OtherCase other={other}>
              <span className="pv-row-sub">{typeset(`Pourquoi : ${reasons.join(', ')}`)}</span>
              {distinctBy === undefined ? null : (
                <span className="pv-row-sub">{typeset(`${distinctBy.name} a dit : « ce n’est pas un doublon »`)}</span>
              )}
            </OtherCase>
            <LinkButtons caseFile={caseFile} other={other} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function LinkButtons({
  caseFile,
  other,
}: {
  readonly caseFile: CaseDetailDto;
  readonly other: OtherCaseDto;
}): ReactNode {
  const [busy, setBusy] = useState(false);
  const keyFor = useIntention();
  const link = async (kind: 'duplicateOf' | 'related'): Promise<void> => {
    setBusy(true);
    try {
      const body = { other: other.caseId, kind };
      const made = await linkCases(caseFile.caseId, body, keyFor(body));
      sayDone(`${caseFile.caseNumber} est liée à ${other.caseNumber}.`, () => unlinkCases(caseFile.caseId, made));
    } catch (error) {
      sayFailed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <span className="pv-linked-acts">
      <Button
        variant="default"
        size="compact-sm"
        loading={busy}
        aria-label={`C’est un doublon de ${other.caseNumber}`}
        onClick={() => void link('duplicateOf')}
      >
        C’en est un doublon
      </Button>
      <Button
        variant="subtle"
        size="compact-sm"
        disabled={busy}
        aria-label={`Lier à ${other.caseNumber}`}
        onClick={() => void link('related')}
      >
        Lier seulement
      </Button>
    </span>
  );
}

const STATUS: Readonly<Record<string, string>> = { open: 'en cours', closed: 'close', ended: 'terminée' };

function OtherCase({ other, children }: { readonly other: OtherCaseDto; readonly children: ReactNode }): ReactNode {
  const { caseId, caseNumber, title, status, departmentName, receivedAt, place, words } = other;
  const facts = [departmentName, STATUS[status] ?? status, `reçue ${moment(receivedAt)}`, place];
  return (
    <div>
      <Anchor component={Link} to={`/dossiers/${caseId}`} fw={600}>
        {typeset(`${caseNumber} — ${title}`)}
      </Anchor>
      <span className="pv-row-sub">{typeset(facts.filter((fact) => fact !== undefined).join(' · '))}</span>
      {words === undefined ? null : <p className="pv-linked-words">{typeset(`« ${words} »`)}</p>}
      {children}
    </div>
  );
}
