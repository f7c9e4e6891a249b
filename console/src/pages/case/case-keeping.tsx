import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CaseDetailDto } from '../../api/cases.js';
import { liftHold } from '../../api/privacy.js';
import { FoldedForm } from '../../components/folded-form.js';
import { Notice } from '../../components/state/notice.js';
import { told } from '../../shell/toasts.js';
import { longDate, plainDate, today, typeset } from '../../text/format.js';
import { HoldForm, holdKey } from '../privacy/holds.js';

/** The data of the case are gone: what, when, under which rule, and what is left. */
export function ErasedNotice({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const { erasure } = caseFile.keeping;
  if (erasure === undefined) return null;
  const { at, by, why } = erasure;
  return (
    <Notice tone="info" role="status" title={typeset(`Données effacées le ${longDate(today(Date.parse(at)))}`)}>
      <p>
        {typeset(
          `Les mots de la demande, les réponses au formulaire, le lieu, l’identité de l’usager, les pièces, les notes, les messages, les textes et les lettres ont été effacés ${why}, par ${by.name}.`,
        )}
      </p>
      <p>Restent le numéro, le processus, les dates et l’historique des actes, sans leur contenu.</p>
    </Notice>
  );
}

/** What forbids that the data of the case be erased, and until when; set and lifted by those who may. */
export function CaseHolds({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const { caseId, keeping } = caseFile;
  const { holds, mayFreeze } = keeping;
  if (holds.length === 0 && !mayFreeze) return null;
  return (
    <section className="pv-card pv-card-body" aria-label="Conservation">
      <h2>Conservation</h2>
      {holds.length === 0 ? <p className="pv-row-sub">Rien ne gèle cette demande.</p> : null}
      <ul className="pv-plain-list">
        {holds.map(({ id, reason, until, setBy, citizenId }) => (
          <li key={id}>
            <strong>{typeset(`Gelée jusqu’au ${plainDate(until)}`)}</strong>
            <span className="pv-row-sub">
              {typeset(
                `${reason}. Posé par ${setBy.name}${citizenId === undefined ? '' : ', sur toutes les demandes de l’usager'}.`,
              )}
            </span>
            {mayFreeze ? (
              <Button
                className="pv-no-print"
                size="compact-sm"
                variant="default"
                onClick={() => void told(liftHold(id), 'Le gel est levé.')}
              >
                Lever ce gel
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayFreeze ? (
        <FoldedForm draftKey={holdKey({ caseId })} summary="Geler cette demande">
          {(close) => (
            <>
              <p className="pv-row-sub">Rien n’en est effacé avant la fin du gel : recours, contrôle, archives.</p>
              <HoldForm of={{ caseId }} onDone={close} />
            </>
          )}
        </FoldedForm>
      ) : null}
    </section>
  );
}
