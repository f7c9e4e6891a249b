import type { ReactNode } from 'react';
import type { CaseDetailDto } from '../../../api/cases.js';
import type { RequalificationDto } from '../../../api/processes.js';
import { Notice } from '../../../components/state/notice.js';
import { dayAndMonth, typeset } from '../../../text/format.js';

interface QualifyMappingProps {
  readonly preview: RequalificationDto;
  readonly caseFile: CaseDetailDto;
}

/** Field by field: what the new form takes over, what only the history keeps, what is still to ask; and the same clock. */
export function QualifyMapping({ preview, caseFile }: QualifyMappingProps): ReactNode {
  const { kept, lost, toAsk, promisedOn, department, organisation, sensitive, title } = preview;
  return (
    <section className="pv-mapping" aria-label="Ce que devient la demande">
      <Notice
        tone="info"
        icon="clock"
        title={typeset(
          promisedOn === undefined
            ? 'Le délai ne change pas : il court toujours depuis la réception.'
            : `Le délai ne change pas : réponse promise au plus tard le ${dayAndMonth(promisedOn)}.`,
        )}
      >
        <p>
          {typeset(
            `La demande ${caseFile.caseNumber} garde son numéro et continue sous « ${title} », chez ${department.name} (${organisation.name}).`,
          )}
        </p>
      </Notice>
      {sensitive ? (
        <Notice
          tone="soon"
          icon="alert"
          title="Ce processus est confidentiel : son service seul lira la suite de la demande."
        />
      ) : null}
      {kept.length + lost.length === 0 ? null : (
        <table className="pv-days">
          <caption>Ce que deviennent les réponses déjà données</caption>
          <thead>
            <tr>
              <th scope="col">Déjà répondu</th>
              <th scope="col">Dans le nouveau formulaire</th>
            </tr>
          </thead>
          <tbody>
            {kept.map((one) => (
              <tr key={one.from.key}>
                <td>{answered(one)}</td>
                <td>
                  {one.to.label}
                  <span className="pv-row-sub">{typeset(one.words)}</span>
                </td>
              </tr>
            ))}
            {lost.map((one) => (
              <tr key={one.from.key}>
                <td>{answered(one)}</td>
                <td>
                  {'—'}
                  <span className="pv-row-sub">{typeset(one.words)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {toAsk.length === 0 ? (
        <p>Rien de plus à demander à l’usager.</p>
      ) : (
        <>
          <p>{typeset('Encore à demander :')}</p>
          <ul>
            {toAsk.map(({ key, label, required }) => (
              <li key={key}>{typeset(`${label}${required ? ' (obligatoire)' : ' (facultatif)'}`)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function answered({ from, text }: Pick<RequalificationDto['lost'][number], 'from' | 'text'>): string {
  return typeset(`${from.label}${from.label.endsWith('?') ? '' : ' :'} ${text ?? 'réservé au service'}`);
}
