import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { WISHES } from '../../../../domain/request/citizen-preferences.js';
import { WISH_WORDS } from '../../../../domain/text/citizen-words.js';
import { changeCitizen, type CitizenChangeDto, type CitizenDto } from '../../api/citizens.js';
import { asProblem, type Problem } from '../../api/problem.js';
import { queryClient } from '../../api/query-client.js';
import { Conflict, type ConflictChoice } from '../../components/state/conflict.js';
import { ErrorSummary } from '../../components/state/error-summary.js';
import { Failure } from '../../components/state/failure.js';
import { faultAt } from '../../components/state/field-faults.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useDraft } from '../../drafts/use-draft.js';
import { sayDone } from '../../shell/toasts.js';
import {
  CITIZEN_CHOICES,
  CITIZEN_FIELDS,
  changeOf,
  conflictFieldsOf,
  mergeChoices,
  valuesOf,
  wishesOf,
  type CitizenValues,
} from './citizen-values.js';

interface CitizenFormProps {
  readonly citizen: CitizenDto;
  readonly onClose: () => void;
}

interface Editing {
  /** What was stored when the editing began: what a conflict is judged against. */
  readonly base: CitizenDto;
  readonly values: CitizenValues;
}

/** Corrects a sheet; a colleague's change meanwhile is shown beside one's own, field by field. */
export function CitizenForm({ citizen, onClose }: CitizenFormProps): ReactNode {
  const [initial] = useState<Editing>(() => ({ base: citizen, values: valuesOf(citizen) }));
  const draft = useDraft<Editing>({ kind: 'other', key: `citizen:${citizen.id}` }, initial);
  const { base, values } = draft.value;
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [theirs, setTheirs] = useState<CitizenDto>();
  const save = async (from: CitizenDto, next: CitizenValues): Promise<void> => {
    setSending(true);
    setProblem(undefined);
    try {
      await draft.flush();
      const change: CitizenChangeDto = changeOf(from, next);
      if (Object.keys(change).length > 0) await changeCitizen(citizen.id, from.version, change);
      await draft.discard();
      sayDone('La fiche est corrigée.');
      onClose();
    } catch (error) {
      const refused = asProblem(error);
      if (refused.status === 412) setTheirs(refused.current as CitizenDto);
      else setProblem(refused);
    } finally {
      setSending(false);
    }
  };
  const leave = (): void => {
    void draft.discard();
    void queryClient.invalidateQueries({ queryKey: ['citizens', 'one', citizen.id] });
    onClose();
  };
  if (theirs !== undefined) {
    const resolve = (choices: Readonly<Record<string, ConflictChoice>>): void => {
      const merged = mergeChoices(theirs, values, choices);
      draft.set({ base: theirs, values: merged });
      setTheirs(undefined);
      void save(theirs, merged);
    };
    return (
      <Conflict
        why="un collègue a corrigé cette fiche entre-temps."
        fields={conflictFieldsOf(base, values, theirs)}
        onResolve={resolve}
        actions={
          <Button variant="default" onClick={leave}>
            Garder sa version
          </Button>
        }
      />
    );
  }
  return (
    <section className="pv-card pv-card-body pv-form" aria-label="Corriger la fiche">
      <ErrorSummary
        faults={(problem?.faults ?? []).map((fault) => faultAt(`citizen-${fault.pointer.split('/')[1] ?? ''}`, fault))}
      />
      {problem === undefined || problem.faults.length > 0 ? null : <Failure error={problem} />}
      <SheetFields
        values={values}
        onChange={(next) => {
          draft.set({ base, values: next }, 'Correction d’une fiche usager');
        }}
        onBlur={() => void draft.flush()}
      />
      <div className="pv-form-actions">
        <Button loading={sending} onClick={() => void save(base, values)}>
          Enregistrer
        </Button>
        <Button variant="default" onClick={leave}>
          Annuler
        </Button>
        <DraftLine status={draft.status} savedAt={draft.savedAt} />
      </div>
    </section>
  );
}

interface SheetFieldsProps {
  readonly values: CitizenValues;
  readonly onChange: (values: CitizenValues) => void;
  readonly onBlur: () => void;
}

/** The fields of a sheet, to correct. */
export function SheetFields({ values, onChange, onBlur }: SheetFieldsProps): ReactNode {
  return (
    <>
      <div className="pv-grid-2">
        {CITIZEN_FIELDS.filter(({ name }) => values.kind === 'person' || !OF_PERSONS.includes(name)).map(
          ({ name, label, type }) => (
            <TextInput
              key={name}
              id={`citizen-${name}`}
              label={name === 'lastName' && values.kind === 'association' ? 'Nom de l’association' : label}
              type={type}
              value={values[name]}
              onChange={(event) => {
                onChange({ ...values, [name]: event.currentTarget.value });
              }}
              onBlur={onBlur}
            />
          ),
        )}
        {CITIZEN_CHOICES.map(({ name, label, options }) => (
          <NativeSelect
            key={name}
            id={`citizen-${name}`}
            label={label}
            data={[...options]}
            value={values[name]}
            onChange={(event) => {
              onChange({ ...values, [name]: event.currentTarget.value });
            }}
            onBlur={onBlur}
          />
        ))}
      </div>
      <Wishes values={values} onChange={onChange} onBlur={onBlur} />
    </>
  );
}

/** An association has one name. */
const OF_PERSONS: readonly string[] = ['firstName', 'birthName'];

function Wishes({ values, onChange, onBlur }: SheetFieldsProps): ReactNode {
  const given = wishesOf(values);
  return (
    <Checkbox.Group
      label="Souhaits d’accueil"
      description="Ce qui aide, jamais la raison : rien sur la santé ne s’écrit ici."
      value={[...given]}
      onChange={(next) => {
        onChange({ ...values, wishes: WISHES.filter((wish) => next.includes(wish)).join(',') });
      }}
    >
      <div className="pv-grid-2">
        {WISHES.map((wish) => (
          <Checkbox key={wish} value={wish} label={WISH_WORDS[wish]} onBlur={onBlur} mt="xs" />
        ))}
      </div>
    </Checkbox.Group>
  );
}
