import { Button, FileButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { PHONE_FILES, PHONE_PICTURES } from '../../api/files.js';
import { usePhonePage, type PhonePageDto } from '../../api/phone-uploads.js';
import { asProblem } from '../../api/problem.js';
import { Icon } from '../../components/icon.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { Notice } from '../../components/state/notice.js';
import { useTitle } from '../../shell/title.js';
import { count, hourOf, typeset } from '../../text/format.js';
import { UploadLine } from '../../uploads/upload-lines.js';
import { usePhoneSending } from './use-phone-sending.js';
import './phone-page.css';

const CLOSED =
  'Cette page d’envoi est fermée. Sur le poste de travail, affichez un nouveau code ; ce qui est déjà parti est bien arrivé.';

/** What a telephone opens after a code was scanned at a desk: it takes photographs and shows nothing of the request. */
export function PhonePage(): ReactNode {
  useTitle('Envoyer des photos');
  const secret = useLocation().hash.slice(1);
  return (
    <main className="pv-main pv-phone">
      <h1>Envoyer des photos</h1>
      {secret === '' ? <Closed /> : <Page secret={secret} />}
    </main>
  );
}

function Page({ secret }: { readonly secret: string }): ReactNode {
  const { data, error, refetch } = usePhonePage(secret);
  if (error !== null && asProblem(error).status === 410) return <Closed />;
  if (data !== undefined) return <Sending secret={secret} page={data} />;
  return error === null ? <Loading what="de la page" /> : <Failure error={error} onRetry={() => void refetch()} />;
}

function Closed(): ReactNode {
  return <Notice tone="soon" icon="clock" role="status" title={CLOSED} />;
}

interface SendingProps {
  readonly secret: string;
  readonly page: PhonePageDto;
}

function Sending({ secret, page }: SendingProps): ReactNode {
  const { files, closed, add, again, drop } = usePhoneSending(secret);
  const going = files.filter(({ state }) => state === 'sending').length;
  const went = files.filter(({ state }) => state === 'sent').length;
  return (
    <>
      <p>{purpose(page)}</p>
      {closed ? <Closed /> : <Pick onPick={(picked) => void add(picked)} />}
      <ul className="pv-plain-list pv-uploads">
        {files.map((one) =>
          one.state === 'sent' ? (
            <li key={one.key}>
              <Icon name="check" />
              <span>
                {one.name}
                <span className="pv-row-sub">Envoyé</span>
              </span>
            </li>
          ) : (
            <UploadLine
              key={one.key}
              upload={{ ...one, state: one.state }}
              onAgain={closed ? undefined : () => void again(one.key)}
              onDrop={() => {
                drop(one.key);
              }}
            />
          ),
        )}
      </ul>
      <p role="status">{typeset(inWords(going, went))}</p>
    </>
  );
}

function inWords(going: number, went: number): string {
  if (going > 0) return `${count(going, 'fichier')} en cours d’envoi : gardez cette page ouverte.`;
  if (went === 0) return '';
  return `${count(went, 'fichier envoyé', 'fichiers envoyés')}. Vous pouvez revenir au poste de travail.`;
}

function Pick({ onPick }: { readonly onPick: (files: readonly File[]) => void }): ReactNode {
  return (
    <div className="pv-form-actions">
      <FileButton
        accept={PHONE_PICTURES}
        capture="environment"
        onChange={(file) => {
          if (file !== null) onPick([file]);
        }}
        inputProps={{ 'aria-label': 'Photo à prendre' }}
      >
        {(props) => <Button {...props}>Prendre une photo</Button>}
      </FileButton>
      <FileButton multiple accept={PHONE_FILES} onChange={onPick} inputProps={{ 'aria-label': 'Fichiers à choisir' }}>
        {(props) => (
          <Button {...props} variant="default">
            Choisir des fichiers
          </Button>
        )}
      </FileButton>
    </div>
  );
}

function purpose({ caseNumber, closesAt, atMost }: PhonePageDto): string {
  const to = caseNumber === undefined ? 'à la demande en cours de saisie' : `à la demande ${caseNumber}`;
  const until = hourOf(closesAt);
  return typeset(
    `Vos photos se joignent ${to}. La page sert jusqu’à ${until}, pour ${String(atMost)} fichiers au plus.`,
  );
}
