import { Button, Radio, Textarea } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Failure } from '../../components/state/failure.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useDraft } from '../../drafts/use-draft.js';
import { capital, typeset } from '../../text/format.js';
import { ActSection } from '../case/acts/act-section.js';
import { SubmitRow } from '../case/acts/submit-row.js';
import { usePanelAct, type PanelProps } from './panel-act.js';

const NOTHING = { remark: '', passage: '', to: 'author' };
/** Longest passage that the API takes. */
const PASSAGE = 1000;

/** Sends the reply back to whoever wrote or endorsed it, with a remark on a passage of the letter. */
export function SendBack({ caseFile, item, letter, onDone, onClose }: PanelProps): ReactNode {
  const { caseId, earlierPersons } = caseFile;
  const draft = useDraft({ kind: 'remark', key: `back:${item.id}`, caseId, taskId: item.id }, NOTHING);
  const { remark, passage, to } = draft.value;
  const { busy, problem, send } = usePanelAct({ item, caseFile, onDone, draft });
  const selected = useSelectedPassage();
  const set = (change: Partial<typeof NOTHING>): void => {
    draft.set({ ...draft.value, ...change }, `Renvoi — ${item.caseNumber}`);
  };
  const body = {
    letterHash: letter.letterHash,
    to,
    remark: remark.trim(),
    ...(passage.trim() === '' ? {} : { passage: passage.trim().slice(0, PASSAGE) }),
  };
  return (
    <ActSection className="pv-form" label="Renvoyer avec une remarque" onClose={onClose}>
      <Radio.Group
        label="À qui"
        value={to}
        onChange={(next) => {
          set({ to: next });
        }}
      >
        {earlierPersons.map((one) => (
          <Radio
            key={one.to}
            value={one.to}
            mt="xs"
            label={typeset([capital(one.words), one.person?.name].filter(Boolean).join(' : '))}
          />
        ))}
      </Radio.Group>
      <Textarea
        label="Passage de la lettre"
        description="Facultatif : choisissez-le dans la lettre avec la souris, ou recopiez-le."
        autosize
        value={passage}
        onChange={(event) => {
          set({ passage: event.currentTarget.value });
        }}
      />
      {selected === '' || selected === passage ? null : (
        <Button
          variant="light"
          onClick={() => {
            set({ passage: selected });
          }}
        >
          {typeset(`Citer « ${selected.length > 40 ? `${selected.slice(0, 40)}…` : selected} »`)}
        </Button>
      )}
      <Textarea
        label="Votre remarque"
        data-first
        required
        autosize
        minRows={3}
        value={remark}
        onChange={(event) => {
          set({ remark: event.currentTarget.value });
        }}
        onBlur={() => void draft.flush()}
      />
      <DraftLine status={draft.status} savedAt={draft.savedAt} />
      {problem === undefined ? null : <Failure error={problem} />}
      <SubmitRow
        label="Renvoyer"
        sending={busy}
        disabled={remark.trim() === ''}
        onSubmit={() => void send('send-back', body, `${item.caseNumber} : réponse renvoyée.`)}
      />
    </ActSection>
  );
}

/** What the reader selected in the letter last: it stays when the focus goes to the remark. */
function useSelectedPassage(): string {
  const [passage, setPassage] = useState(selectionInLetter);
  const last = useRef(passage);
  useEffect(() => {
    const look = (): void => {
      const now = selectionInLetter();
      if (now === '' || now === last.current) return;
      last.current = now;
      setPassage(now);
    };
    document.addEventListener('selectionchange', look);
    return () => {
      document.removeEventListener('selectionchange', look);
    };
  }, []);
  return passage;
}

function selectionInLetter(): string {
  const selection = document.getSelection();
  const anchor = selection?.anchorNode;
  const element = anchor instanceof Element ? anchor : anchor?.parentElement;
  if (element?.closest('.pv-pdf-pages') === null || element === undefined) return '';
  return (selection?.toString() ?? '').replaceAll(/\s+/g, ' ').trim();
}
