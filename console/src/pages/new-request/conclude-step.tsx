import { Radio, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { REPLY_CHANNEL_WORDS } from '../../../../domain/text/case-words.js';
import { REFUSAL_SENTENCES } from '../../../../domain/text/refusal-sentences.js';
import type { ProcessSheetDto } from '../../api/schema/types.generated.js';
import { useSession } from '../../api/session.js';
import { typeset } from '../../text/format.js';
import { questionsOf, replyChannelOf, unreachableFor, type ReplyChannel } from './request-form.js';
import { StepTitle, type StepProps } from './step.js';

const CHANNELS: readonly ReplyChannel[] = ['email', 'letter', 'spoken', 'none'];

/** ⑤ By which way the citizen wants the reply, and the reply itself where it can be given at once. */
export function ConcludeStep({
  prefix,
  form,
  onChange,
  onBlur,
  sheet,
}: StepProps & { readonly sheet: ProcessSheetDto | undefined }): ReactNode {
  const session = useSession();
  const mayAnswer = sheet?.answerAtOnce.some((role) => session.roles.some((held) => held.role === role)) === true;
  const unreachable = unreachableFor(form);
  const [open, setOpen] = useState(form.answer !== '');
  return (
    <section className="pv-step" aria-labelledby={`${prefix}-step-end`}>
      <StepTitle id={`${prefix}-step-end`} rank={questionsOf(sheet) > 0 ? 5 : 4} title="La suite" />
      <Radio.Group
        id={`${prefix}-reply`}
        label="L’usager veut sa réponse"
        error={unreachable === undefined ? undefined : typeset(REFUSAL_SENTENCES[unreachable])}
        value={replyChannelOf(form)}
        onChange={(value) => {
          onChange({ replyChannel: value });
        }}
      >
        <div className="pv-inline-choices">
          {CHANNELS.map((value) => (
            <Radio key={value} value={value} label={REPLY_CHANNEL_WORDS[value]} />
          ))}
        </div>
      </Radio.Group>
      {mayAnswer ? (
        <details
          className="pv-answer-now"
          open={open}
          onToggle={(event) => {
            setOpen(event.currentTarget.open);
          }}
        >
          <summary>Répondre tout de suite</summary>
          {sheet.firstContact === undefined ? null : <p className="pv-row-sub">{sheet.firstContact}</p>}
          <Textarea
            id={`${prefix}-answer`}
            label="Votre réponse à l’usager"
            description="Vide : la demande est transmise au service."
            minRows={3}
            value={form.answer}
            onChange={(event) => {
              onChange({ answer: event.currentTarget.value });
            }}
            onBlur={onBlur}
          />
        </details>
      ) : null}
    </section>
  );
}
