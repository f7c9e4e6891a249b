import { Button, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ProcessSheetDto } from '../../api/processes.js';
import { fieldIdOf } from '../../components/process-form/field-id.js';
import { LaterProcessForm } from '../../components/process-form/later-process-form.js';
import type { AnswerFault } from '../../components/process-form/validator.js';
import { Notice } from '../../components/state/notice.js';
import { count, typeset } from '../../text/format.js';
import type { TypedAnswers } from './use-typed-answers.js';

interface BenchAnswersProps {
  readonly sheet: ProcessSheetDto;
  readonly typed: TypedAnswers;
  readonly faults: readonly AnswerFault[];
  /** Required questions that have no whole answer. */
  readonly missing: readonly string[];
}

/** The form of the process, as a request is taken down with it: first the questions that decide of the way. */
export function BenchAnswers({ sheet, typed, faults, missing }: BenchAnswersProps): ReactNode {
  const { routing, others, pieces } = partsOf(sheet);
  const [unfolded, setUnfolded] = useState(others.some((key) => typed.answers[key] !== undefined));
  const open = unfolded || faults.some(({ path: [key = ''] }) => others.includes(key));
  const form = (prefix: string, hidden: readonly string[]): ReactNode => (
    <LaterProcessForm
      key={sheet.hash}
      form={sheet.form}
      idPrefix={prefix}
      value={typed.answers}
      faults={faults}
      hidden={[...hidden, ...pieces]}
      onChange={typed.type}
      onBlur={typed.flush}
    />
  );
  return (
    <Stack gap="xs" mt="xs">
      {routing.length === 0 ? null : form(FIRST, others)}
      {others.length === 0 ? null : (
        <details
          open={open}
          onToggle={(event) => {
            setUnfolded(event.currentTarget.open);
          }}
        >
          <summary>
            {routing.length === 0
              ? 'Tout le formulaire'
              : typeset(`Le reste du formulaire : ${count(others.length, 'question')}`)}
          </summary>
          {open ? form(REST, routing) : null}
        </details>
      )}
      {pieces.length === 0 ? null : <p className="pv-row-sub">Les pièces à joindre ne sont pas demandées ici.</p>}
      {missing.length === 0 ? null : <p className="pv-row-sub">{typeset(missingWords(missing))}</p>}
      {typed.tooLong ? (
        <Notice
          tone="late"
          role="status"
          title="Ces réponses sont trop longues pour l’adresse de cette page : raccourcissez-en une pour qu’elles soient jouées."
        />
      ) : null}
      {Object.keys(typed.answers).length === 0 ? null : (
        <Button
          variant="subtle"
          onClick={() => {
            typed.type({});
            typed.flush();
          }}
        >
          Effacer les réponses
        </Button>
      )}
    </Stack>
  );
}

const FIRST = 'bench-first';
const REST = 'bench-rest';

/** Id of the field of an answer on the bench. */
export function benchFieldOf(sheet: ProcessSheetDto, [key = '']: readonly string[]): string {
  return fieldIdOf(partsOf(sheet).routing.includes(key) ? FIRST : REST, [key]);
}

interface Parts {
  readonly routing: readonly string[];
  readonly others: readonly string[];
  /** Files need a request that they belong to. */
  readonly pieces: readonly string[];
}

function partsOf({ form }: ProcessSheetDto): Parts {
  const fields = form.fields as unknown as readonly { key: string; type: string; routing?: boolean }[];
  const asked = fields.filter(({ type }) => type !== 'attachment');
  const keys = (some: readonly { readonly key: string }[]): readonly string[] => some.map(({ key }) => key);
  return {
    routing: keys(asked.filter(({ routing }) => routing === true)),
    others: keys(asked.filter(({ routing }) => routing !== true)),
    pieces: keys(fields.filter(({ type }) => type === 'attachment')),
  };
}

const NAMED = 3;

function missingWords(missing: readonly string[]): string {
  const named = missing.slice(0, NAMED).map((label) => `« ${label} »`);
  const more = missing.length - named.length;
  const others = more === 0 ? [] : [count(more, 'autre')];
  return `Questions obligatoires encore sans réponse : ${[...named, ...others].join(', ')}.`;
}
