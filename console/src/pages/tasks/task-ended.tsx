import { Button, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { addNote, type CaseDetailDto } from '../../api/cases.js';
import { useIntention } from '../../api/intention.js';
import type { TaskDto } from '../../api/tasks.js';
import { Notice } from '../../components/state/notice.js';
import { sayDone, sayFailed } from '../../shell/toasts.js';
import { moment, typeset } from '../../text/format.js';

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
      {answer?.text === undefined ? null : (
        <section className="pv-card pv-card-body">
          <h2>La réponse</h2>
          <p className="pv-row-sub">{typeset(`${answer.conclusion}, écrite par ${answer.author.name}`)}</p>
          <p className="pv-words">{answer.text}</p>
        </section>
      )}
      <LeaveNote caseFile={caseFile} />
    </>
  );
}

/** The read model is written a moment after the act. */
function soonAfter({ endedAt }: TaskDto): string {
  return endedAt === undefined ? '9999' : new Date(Date.parse(endedAt) + 1000).toISOString();
}

function LeaveNote({ caseFile: { caseId, caseNumber } }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const [body, setBody] = useState('');
  const [busy, setBusy] = useState(false);
  const keyFor = useIntention();
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      await addNote(caseId, body.trim(), keyFor(body));
      setBody('');
      sayDone(`Note ajoutée à ${caseNumber}.`);
    } catch (error) {
      sayFailed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="pv-card pv-card-body pv-no-print" aria-label="Ajouter une note">
      <Textarea
        label="Une précision pour les collègues"
        description="Note interne : l’usager ne la voit pas."
        value={body}
        onChange={(event) => {
          setBody(event.currentTarget.value);
        }}
      />
      <Button mt="sm" variant="default" loading={busy} disabled={body.trim() === ''} onClick={() => void save()}>
        Ajouter la note
      </Button>
    </section>
  );
}
