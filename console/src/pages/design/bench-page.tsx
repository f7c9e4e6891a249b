import { Anchor, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useBench, type BenchMoveDto } from '../../api/design.js';
import { asProblem } from '../../api/problem.js';
import { useHolds } from '../../api/session.js';
import { useProcess, type ProcessSheetDto } from '../../api/processes.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { Notice } from '../../components/state/notice.js';
import { PageHead, Untitled } from '../../shell/page-head.js';
import { useTitle } from '../../shell/title.js';
import { typeset } from '../../text/format.js';
import { Frames } from './bench-frames.js';
import { benchOf, usePlay } from './bench-play.js';
import { BenchRequest } from './bench-request.js';
import { KeepTrial } from './keep-trial.js';
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
  const [play, setPlay] = usePlay();
  const { acts } = play;
  const mayKeep = useHolds('designer');
  const bench = useBench(processId, benchOf(play));
  const add = (move: BenchMoveDto): void => {
    setPlay({ acts: [...acts, move] });
  };
  return (
    <div className="pv-bench">
      <div className="pv-bench-acts pv-no-print">
        <BenchRequest
          sheet={sheet}
          play={play}
          onChange={(part) => {
            // Another request is another case: what was done to the first one does not follow.
            setPlay({ ...part, acts: [] });
          }}
        />
        <h2>Et ensuite ?</h2>
        {bench.data?.next.map(({ words, label }) => (
          <Button
            key={words}
            variant="default"
            justify="flex-start"
            onClick={() => {
              add({ words });
            }}
          >
            {label}
          </Button>
        ))}
        {JUMPS.map(({ workingDays, label }) => (
          <Button
            key={label}
            variant="light"
            onClick={() => {
              add({ workingDays });
            }}
          >
            {label}
          </Button>
        ))}
        <Button
          variant="subtle"
          disabled={acts.length === 0}
          onClick={() => {
            setPlay({ acts: acts.slice(0, -1) });
          }}
        >
          Annuler la dernière action
        </Button>
        <Button
          variant="subtle"
          disabled={acts.length === 0}
          onClick={() => {
            setPlay({ acts: [] });
          }}
        >
          Recommencer
        </Button>
        {mayKeep ? <KeepTrial processId={processId} play={benchOf(play)} /> : null}
      </div>
      <div>
        {bench.data === undefined && bench.error === null ? <Loading what="de la demande" /> : null}
        {bench.error === null ? null : <Notice tone="late" role="alert" title={asProblem(bench.error).message} />}
        {bench.data === undefined ? null : <Frames processId={processId} frames={bench.data.frames} />}
      </div>
    </div>
  );
}
