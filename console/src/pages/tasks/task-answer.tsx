import type { ReactNode } from 'react';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import type { CaseDetailDto, PossibleActDto } from '../../api/cases.js';
import type { TaskDto } from '../../api/tasks.js';
import { Notice } from '../../components/state/notice.js';
import { useViewParam } from '../../shell/peek.js';
import { typeset } from '../../text/format.js';
import { actKey, entryOf } from '../case/acts/act-catalog.js';
import { ActPanel } from '../case/acts/act-panel.js';
import { AnswerHere } from './answer-here.js';

interface TaskAnswerProps {
  readonly task: TaskDto;
  readonly caseFile: CaseDetailDto;
  /** What is known of the request, beside the answer. */
  readonly children: ReactNode;
}

type Choice = 'fait' | 'planifie' | 'besoin' | 'autre-service';

const CHOICES: readonly { readonly id: Choice; readonly label: string }[] = [
  { id: 'fait', label: 'C’est fait' },
  { id: 'planifie', label: 'Je planifie le…' },
  { id: 'besoin', label: 'J’ai besoin de…' },
  { id: 'autre-service', label: 'Ce n’est pas pour mon service' },
];

/** The four answers of a referent; another kind of task asks for its one act. */
export function TaskAnswer({ task, caseFile, children }: TaskAnswerProps): ReactNode {
  const acts = caseFile.may.filter(({ taskId }) => taskId === task.id);
  if (acts.length === 0)
    return (
      <>
        <Notice tone="info" title={typeset(whyNothing(task))} />
        {children}
      </>
    );
  const answer = acts.find(({ act }) => act === 'answer');
  return answer === undefined ? (
    <OneAct acts={acts} caseFile={caseFile} waits={task.kind === 'answer'}>
      {children}
    </OneAct>
  ) : (
    <FourAnswers acts={acts} answer={answer} caseFile={caseFile}>
      {children}
    </FourAnswers>
  );
}

function whyNothing({ claimedBy, holder }: TaskDto): string {
  const who = (claimedBy ?? holder)?.name;
  return who === undefined ? 'Cette tâche n’est pas de votre ressort.' : `Cette tâche est celle de ${who}.`;
}

interface ActsProps {
  readonly acts: readonly PossibleActDto[];
  readonly caseFile: CaseDetailDto;
  readonly children: ReactNode;
}

function FourAnswers({ acts, answer, caseFile, children }: ActsProps & { readonly answer: PossibleActDto }): ReactNode {
  const [chosen, choose] = useViewParam('reponse', 'fait');
  const close = (): void => {
    choose('fait');
  };
  return (
    <>
      <div className="pv-choices pv-no-print" role="group" aria-label="Votre réponse">
        {CHOICES.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            className="pv-choice"
            aria-pressed={chosen === id}
            onClick={() => {
              choose(id);
            }}
          >
            {label}
          </button>
        ))}
      </div>
      {chosen === 'besoin' ? (
        <Needs acts={acts} caseFile={caseFile} onClose={close} />
      ) : chosen === 'autre-service' ? (
        <Named act="refuseAssignment" acts={acts} caseFile={caseFile} onClose={close} />
      ) : (
        <AnswerHere key={chosen} caseFile={caseFile} act={answer} planned={chosen === 'planifie'}>
          {children}
        </AnswerHere>
      )}
      <p className="pv-row-sub pv-no-print">
        <Anchor component={Link} to={`/dossiers/${caseFile.caseId}?acte=${encodeURIComponent(actKey(answer))}`}>
          Refuser, ou transmettre à une autre autorité
        </Anchor>
      </p>
      {chosen === 'besoin' || chosen === 'autre-service' ? children : null}
    </>
  );
}

const NEEDS: readonly { readonly act: string; readonly label: string }[] = [
  { act: 'askCitizen', label: 'l’usager' },
  { act: 'askOpinion', label: 'un collègue' },
  { act: 'askFinding', label: 'la patrouille' },
];

function Needs({ acts, caseFile, onClose }: Omit<ActsProps, 'children'> & { readonly onClose: () => void }): ReactNode {
  const [of, setOf] = useViewParam('de');
  const possible = NEEDS.filter(({ act }) => acts.some((one) => one.act === act));
  if (possible.length === 0) return <Notice title="Rien ne peut être demandé à cette étape." />;
  return (
    <>
      <div className="pv-choices" role="group" aria-label="J’ai besoin de">
        {possible.map(({ act, label }) => (
          <button
            key={act}
            type="button"
            className="pv-choice"
            aria-pressed={of === act}
            onClick={() => {
              setOf(act);
            }}
          >
            {label}
          </button>
        ))}
      </div>
      {of === '' ? null : <Named key={of} act={of} acts={acts} caseFile={caseFile} onClose={onClose} />}
    </>
  );
}

function Named({
  act: name,
  acts,
  caseFile,
  onClose,
}: Omit<ActsProps, 'children'> & { readonly act: string; readonly onClose: () => void }): ReactNode {
  const act = acts.find((one) => one.act === name);
  const entry = act === undefined ? undefined : entryOf(act);
  if (act === undefined || entry === undefined)
    return <Notice title="Cette action n’est pas possible à cette étape." />;
  return <ActPanel caseFile={caseFile} act={act} entry={entry} onClose={onClose} />;
}

/** An opinion, a finding, a posting: the form of the act itself. An answer that waits for one asks for nothing yet. */
function OneAct({ acts, caseFile, waits, children }: ActsProps & { readonly waits: boolean }): ReactNode {
  const [chosen, choose] = useViewParam('acte', waits || acts[0] === undefined ? '' : acts[0].act);
  return (
    <>
      {acts.length < 2 ? null : (
        <div className="pv-choices" role="group" aria-label="Votre réponse">
          {acts.map((act) => (
            <button
              key={actKey(act)}
              type="button"
              className="pv-choice"
              aria-pressed={chosen === act.act}
              onClick={() => {
                choose(act.act);
              }}
            >
              {entryOf(act)?.label ?? act.act}
            </button>
          ))}
        </div>
      )}
      {chosen === '' ? null : (
        <Named
          key={chosen}
          act={chosen}
          acts={acts}
          caseFile={caseFile}
          onClose={() => {
            choose('');
          }}
        />
      )}
      {children}
    </>
  );
}
