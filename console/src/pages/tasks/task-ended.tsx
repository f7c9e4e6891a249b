import type { ReactNode } from 'react';
import type { CaseDetailDto } from '../../api/cases.js';
import type { TaskDto } from '../../api/tasks.js';
import { Notice } from '../../components/state/notice.js';
import { KeptWords } from '../../drafts/kept-words.js';
import { answerLine } from '../../text/answer-line.js';
import { moment, typeset } from '../../text/format.js';
import { NoteComposer } from '../case/note-composer.js';

interface TaskEndedProps {
  readonly task: TaskDto;
  readonly caseFile: CaseDetailDto;
}

/** Done already, by oneself or by a colleague meanwhile: what came of it, and room for a note. */
export function TaskEnded({ task, caseFile }: TaskEndedProps): ReactNode {
  const { answer, statusWords, timeline } = caseFile;
  const ending = timeline.findLast(
    ({ essential, actor, at }) => essential && actor !== undefined && at <= soonAfter(task),
  );
  const who = ending?.actor?.name;
  return (
    <>
      <Notice
        tone="kept"
        icon="check"
        role="status"
        title={typeset(
          `Cette tâche est terminée${who === undefined ? '' : ` : ${ending?.words ?? ''}, par ${who}, ${moment(ending?.at ?? '')}`}.`,
        )}
      >
        <p>{typeset(statusWords)}</p>
      </Notice>
      <KeptWords taskId={task.id} />
      {answer?.text === undefined ? null : (
        <section className="pv-card pv-card-body">
          <h2>La réponse</h2>
          <p className="pv-row-sub">{answerLine(answer)}</p>
          <p className="pv-words">{answer.text}</p>
        </section>
      )}
      <section className="pv-card pv-card-body pv-no-print" aria-label="Une précision pour les collègues">
        <NoteComposer caseFile={caseFile} />
      </section>
    </>
  );
}

/** The read model is written a moment after the act. */
function soonAfter({ endedAt }: TaskDto): string {
  return endedAt === undefined ? '9999' : new Date(Date.parse(endedAt) + 1000).toISOString();
}
