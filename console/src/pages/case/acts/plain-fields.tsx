import { Radio, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ReplyChannel } from '../../../../../domain/process/runnable.js';
import { unreachableBy } from '../../../../../domain/request/reachability.js';
import { REPLY_CHANNEL_WORDS } from '../../../../../domain/text/case-words.js';
import { REFUSAL_SENTENCES } from '../../../../../domain/text/refusal-sentences.js';
import { addDays } from '../../../../../domain/time/local-date.js';
import type { CaseDetailDto } from '../../../api/cases.js';
import { today, typeset } from '../../../text/format.js';
import type { FieldsProps } from './fields.js';
import { SubmitRow } from './submit-row.js';

/** A text and nothing else: a reason, an opinion, a finding, what to look at. */
export function TextFields({ id, act, entry, state }: FieldsProps): ReactNode {
  const { value } = state.draft;
  const optional = entry.form === 'close';
  const send = (): void => {
    const text = value.text.trim();
    const carried = text === '' && optional ? {} : { [entry.field ?? 'text']: text };
    void state.perform({
      ...carried,
      ...(act.openRequest === undefined ? {} : { openRequest: act.openRequest }),
      ...(act.conclusion === undefined ? {} : { conclusion: act.conclusion }),
    });
  };
  return (
    <>
      <TextBox id={id} entry={entry} state={state} required={!optional} />
      <SubmitRow
        label={entry.label}
        sending={state.sending}
        disabled={!optional && value.text.trim() === ''}
        onSubmit={send}
      />
    </>
  );
}

/** The free text of an act. */
export function TextBox({
  id,
  entry,
  state,
  required = true,
}: Pick<FieldsProps, 'id' | 'entry' | 'state'> & { readonly required?: boolean }): ReactNode {
  return (
    <Textarea
      id={`${id}-text`}
      label={entry.fieldLabel ?? 'Texte'}
      required={required}
      value={state.draft.value.text}
      onChange={(event) => {
        state.set({ text: event.currentTarget.value });
      }}
      onBlur={() => void state.draft.flush()}
    />
  );
}

/** A text and a day: what is missing and until when; what came and when; why it is reopened. */
export function DatedFields({ id, act, entry, state }: FieldsProps): ReactNode {
  const { value } = state.draft;
  const asks = entry.form === 'askCitizen';
  const day = value.day ?? (asks ? addDays(today(), 15) : today());
  const send = (): void => {
    const text = value.text.trim();
    if (asks) void state.perform({ text, until: day });
    else if (entry.form === 'reopen') void state.perform({ reason: text, receivedOn: day });
    else void state.perform({ text, openRequest: act.openRequest, receivedOn: day });
  };
  return (
    <>
      <TextBox
        id={id}
        entry={asks ? { ...entry, fieldLabel: 'Ce qui manque, un élément par ligne' } : entry}
        state={state}
      />
      <TextInput
        id={`${id}-day`}
        type="date"
        label={asks ? 'Dernier jour pour répondre' : 'Arrivé en mairie le'}
        {...(asks ? { min: today() } : { max: today() })}
        value={day}
        onChange={(event) => {
          state.set({ day: event.currentTarget.value });
        }}
      />
      <SubmitRow label={entry.label} sending={state.sending} disabled={value.text.trim() === ''} onSubmit={send} />
    </>
  );
}

export function PostingFields({ id, entry, state }: FieldsProps): ReactNode {
  const day = state.draft.value.day ?? today();
  return (
    <>
      <TextInput
        id={`${id}-day`}
        type="date"
        label="Postée le"
        max={today()}
        value={day}
        onChange={(event) => {
          state.set({ day: event.currentTarget.value });
        }}
      />
      <SubmitRow label={entry.label} sending={state.sending} onSubmit={() => void state.perform({ postedOn: day })} />
    </>
  );
}

const DECISIONS = {
  itLeft: 'Elle est partie : ne rien renvoyer',
  sendAgain: 'Elle n’est pas partie : la renvoyer',
  byLetter: 'L’envoyer par courrier',
};

/** A channel that cannot reach the citizen stays in sight, with what it would need. */
function reachProps(channel: ReplyChannel, { request }: CaseDetailDto): { disabled?: boolean; description?: string } {
  const unreachable = request === undefined ? undefined : unreachableBy(channel, request.citizen);
  return unreachable === undefined ? {} : { disabled: true, description: typeset(REFUSAL_SENTENCES[unreachable]) };
}

/** The channel by which a choice would send the reply; those of a doubt other than the letter send as before. */
function channelOf(choice: string): ReplyChannel {
  if (choice === 'byLetter') return 'letter';
  return choice in REPLY_CHANNEL_WORDS ? (choice as ReplyChannel) : 'none';
}

/** One choice among a few, never made in advance. */
export function ChoiceFields({ entry, state, caseFile }: FieldsProps): ReactNode {
  const doubt = entry.form === 'doubt';
  const words: Readonly<Record<string, string>> = doubt ? DECISIONS : REPLY_CHANNEL_WORDS;
  const [choice, setChoice] = useState<string | undefined>(state.draft.value.choice);
  const choices = Object.entries(words).filter(([value]) => doubt || value !== caseFile.replyChannel);
  return (
    <>
      <Radio.Group
        label={doubt ? 'Après vérification' : 'La réponse partira'}
        value={choice ?? ''}
        onChange={setChoice}
      >
        {choices.map(([value, label]) => (
          <Radio key={value} value={value} label={label} mt="xs" {...reachProps(channelOf(value), caseFile)} />
        ))}
      </Radio.Group>
      <SubmitRow
        label={doubt ? 'Décider' : entry.label}
        sending={state.sending}
        disabled={choice === undefined}
        onSubmit={() => void state.perform(doubt ? { decision: choice } : { channel: choice })}
      />
    </>
  );
}

export function ConfirmFields({ entry, state }: FieldsProps): ReactNode {
  return <SubmitRow label={entry.label} sending={state.sending} onSubmit={() => void state.perform({})} />;
}
