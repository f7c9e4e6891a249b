import { Anchor, Button, Radio } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { CITIZEN_FIELD_WORDS, type CitizenField } from '../../../../domain/text/citizen-words.js';
import { citizenName, mergeCitizens, useCitizen, type CitizenDto } from '../../api/citizens.js';
import { useIntention } from '../../api/intention.js';
import { asProblem, type Problem } from '../../api/problem.js';
import { Confirm } from '../../components/confirm.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { Stale } from '../../components/state/standing.js';
import { PageHead } from '../../shell/page-head.js';
import { useTitle } from '../../shell/title.js';
import { sayDone } from '../../shell/toasts.js';
import { count, typeset } from '../../text/format.js';
import { fieldInFrench, sameField } from './citizen-values.js';

const FIELDS = Object.keys(CITIZEN_FIELD_WORDS) as readonly CitizenField[];

/** Two sheets side by side: which is kept, and of each field whose value. */
export function MergePage(): ReactNode {
  const { citizenId = '', otherId = '' } = useParams();
  const one = useCitizen(citizenId);
  const two = useCitizen(otherId);
  useTitle('Fusionner deux fiches');
  const failed = one.error ?? two.error;
  const refetch = (): void => {
    void one.refetch();
    void two.refetch();
  };
  return (
    <>
      <PageHead
        title="Fusionner deux fiches"
        lead="Les demandes suivent la fiche gardée. Rien n’est effacé, et la fusion s’annule pendant trente jours."
      />
      {failed === null ? null : <Failure error={failed} onRetry={refetch} />}
      {failed === null && (one.data === undefined || two.data === undefined) ? (
        <Loading what="des deux fiches" />
      ) : null}
      {one.data === undefined || two.data === undefined ? null : (
        <Compared key={`${citizenId} ${otherId}`} kept={one.data} other={two.data} onRefresh={refetch} />
      )}
    </>
  );
}

interface ComparedProps {
  readonly kept: CitizenDto;
  readonly other: CitizenDto;
  readonly onRefresh: () => void;
}

function Compared({ kept, other, onRefresh }: ComparedProps): ReactNode {
  // What the kept sheet does not know is taken from the other unless one chooses otherwise.
  const differing = FIELDS.filter((field) => !sameField(field, kept, other));
  const [taken, setTaken] = useState<readonly CitizenField[]>(() =>
    differing.filter((field) => fieldInFrench(field, kept) === ''),
  );
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const keyFor = useIntention();
  const navigate = useNavigate();
  const merge = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const body = { mergedId: other.id, mergedVersion: other.version, taken: [...taken] };
    try {
      await mergeCitizens(kept, body, keyFor({ ...body, version: kept.version }));
      sayDone('Les deux fiches n’en font plus qu’une.');
      await navigate(`/usagers/${kept.id}`);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
      setAsked(false);
    }
  };
  return (
    <>
      {problem?.status === 412 ? (
        <Stale text="Un collègue a corrigé l’une des deux fiches : comparez-les de nouveau." onRefresh={onRefresh} />
      ) : null}
      {problem === undefined || problem.status === 412 ? null : <Failure error={problem} />}
      <Fields {...{ kept, other, differing, taken }} onTake={setTaken} />
      <div className="pv-form-actions">
        <Button
          onClick={() => {
            setAsked(true);
          }}
        >
          Fusionner ces deux fiches
        </Button>
        <Anchor component={Link} to={`/usagers/${other.id}/fusion/${kept.id}`}>
          Garder plutôt l’autre fiche
        </Anchor>
        <Anchor component={Link} to={`/usagers/${kept.id}`}>
          Ne pas fusionner
        </Anchor>
      </div>
      <Confirm
        opened={asked}
        title={`Garder la fiche de ${citizenName(kept)}`}
        consequence={`${count(other.cases, 'demande passe', 'demandes passent')} sur la fiche gardée. L’autre fiche y renverra. Cela peut s’annuler pendant trente jours.`}
        confirmLabel="Fusionner"
        loading={busy}
        onConfirm={() => void merge()}
        onClose={() => {
          setAsked(false);
        }}
      />
    </>
  );
}

interface FieldsProps {
  readonly kept: CitizenDto;
  readonly other: CitizenDto;
  readonly differing: readonly CitizenField[];
  readonly taken: readonly CitizenField[];
  readonly onTake: (taken: readonly CitizenField[]) => void;
}

function Fields({ kept, other, differing, taken, onTake }: FieldsProps): ReactNode {
  const choiceOf = (field: CitizenField): 'kept' | 'other' | undefined => {
    if (!differing.includes(field)) return undefined;
    return taken.includes(field) ? 'other' : 'kept';
  };
  return (
    <div className="pv-card pv-scroll" tabIndex={0} role="region" aria-label="Les deux fiches">
      <table className="pv-table">
        <caption className="pv-hidden">Les deux fiches, champ par champ</caption>
        <thead>
          <tr>
            <th scope="col">Champ</th>
            <th scope="col">{`Fiche gardée (${count(kept.cases, 'demande')})`}</th>
            <th scope="col">{`Fiche fusionnée (${count(other.cases, 'demande')})`}</th>
          </tr>
        </thead>
        <tbody>
          {FIELDS.map((field) => (
            <FieldRow
              key={field}
              field={field}
              {...{ kept, other }}
              choice={choiceOf(field)}
              onChoose={(choice) => {
                onTake([...taken.filter((one) => one !== field), ...(choice === 'other' ? [field] : [])]);
              }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FieldRowProps {
  readonly field: CitizenField;
  readonly kept: CitizenDto;
  readonly other: CitizenDto;
  /** Absent where both say the same. */
  readonly choice: 'kept' | 'other' | undefined;
  readonly onChoose: (choice: 'kept' | 'other') => void;
}

function FieldRow({ field, kept, other, choice, onChoose }: FieldRowProps): ReactNode {
  const cell = (side: 'kept' | 'other', citizen: CitizenDto): ReactNode => {
    const value = fieldInFrench(field, citizen);
    if (choice === undefined) return typeset(value === '' ? '—' : value);
    return (
      <Radio
        name={`merge-${field}`}
        label={value === '' ? 'Rien' : value}
        checked={choice === side}
        onChange={() => {
          onChoose(side);
        }}
      />
    );
  };
  return (
    <tr>
      <th scope="row">{CITIZEN_FIELD_WORDS[field]}</th>
      <td>{cell('kept', kept)}</td>
      <td>{cell('other', other)}</td>
    </tr>
  );
}
