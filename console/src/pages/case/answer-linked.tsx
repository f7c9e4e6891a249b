import { Button, Checkbox, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { CaseDetailDto } from '../../api/cases.js';
import { answerLinked, type AnsweredLinkedDto, type CaseLinkDto } from '../../api/links.js';
import { asProblem, type Problem } from '../../api/problem.js';
import { Confirm } from '../../components/confirm.js';
import { Failure } from '../../components/state/failure.js';
import { Notice } from '../../components/state/notice.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useDraft, type Draft } from '../../drafts/use-draft.js';
import { count, typeset } from '../../text/format.js';

interface Reply {
  readonly text: string;
  /** Cases that do not get it. */
  readonly without: readonly string[];
}

const EMPTY: Reply = { text: '', without: [] };

interface Candidate {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly title: string;
}

/** « Répondre à tous »: one text for this case and those linked to it that wait for an answer. */
export function AnswerLinked({
  caseFile,
  links,
}: {
  readonly caseFile: CaseDetailDto;
  readonly links: readonly CaseLinkDto[];
}): ReactNode {
  const { caseId, caseNumber } = caseFile;
  const candidates = candidatesOf(caseFile, links);
  const draft = useDraft<Reply>({ kind: 'answer', key: `linked:${caseId}`, caseId }, EMPTY);
  const [state, setState] = useState<'idle' | 'asking' | 'sending'>('idle');
  const [problem, setProblem] = useState<Problem>();
  const [result, setResult] = useState<AnsweredLinkedDto>();
  // What was refused and is tried again is another intention: it must not be given its first answer back.
  const [tries, setTries] = useState(0);
  const { text, without } = draft.value;
  const chosen = candidates.filter((one) => !without.includes(one.caseId));
  const send = async (): Promise<void> => {
    setState('sending');
    setProblem(undefined);
    const body = {
      caseIds: chosen.map((one) => one.caseId),
      answer: { text: text.trim(), conclusion: { kind: 'answered' as const } },
    };
    try {
      await draft.flush();
      const answered = await draft.once([body, tries], (key) => answerLinked(caseId, body, key));
      setResult(answered);
      setTries(tries + 1);
      if (answered.failed === 0) await draft.discard();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setState('idle');
    }
  };
  if (candidates.length === 0 && result === undefined) return null;
  return (
    <div className="pv-act pv-no-print" role="group" aria-label="Répondre à tous">
      {result === undefined ? null : <Results result={result} />}
      {problem === undefined ? null : <Failure error={problem} what="L’envoi est" />}
      {candidates.length === 0 ? null : <ReplyFields draft={draft} candidates={candidates} caseNumber={caseNumber} />}
      <div className="pv-form-actions">
        <Button
          disabled={text.trim() === '' || chosen.length === 0}
          loading={state === 'sending'}
          onClick={() => {
            setState('asking');
          }}
        >
          {typeset(`Répondre à ${count(chosen.length, 'demande')}`)}
        </Button>
        <DraftLine status={draft.status} savedAt={draft.savedAt} />
      </div>
      <Confirm
        opened={state === 'asking'}
        title="Une réponse pour plusieurs demandes"
        consequence={`Chaque usager reçoit sa lettre : ${chosen.map((one) => one.caseNumber).join(', ')}. Chaque réponse suit le circuit de validation de son processus.`}
        confirmLabel={`Répondre à ${count(chosen.length, 'demande')}`}
        onConfirm={() => void send()}
        onClose={() => {
          setState('idle');
        }}
      />
    </div>
  );
}

function ReplyFields({
  draft,
  candidates,
  caseNumber,
}: {
  readonly draft: Draft<Reply>;
  readonly candidates: readonly Candidate[];
  readonly caseNumber: string;
}): ReactNode {
  const { value } = draft;
  const set = (change: Partial<Reply>): void => {
    draft.set({ ...value, ...change }, `Réponse à plusieurs — ${caseNumber}`);
  };
  return (
    <>
      <Textarea
        label="La même réponse pour toutes"
        description="La formule d’appel, le délai de recours et la signature viennent du modèle de chaque demande."
        minRows={4}
        value={value.text}
        onChange={(event) => {
          set({ text: event.currentTarget.value });
        }}
        onBlur={() => void draft.flush()}
      />
      <fieldset className="pv-linked-choice">
        <legend>Demandes qui la reçoivent</legend>
        {candidates.map(({ caseId, caseNumber: one, title }) => (
          <Checkbox
            key={caseId}
            label={typeset(`${one} — ${title}`)}
            checked={!value.without.includes(caseId)}
            onChange={(event) => {
              const others = value.without.filter((id) => id !== caseId);
              set({ without: event.currentTarget.checked ? others : [...others, caseId] });
            }}
          />
        ))}
      </fieldset>
    </>
  );
}

/** What was done, and what was not with its reason; those can be tried again. */
function Results({ result }: { readonly result: AnsweredLinkedDto }): ReactNode {
  const { done, failed, cases } = result;
  const failures = failed === 0 ? '' : `, ${count(failed, 'échec')}`;
  return (
    <Notice
      tone={failed === 0 ? 'kept' : 'soon'}
      icon={failed === 0 ? 'check' : 'alert'}
      role="status"
      title={typeset(`${count(done, 'réponse donnée', 'réponses données')}${failures}`)}
    >
      {failed === 0 ? null : (
        <ul>
          {cases
            .filter((one) => !one.done)
            .map(({ caseId, caseNumber, why }) => (
              <li key={caseId}>{typeset(`${caseNumber ?? 'Une demande'} : ${why ?? ''}`)}</li>
            ))}
        </ul>
      )}
    </Notice>
  );
}

function candidatesOf(
  { caseId, caseNumber, title, tasks }: CaseDetailDto,
  links: readonly CaseLinkDto[],
): readonly Candidate[] {
  const mine = tasks.some(({ kind }) => kind === 'answer') ? [{ caseId, caseNumber, title }] : [];
  // The parts of a split message speak of other things: one answer would not do for them.
  const alike = links.filter(({ role }) => role !== 'part' && role !== 'origin');
  return [...mine, ...alike.map(({ other }) => other).filter(({ expectsAnswer }) => expectsAnswer)];
}
