import { ActionIcon, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { addNote, type CaseDetailDto, type PossibleActDto } from '../../../api/cases.js';
import { Icon } from '../../../components/icon.js';
import { Conflict } from '../../../components/state/conflict.js';
import { ErrorSummary } from '../../../components/state/error-summary.js';
import { Failure } from '../../../components/state/failure.js';
import { faultAt } from '../../../components/state/field-faults.js';
import { DraftLine } from '../../../drafts/draft-status.js';
import { told } from '../../../shell/toasts.js';
import { typeset } from '../../../text/format.js';
import { actKey, type ActEntry, type ActForm } from './act-catalog.js';
import { ActSection } from './act-section.js';
import { AnswerFields } from './answer-fields.js';
import { AskOpinionFields, ReassignFields } from './directory-fields.js';
import { ChoiceFields, ConfirmFields, DatedFields, PostingFields, TextFields } from './plain-fields.js';
import { QualifyFields } from './qualify-fields.js';
import { useAct, type ActConflict, type ActState } from './use-act.js';
import type { FieldsProps } from './fields.js';

interface ActPanelProps {
  readonly caseFile: CaseDetailDto;
  readonly act: PossibleActDto;
  readonly entry: ActEntry;
  readonly onClose: () => void;
}

/** One act: what it will do is said before its button. */
export function ActPanel({ caseFile, act, entry, onClose }: ActPanelProps): ReactNode {
  const state = useAct({ caseFile, act, entry, onDone: onClose });
  const id = `act-${actKey(act).replaceAll(/[^\w-]/g, '-')}`;
  return (
    <ActSection label={entry.label} onClose={onClose}>
      <div className="pv-act-head">
        <h2>{entry.label}</h2>
        <ActionIcon variant="subtle" aria-label="Fermer sans envoyer, le brouillon est gardé" onClick={onClose}>
          <Icon name="close" />
        </ActionIcon>
      </div>
      {state.conflict === undefined ? (
        <Fields id={id} caseFile={caseFile} act={act} entry={entry} state={state} />
      ) : (
        <ActConflictScreen caseFile={caseFile} conflict={state.conflict} state={state} onClose={onClose} />
      )}
    </ActSection>
  );
}

function Fields(props: FieldsProps): ReactNode {
  const { state, id, entry } = props;
  const Form = FORMS[entry.form];
  const faults = (state.problem?.faults ?? []).map((fault) => faultAt(`${id}-text`, fault));
  return (
    <div className="pv-form">
      <ErrorSummary faults={faults} />
      {state.problem === undefined || faults.length > 0 ? null : <Failure error={state.problem} />}
      <Form {...props} />
      <p className="pv-row-sub">{typeset(entry.consequence)}</p>
      <DraftLine status={state.draft.status} savedAt={state.draft.savedAt} />
    </div>
  );
}

const FORMS: Readonly<Record<ActForm, (props: FieldsProps) => ReactNode>> = {
  answer: AnswerFields,
  qualify: QualifyFields,
  askCitizen: DatedFields,
  citizenAnswer: DatedFields,
  reopen: DatedFields,
  askOpinion: AskOpinionFields,
  reassign: ReassignFields,
  posting: PostingFields,
  doubt: ChoiceFields,
  replyChannel: ChoiceFields,
  confirm: ConfirmFields,
  text: TextFields,
  close: TextFields,
  parapheur: TextFields,
};

interface ConflictScreenProps {
  readonly caseFile: CaseDetailDto;
  readonly conflict: ActConflict;
  readonly state: ActState;
  readonly onClose: () => void;
}

/** Somebody acted first: where the case stood, what was typed here, what they did. Nothing typed is lost. */
function ActConflictScreen({ caseFile, conflict, state, onClose }: ConflictScreenProps): ReactNode {
  const { now, problem } = conflict;
  const done = now.timeline.filter(({ id, essential }) => essential && revisionOf(id) > caseFile.revision);
  const who = done.at(-1)?.actor?.name;
  const theirs = done
    .map(({ words, actor, text }) =>
      [words, actor === undefined ? undefined : `par ${actor.name}`, text?.body].filter(Boolean).join(' — '),
    )
    .join('\n');
  const { text } = state.draft.value;
  const keepAsNote = async (): Promise<void> => {
    const note = { text };
    const kept = await told(
      state.draft.once(['note', note], (key) => addNote(caseFile.caseId, note, key)),
      'Votre texte est gardé en note interne.',
    );
    if (!kept) return;
    await state.draft.discard();
    onClose();
  };
  return (
    <Conflict
      why={problem.message}
      {...(who === undefined ? {} : { who })}
      fields={[
        {
          name: 'status',
          label: 'La demande',
          before: caseFile.statusWords,
          mine: 'inchangée',
          theirs: now.statusWords,
        },
        { name: 'text', label: 'Ce qui est écrit', before: caseFile.answer?.text ?? '', mine: text, theirs },
      ]}
      actions={
        <>
          {text.trim() === '' ? null : (
            <Button onClick={() => void keepAsNote()}>Garder mon texte en note interne</Button>
          )}
          <Button variant="default" onClick={onClose}>
            Voir la demande telle qu’elle est
          </Button>
        </>
      }
    />
  );
}

function revisionOf(entryId: string): number {
  return Number(entryId.split('.')[0]);
}
