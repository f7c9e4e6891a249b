import { Anchor, Button, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { PRIVACY_REQUEST_KINDS, type PrivacyRequestKind } from '../../../../domain/request/privacy-request.js';
import { PRIVACY_KIND_WORDS } from '../../../../domain/text/privacy-words.js';
import type { CitizenDto } from '../../api/citizens.js';
import { enterPrivacyRequest, usePrivacyRequests } from '../../api/privacy.js';
import { holds, useSession } from '../../api/session.js';
import { FoldedForm } from '../../components/folded-form.js';
import { Failure, Partial } from '../../components/state/failure.js';
import { Notice } from '../../components/state/notice.js';
import { useFormDraft } from '../../drafts/use-form-draft.js';
import { sayDone } from '../../shell/toasts.js';
import { plainDate, today, typeset } from '../../text/format.js';
import { RequestLine } from './request-line.js';

const RECORDERS = [
  'ambassador',
  'headOfCitizenRelations',
  'referent',
  'headOfDepartment',
  'dataProtectionOfficer',
  'administrator',
] as const;
const HANDLERS = ['headOfCitizenRelations', 'headOfDepartment', 'dataProtectionOfficer', 'administrator'] as const;

/** The rights of a citizen on their data: what they asked, what is in force, and where it is answered. */
export function CitizenPrivacy({ citizen }: { readonly citizen: CitizenDto }): ReactNode {
  const session = useSession();
  const { data, isError, refetch } = usePrivacyRequests(citizen.id);
  return (
    <section className="pv-card pv-card-body" aria-labelledby="pv-privacy">
      <h2 id="pv-privacy">Données personnelles</h2>
      <Restrictions citizen={citizen} />
      {isError ? <Partial what="Les demandes sur ses données" onRetry={() => void refetch()} /> : null}
      {data?.length === 0 ? <p>Aucune demande sur ses données.</p> : null}
      <ul className="pv-plain-list">
        {data?.map((request) => (
          <li key={request.id}>
            <RequestLine request={request} />
          </li>
        ))}
      </ul>
      {holds(session, HANDLERS) ? (
        <p className="pv-no-print">
          <Anchor component={Link} to={`/usagers/${citizen.id}/donnees`}>
            Répondre, remettre ses données, effacer
          </Anchor>
        </p>
      ) : null}
      {holds(session, RECORDERS) && citizen.mergedInto === undefined ? <NewRequest citizenId={citizen.id} /> : null}
    </section>
  );
}

function Restrictions({ citizen: { opposedOn, limitedOn } }: { readonly citizen: CitizenDto }): ReactNode {
  return (
    <>
      {limitedOn === undefined ? null : (
        <Notice tone="soon" icon="alert" title={typeset(`Traitement limité depuis le ${plainDate(limitedOn)}.`)}>
          <p>Ses données sont gardées, sans être corrigées, fusionnées ni effacées.</p>
        </Notice>
      )}
      {opposedOn === undefined ? null : (
        <Notice tone="soon" icon="alert" title={typeset(`Opposition depuis le ${plainDate(opposedOn)}.`)}>
          <p>On ne lui écrit que pour traiter ses demandes : ni enquête, ni relance qui n’est pas nécessaire.</p>
        </Notice>
      )}
    </>
  );
}

function NewRequest({ citizenId }: { readonly citizenId: string }): ReactNode {
  const key = `new-privacy:${citizenId}`;
  return (
    <FoldedForm draftKey={key} summary="Inscrire une demande au registre">
      {(close) => <RequestForm citizenId={citizenId} draftKey={key} onDone={close} />}
    </FoldedForm>
  );
}

interface RequestFormProps {
  readonly citizenId: string;
  readonly draftKey: string;
  /** Left open, it would ask to be sent again. */
  readonly onDone: () => void;
}

function RequestForm({ citizenId, draftKey, onDone }: RequestFormProps): ReactNode {
  const form = useFormDraft<{ readonly kind: PrivacyRequestKind; readonly receivedOn: string }>(
    draftKey,
    'Demande au registre',
    { kind: 'access', receivedOn: today() },
  );
  const { kind, receivedOn } = form.value;
  const enter = async (): Promise<void> => {
    const body = { kind, receivedOn };
    if (!(await form.submit(() => form.once(body, (key) => enterPrivacyRequest(citizenId, body, key))))) return;
    sayDone('La demande est au registre : réponse sous un mois.');
    onDone();
  };
  return (
    <>
      {form.problem === undefined ? null : <Failure error={form.problem} />}
      <div className="pv-grid-2">
        <NativeSelect
          label="Ce qui est demandé"
          data={PRIVACY_REQUEST_KINDS.map((value) => ({ value, label: PRIVACY_KIND_WORDS[value] }))}
          value={kind}
          onChange={(event) => {
            form.change({ kind: event.currentTarget.value as PrivacyRequestKind });
          }}
        />
        <TextInput
          type="date"
          label="Reçue le"
          max={today()}
          value={receivedOn}
          onChange={(event) => {
            form.change({ receivedOn: event.currentTarget.value });
          }}
        />
      </div>
      <Button mt="sm" variant="default" loading={form.busy} disabled={receivedOn === ''} onClick={() => void enter()}>
        Inscrire au registre
      </Button>
    </>
  );
}
