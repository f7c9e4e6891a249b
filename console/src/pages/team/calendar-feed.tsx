import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { replaceCalendarFeed, revokeCalendarFeed, useCalendarFeed } from '../../api/planning.js';
import { Failure } from '../../components/state/failure.js';
import { copyText } from '../../shell/copy-text.js';
import { told } from '../../shell/toasts.js';
import { moment, typeset } from '../../text/format.js';

/** The reader's own dates in their own calendar: an address to create, to replace, to take back. */
export function CalendarFeed(): ReactNode {
  const { data, error, refetch } = useCalendarFeed();
  const [url, setUrl] = useState<string>();
  const [busy, setBusy] = useState(false);
  const act = async (work: Promise<string | undefined>, done: string): Promise<void> => {
    setBusy(true);
    await told(work.then(setUrl), done);
    setBusy(false);
  };
  const create = (): void => {
    void act(
      replaceCalendarFeed().then((made) => made.url),
      'L’adresse de votre agenda est prête.',
    );
  };
  const revoke = (): void => {
    void act(
      revokeCalendarFeed().then(() => undefined),
      'L’adresse ne donne plus accès à rien.',
    );
  };
  return (
    <section className="pv-card pv-card-body pv-team-feed pv-no-print" aria-label="Mes échéances dans mon agenda">
      <h2>Mes échéances dans mon agenda</h2>
      <p>
        {typeset(
          'Votre agenda peut s’abonner à vos échéances : numéro de la demande, processus et date, rien sur l’usager. Qui connaît l’adresse peut les lire.',
        )}
      </p>
      {error === null ? null : <Failure error={error} what="L’adresse est" onRetry={() => void refetch()} />}
      {url === undefined ? null : <FreshAddress url={url} />}
      {data?.createdAt === undefined ? null : (
        <p className="pv-row-sub">{typeset(`Adresse créée ${moment(data.createdAt)}.`)}</p>
      )}
      {data === undefined ? null : (
        <div className="pv-form-actions">
          <Button variant="default" loading={busy} onClick={create}>
            {data.createdAt === undefined ? 'Créer l’adresse' : 'Remplacer l’adresse'}
          </Button>
          {data.createdAt === undefined ? null : (
            <Button variant="subtle" loading={busy} onClick={revoke}>
              Révoquer l’adresse
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function FreshAddress({ url }: { readonly url: string }): ReactNode {
  return (
    <div className="pv-team-address">
      <TextInput
        label="Adresse à donner à votre agenda"
        description={typeset('Copiez-la maintenant : elle ne sera plus affichée.')}
        readOnly
        value={url}
        onFocus={(event) => {
          event.currentTarget.select();
        }}
      />
      <Button onClick={() => void copyText(url, 'L’adresse est copiée.')}>Copier l’adresse</Button>
    </div>
  );
}
