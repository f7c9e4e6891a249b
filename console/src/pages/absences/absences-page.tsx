import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { removeAbsence, useAbsences, type AbsenceDto } from '../../api/absences.js';
import { useSession } from '../../api/session.js';
import { Empty } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { Notice } from '../../components/state/notice.js';
import { PageHead } from '../../shell/page-head.js';
import { useOverParam } from '../../shell/peek.js';
import { useTitle } from '../../shell/title.js';
import { sayDone, sayFailed } from '../../shell/toasts.js';
import { dayAndMonth, ofPerson, typeset } from '../../text/format.js';
import { ReturnSummary } from './return-summary.js';
import { AbsenceForm, type AbsenceFormProps } from './absence-form.js';

/** From, to, who acts meanwhile; what happened during the last one. */
export function AbsencesPage(): ReactNode {
  const { data, error, isPending, refetch } = useAbsences();
  const { person } = useSession();
  const [asked, setAsked] = useOverParam('modifier');
  useTitle('Absences');
  const items = data?.items ?? [];
  const edited = items.find(({ id }) => id === asked);
  // Not yet read: what is typed in the form of a new one meanwhile would not be found in the one that takes its place.
  const sought = asked !== undefined && data === undefined;
  const edit = ({ id }: AbsenceDto): void => {
    setAsked(id);
  };
  const mine = items.filter((absence) => absence.person.id === person.id);
  const others = items.filter((absence) => absence.person.id !== person.id);
  return (
    <>
      <PageHead
        title="Absences"
        lead={typeset(
          'Vos tâches restent les vôtres : pendant l’absence, elles se montrent aussi à la personne qui vous remplace.',
        )}
      />
      <ReturnSummary />
      {sought ? null : (
        <WrittenAbsence
          absence={edited}
          onDone={() => {
            setAsked(undefined);
          }}
        />
      )}
      {isPending ? <Loading what="des absences" rows={3} /> : null}
      {error === null ? null : <Failure error={error} what="La liste est" onRetry={() => void refetch()} />}
      {data === undefined ? null : <AbsenceList title="Mes absences" absences={mine} onEdit={edit} />}
      {others.length === 0 ? null : <AbsenceList title="Absences du service" absences={others} onEdit={edit} />}
    </>
  );
}

function WrittenAbsence({ absence, onDone }: AbsenceFormProps): ReactNode {
  return (
    <section className="pv-card pv-card-body">
      <h2>{absence === undefined ? 'Déclarer une absence' : 'Modifier l’absence'}</h2>
      <AbsenceForm key={absence?.id ?? 'new'} absence={absence} onDone={onDone} />
    </section>
  );
}

interface AbsenceListProps {
  readonly title: string;
  readonly absences: readonly AbsenceDto[];
  readonly onEdit: (absence: AbsenceDto) => void;
}

function AbsenceList({ title, absences, onEdit }: AbsenceListProps): ReactNode {
  const remove = async (absence: AbsenceDto): Promise<void> => {
    try {
      await removeAbsence(absence.id);
      sayDone('L’absence est retirée.');
    } catch (error) {
      sayFailed(error);
    }
  };
  return (
    <section className="pv-card pv-card-body" aria-label={title}>
      <h2>{title}</h2>
      {absences.length === 0 ? <Empty title="Aucune absence à venir." /> : null}
      <ul className="pv-plain-list">
        {absences.map((absence) => (
          <li key={absence.id}>
            <AbsenceLine absence={absence} />
            <div className="pv-form-actions pv-no-print">
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  onEdit(absence);
                }}
              >
                {typeset('Modifier')}
                <span className="pv-hidden">{` l’absence ${ofPerson(absence.person.name)}`}</span>
              </Button>
              <Button size="xs" variant="subtle" onClick={() => void remove(absence)}>
                Retirer
                <span className="pv-hidden">{` l’absence ${ofPerson(absence.person.name)}`}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AbsenceLine({ absence }: { readonly absence: AbsenceDto }): ReactNode {
  const { person, from, to, acting, current, actingMaySign, processes, message } = absence;
  return (
    <>
      <p>
        <strong>{person.name}</strong>
        {typeset(`, du ${dayAndMonth(from)} au ${dayAndMonth(to)}`)}
        {current ? <span className="pv-tag">En cours</span> : null}
        <span className="pv-row-sub">
          {typeset(acting === undefined ? 'Personne n’est là pour remplacer.' : `Remplacement : ${acting.name}`)}
        </span>
        {processes === undefined ? null : (
          <span className="pv-row-sub">
            {typeset(`Seulement pour : ${processes.map(({ name }) => name).join(', ')}`)}
          </span>
        )}
        {message === undefined ? null : <span className="pv-row-sub">{typeset(`Message : « ${message} »`)}</span>}
      </p>
      {acting === undefined ? (
        <Notice tone="late" icon="alert" title="Les tâches attendront : toutes les suppléances sont absentes aussi." />
      ) : null}
      {actingMaySign === false && acting !== undefined ? (
        <Notice
          tone="soon"
          icon="alert"
          title={typeset(`${acting.name} peut viser, mais pas signer : aucune délégation de signature ne le permet.`)}
        />
      ) : null}
    </>
  );
}
