import { Anchor, Button } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useBench, type BenchActDto, type BenchMoveDto } from '../../api/design.js';
import { asProblem } from '../../api/problem.js';
import { useHolds } from '../../api/session.js';
import { useProcess, type ProcessSheetDto } from '../../api/processes.js';
import { saidAfar } from '../../components/process-form/question-of.js';
import { answerFaultsOf } from '../../components/process-form/server-faults.js';
import type { AnswerFault } from '../../components/process-form/validator.js';
import { ErrorSummary } from '../../components/state/error-summary.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { Notice } from '../../components/state/notice.js';
import { PageHead, Untitled } from '../../shell/page-head.js';
import { useTitle } from '../../shell/title.js';
import { typeset } from '../../text/format.js';
import { BenchAnswers, benchFieldOf } from './bench-answers.js';
import { Frames } from './bench-frames.js';
import { benchOf, usePlay, type Play } from './bench-play.js';
import { BenchRequest } from './bench-request.js';
import { KeepTrial } from './keep-trial.js';
import { useTypedAnswers } from './use-typed-answers.js';
import '../steering/steering.css';

/** A case played before anyone lives it: acts, days that pass, and what follows from them. */
export function BenchPage(): ReactNode {
  const { processId = '' } = useParams();
  const sheet = useProcess(processId);
  useTitle(sheet.data?.title, 'Banc d’essai');
  if (sheet.isPending)
    return (
      <Untitled title="Banc d’essai">
        <Loading what="du processus" />
      </Untitled>
    );
  if (sheet.data === undefined)
    return (
      <Untitled title="Banc d’essai">
        <Failure error={sheet.error} onRetry={() => void sheet.refetch()} />
      </Untitled>
    );
  return (
    <>
      <p className="pv-back pv-no-print">
        <Anchor component={Link} to={`/processus/${processId}`}>
          ← {sheet.data.title}
        </Anchor>
      </p>
      <PageHead
        title="Banc d’essai"
        lead={typeset(
          `« ${sheet.data.title} », version ${String(sheet.data.version)} : une demande inventée, rien n’est enregistré ni envoyé.`,
        )}
      />
      <Bench key={processId} processId={processId} sheet={sheet.data} />
    </>
  );
}

const JUMPS = [
  { workingDays: 1, label: '+ 1 jour ouvré' },
  { workingDays: 3, label: '+ 3 jours ouvrés' },
  { workingDays: 10, label: '+ 10 jours ouvrés' },
];

function Bench({ processId, sheet }: { readonly processId: string; readonly sheet: ProcessSheetDto }): ReactNode {
  const [play, changePlay] = usePlay();
  const typed = useTypedAnswers(play, changePlay);
  const mayKeep = useHolds('designer');
  const bench = useBench(processId, benchOf(play));
  const faults = useMemo(
    () => (bench.error === null ? [] : answerFaultsOf(asProblem(bench.error).faults)),
    [bench.error],
  );
  const act = (change: (acts: Play['acts']) => Play['acts']): void => {
    typed.flush();
    changePlay(({ acts }) => ({ acts: change(acts) }));
  };
  return (
    <div className="pv-bench">
      <div className="pv-bench-acts pv-no-print">
        <BenchRequest
          play={play}
          onChange={(part) => {
            // Another request is another case: what was done to the first one does not follow.
            changePlay(() => ({ ...part, acts: [] }));
          }}
        >
          <BenchAnswers sheet={sheet} typed={typed} faults={faults} missing={bench.data?.missing ?? []} />
        </BenchRequest>
        <NextActs next={bench.data?.next ?? []} done={play.acts.length} act={act} refused={faults.length > 0} />
        {mayKeep ? <KeepTrial processId={processId} play={benchOf(play)} /> : null}
      </div>
      <div>
        {bench.error === null ? null : <Refused error={bench.error} sheet={sheet} faults={faults} />}
        <Outcome processId={processId} bench={bench} />
      </div>
    </div>
  );
}

interface OutcomeProps {
  readonly processId: string;
  readonly bench: ReturnType<typeof useBench>;
}

function Outcome({ processId, bench: { data, error } }: OutcomeProps): ReactNode {
  if (data !== undefined) return <Frames processId={processId} frames={data.frames} />;
  return error === null ? <Loading what="de la demande" /> : null;
}

interface RefusedProps {
  readonly error: Error;
  readonly sheet: ProcessSheetDto;
  readonly faults: readonly AnswerFault[];
}

/** Why nothing is played: answers that a citizen could not send, told while they are being typed, or a failure. */
function Refused({ error, sheet, faults }: RefusedProps): ReactNode {
  if (faults.length === 0) return <Notice tone="late" role="alert" title={asProblem(error).message} />;
  return (
    <ErrorSummary
      whileTyping
      faults={faults.map((fault) => ({ field: benchFieldOf(sheet, fault.path), text: saidAfar(sheet, fault) }))}
    />
  );
}

interface NextActsProps {
  readonly next: readonly BenchActDto[];
  /** How many were done. */
  readonly done: number;
  readonly act: (change: (acts: Play['acts']) => Play['acts']) => void;
  /** Nothing follows a request that cannot be sent. */
  readonly refused: boolean;
}

function NextActs({ next, done, act, refused }: NextActsProps): ReactNode {
  const add = (move: BenchMoveDto): void => {
    act((acts) => [...acts, move]);
  };
  return (
    <>
      <h2>Et ensuite ?</h2>
      {next.map(({ words, details, label }) => (
        <Button
          key={label}
          variant="default"
          justify="flex-start"
          onClick={() => {
            add({ words, ...(details === undefined ? {} : { details }) });
          }}
        >
          {label}
        </Button>
      ))}
      {JUMPS.map(({ workingDays, label }) => (
        <Button
          key={label}
          variant="light"
          disabled={refused}
          onClick={() => {
            add({ workingDays });
          }}
        >
          {label}
        </Button>
      ))}
      <Button
        variant="subtle"
        disabled={done === 0}
        onClick={() => {
          act((acts) => acts.slice(0, -1));
        }}
      >
        Annuler la dernière action
      </Button>
      <Button
        variant="subtle"
        disabled={done === 0}
        onClick={() => {
          act(() => []);
        }}
      >
        Recommencer
      </Button>
    </>
  );
}
