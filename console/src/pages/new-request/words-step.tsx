import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, type ReactNode } from 'react';
import { CHANNEL_WORDS } from '../../../../domain/text/case-words.js';
import { tellUnanswered } from '../../api/catalog-uses.js';
import { useProcessSearch, type ProcessSummaryDto } from '../../api/processes.js';
import { takeTypeAhead } from '../../shell/keyboard.js';
import { capital, count, today } from '../../text/format.js';
import type { IntakeChannel } from './request-form.js';
import { StepTitle, type StepProps } from './step.js';

const CHANNELS: readonly IntakeChannel[] = ['telephone', 'frontDesk', 'letter', 'email', 'quartierCouncil'];
const BY_POST: readonly IntakeChannel[] = ['letter', 'email'];
const SUGGESTED = 5;

/** ① What the citizen says; the processes that it may be, as it is typed. */
export function WordsStep({ prefix, form, onChange, onBlur }: StepProps): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null);
  const first = useRef({ words: form.words, onChange });
  useEffect(() => {
    field.current?.focus();
    const typed = takeTypeAhead();
    const { words, onChange: change } = first.current;
    if (typed !== '') change({ words: words + typed });
  }, []);
  return (
    <section className="pv-step" aria-labelledby={`${prefix}-step-words`}>
      <StepTitle id={`${prefix}-step-words`} rank={1} title="La demande" />
      <ChannelChoice form={form} onChange={onChange} />
      {form.channel === 'frontDesk' ? <CitizenScreenButton /> : null}
      <Textarea
        ref={field}
        id={`${prefix}-words`}
        label="Ce que dit l’usager, avec ses mots"
        required
        minRows={2}
        maxRows={8}
        value={form.words}
        onChange={(event) => {
          onChange({ words: event.currentTarget.value });
        }}
        onBlur={onBlur}
      />
      <Suggestions prefix={prefix} form={form} onChange={onChange} />
      {BY_POST.includes(form.channel) ? (
        <TextInput
          id={`${prefix}-received`}
          mt="sm"
          type="date"
          label="Arrivée en mairie le"
          description="Le délai court de ce jour."
          max={today()}
          value={form.receivedOn ?? today()}
          onChange={(event) => {
            onChange({ receivedOn: event.currentTarget.value });
          }}
        />
      ) : null}
    </section>
  );
}

function ChannelChoice({ form, onChange }: Pick<StepProps, 'form' | 'onChange'>): ReactNode {
  return (
    <SegmentedControl
      aria-label="Par où la demande arrive"
      size="xs"
      mb="xs"
      value={form.channel}
      data={CHANNELS.map((value) => ({ value, label: capital(CHANNEL_WORDS[value]) }))}
      onChange={(channel) => {
        onChange({ channel, receivedOn: BY_POST.includes(channel) ? form.receivedOn : undefined });
      }}
    />
  );
}

/** On a machine with a second screen, the window is put there once and stays for the day. */
function CitizenScreenButton(): ReactNode {
  return (
    <Button
      size="compact-sm"
      variant="default"
      mb="xs"
      onClick={() => {
        window.open('/guichet/ecran', 'parvis-usager', 'popup');
      }}
    >
      Ouvrir l’écran de l’usager
    </Button>
  );
}

interface Suggested {
  /** There are words enough to look for. */
  readonly enough: boolean;
  readonly found: readonly ProcessSummaryDto[];
  readonly matchesWell: boolean;
}

function useSuggestions(words: string): Suggested {
  const [asked] = useDebouncedValue(words.trim(), 150);
  const enough = asked.length >= 3;
  const { data } = useProcessSearch({ q: asked.slice(0, 300), limit: SUGGESTED }, enough);
  if (!enough || data === undefined) return { enough, found: [], matchesWell: true };
  return { enough, found: data.items, matchesWell: data.matchesWell !== false };
}

function Suggestions({ prefix, form, onChange }: Pick<StepProps, 'prefix' | 'form' | 'onChange'>): ReactNode {
  const { enough, found, matchesWell } = useSuggestions(form.words);
  if (!enough && form.processId === undefined) return null;
  const choose = (process: ProcessSummaryDto | undefined): void => {
    if (process === undefined && !matchesWell) tellUnanswered(form.words.trim());
    onChange({ processId: process?.id, processTitle: process?.title, unsure: process === undefined, answers: {} });
  };
  const chosenElsewhere = form.processId !== undefined && !found.some(({ id }) => id === form.processId);
  return (
    <fieldset className="pv-choices">
      <legend>De quoi s’agit-il ?</legend>
      <p className="pv-hidden" role="status">
        {enough ? count(found.length, 'processus proposé', 'processus proposés') : ''}
      </p>
      {matchesWell ? null : <NothingFits />}
      {chosenElsewhere ? (
        <Choice prefix={prefix} name={form.processTitle ?? ''} detail="" checked onChoose={() => undefined} />
      ) : null}
      {found.map((process) => (
        <Choice
          key={process.id}
          prefix={prefix}
          name={process.title}
          detail={`${process.department.name} · ${process.promise}${process.sensitive ? ' · confidentiel' : ''}`}
          why={process.why}
          checked={form.processId === process.id}
          onChoose={() => {
            choose(process);
          }}
        />
      ))}
      <Choice
        prefix={prefix}
        name="Je ne sais pas encore"
        detail="Un collègue trouvera le bon processus ; le délai court dès maintenant."
        checked={form.unsure === true}
        onChoose={() => {
          choose(undefined);
        }}
      />
    </fieldset>
  );
}

/** The general question is among the choices then, and « Je ne sais pas encore » below them. */
function NothingFits(): ReactNode {
  return (
    <p className="pv-row-sub" role="status">
      Aucun processus ne correspond bien à ces mots. Demandez une précision, ou prenez la question telle qu’elle est.
    </p>
  );
}

interface ChoiceProps {
  readonly prefix: string;
  readonly name: string;
  readonly detail: string;
  /** The words that led to it. */
  readonly why?: string | undefined;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Choice({ prefix, name, detail, why, checked, onChoose }: ChoiceProps): ReactNode {
  return (
    <label className="pv-choice">
      <input type="radio" name={`${prefix}-process`} checked={checked} onChange={onChoose} />
      <span className="pv-choice-main">
        {name}
        {detail === '' ? null : <span className="pv-row-sub">{detail}</span>}
        {why === undefined ? null : <span className="pv-row-sub">{capital(why)}</span>}
      </span>
    </label>
  );
}
