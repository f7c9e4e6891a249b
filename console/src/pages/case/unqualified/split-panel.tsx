import { ActionIcon, Button, Textarea } from '@mantine/core';
import { type ReactNode } from 'react';
import type { CaseDetailDto } from '../../../api/cases.js';
import { splitMessage } from '../../../api/splits.js';
import { Icon } from '../../../components/icon.js';
import { Failure } from '../../../components/state/failure.js';
import { DraftLine } from '../../../drafts/draft-status.js';
import { useFormDraft, type FormDraft } from '../../../drafts/use-form-draft.js';
import { sayDone } from '../../../shell/toasts.js';
import { count, dayOf, plainDate, typeset } from '../../../text/format.js';
import { ActSection } from '../acts/act-section.js';
import { SubmitRow } from '../acts/submit-row.js';

interface Split {
  readonly kept: string;
  readonly parts: readonly string[];
}

/** As the API takes them. */
const MOST_PARTS = 9;
const LONGEST_PART = 4000;

interface SplitPanelProps {
  readonly caseFile: CaseDetailDto;
  readonly onClose: () => void;
}

/** One message that speaks of several things: each part is cut from it and becomes a request of its own. */
export function SplitPanel({ caseFile, onClose }: SplitPanelProps): ReactNode {
  const { caseId, caseNumber, request } = caseFile;
  const said = request?.keptWords ?? request?.words ?? '';
  const form = useFormDraft<Split>(`split:${caseId}`, `Scinder — ${caseNumber}`, { kept: said, parts: [''] });
  const { kept, parts } = form.value;
  const filled = parts.map((part) => part.trim()).filter((part) => part !== '');
  const send = async (): Promise<void> => {
    const split = { kept: kept.trim(), parts: filled };
    let numbers = '';
    const done = await form.submit(async () => {
      const made = await form.once(split, (key) => splitMessage(caseId, split, key));
      numbers = made.parts.map((part) => part.caseNumber).join(', ');
    });
    if (!done) return;
    sayDone(`${caseNumber} est scindée : ${numbers}.`);
    onClose();
  };
  return (
    <ActSection label="Scinder en plusieurs demandes" onClose={onClose}>
      <div className="pv-act-head">
        <h2>Scinder en plusieurs demandes</h2>
        <ActionIcon variant="subtle" aria-label="Fermer sans envoyer, le brouillon est gardé" onClick={onClose}>
          <Icon name="close" />
        </ActionIcon>
      </div>
      <div className="pv-form">
        {form.problem === undefined ? null : <Failure error={form.problem} />}
        <SplitFields form={form} caseNumber={caseNumber} />
        <p className="pv-row-sub">{consequenceOf(caseFile)}</p>
        <SubmitRow
          label={typeset(`Ouvrir ${count(Math.max(1, filled.length), 'autre demande', 'autres demandes')}`)}
          sending={form.busy}
          disabled={kept.trim() === '' || filled.length === 0}
          onSubmit={() => void send()}
        >
          <DraftLine status={form.status} savedAt={form.savedAt} />
        </SubmitRow>
      </div>
    </ActSection>
  );
}

function SplitFields({
  form,
  caseNumber,
}: {
  readonly form: FormDraft<Split>;
  readonly caseNumber: string;
}): ReactNode {
  const { kept, parts } = form.value;
  const setPart = (index: number, text: string): void => {
    form.change({ parts: parts.map((part, at) => (at === index ? text : part)) });
  };
  return (
    <>
      <Textarea
        label={typeset(`Ce que ${caseNumber} garde`)}
        description="Le message reste écrit en entier sur la demande. Retirez d’ici ce qui part dans une autre."
        minRows={3}
        maxLength={LONGEST_PART}
        required
        value={kept}
        onChange={(event) => {
          form.change({ kept: event.currentTarget.value });
        }}
        onBlur={() => void form.flush()}
      />
      {parts.map((part, index) => (
        <Textarea
          key={index}
          label={typeset(`Autre demande n° ${String(index + 1)}, avec les mots de l’usager`)}
          minRows={2}
          maxLength={LONGEST_PART}
          value={part}
          onChange={(event) => {
            setPart(index, event.currentTarget.value);
          }}
          onBlur={() => void form.flush()}
        />
      ))}
      {parts.length < MOST_PARTS ? (
        <p>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<Icon name="plus" size={16} />}
            onClick={() => {
              form.change({ parts: [...parts, ''] });
            }}
          >
            Encore une demande
          </Button>
        </p>
      ) : null}
    </>
  );
}

function consequenceOf({ receivedAt, request, documents }: CaseDetailDto): string {
  const day = plainDate(dayOf(receivedAt));
  const told =
    request?.citizen === undefined
      ? 'La demande est anonyme : personne n’en est informé.'
      : 'L’usager reçoit un accusé d’enregistrement pour chacune.';
  const files = documents.length === 0 ? '' : ' Les documents restent sur la première.';
  return typeset(
    `Chaque partie devient une demande à qualifier, du même usager et au même lieu, liée à celle-ci. Son délai court depuis la réception du message, le ${day}. ${told}${files}`,
  );
}
