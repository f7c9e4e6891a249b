import { Button, FileButton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { ACCEPTED_FILES } from '../../api/files.js';
import { newKey } from '../../api/intention.js';
import { sendByPhone, usePhonePage, type PhonePageDto } from '../../api/phone-uploads.js';
import { asProblem } from '../../api/problem.js';
import { Icon } from '../../components/icon.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { Notice } from '../../components/state/notice.js';
import { useTitle } from '../../shell/title.js';
import { count, shortMoment, typeset } from '../../text/format.js';
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

interface Sent {
  readonly key: string;
  readonly file: File;
  readonly state: 'sending' | 'sent' | 'failed';
  readonly why?: string;
}

interface SendingProps {
  readonly secret: string;
  readonly page: PhonePageDto;
}

function Sending({ secret, page }: SendingProps): ReactNode {
  const [files, setFiles] = useState<readonly Sent[]>([]);
  const [closed, setClosed] = useState(false);
  const mark = (key: string, state: Sent['state'], why?: string): void => {
    setFiles((all) =>
      all.map((one) => (one.key === key ? { ...one, state, ...(why === undefined ? {} : { why }) } : one)),
    );
  };
  const sendOne = async (key: string, file: File): Promise<void> => {
    mark(key, 'sending');
    try {
      await sendByPhone(secret, file, key);
      mark(key, 'sent');
    } catch (error) {
      const { status, message } = asProblem(error);
      mark(key, 'failed', status === 0 ? 'Le réseau est coupé.' : message);
      if (status === 410) setClosed(true);
    }
  };
  const add = async (picked: readonly File[]): Promise<void> => {
    const added = picked.map((file): Sent => ({ key: newKey(), file, state: 'sending' }));
    setFiles((all) => [...all, ...added]);
    for (const { key, file } of added) await sendOne(key, file);
  };
  const went = files.filter(({ state }) => state === 'sent').length;
  return (
    <>
      <p>{purpose(page)}</p>
      {closed ? <Closed /> : <Pick onPick={(picked) => void add(picked)} />}
      <ul className="pv-plain-list pv-phone-files">
        {files.map(({ key, file, state, why }) => (
          <li key={key}>
            <Icon name={state === 'sent' ? 'check' : state === 'failed' ? 'alert' : 'clock'} />
            <span>
              {file.name}
              <span className="pv-row-sub">{typeset(inWords(state, why))}</span>
            </span>
            {state === 'failed' && !closed ? (
              <Button size="compact-sm" variant="default" onClick={() => void sendOne(key, file)}>
                Réessayer<span className="pv-hidden"> {file.name}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <p role="status">
        {went === 0
          ? ''
          : typeset(`${count(went, 'fichier envoyé', 'fichiers envoyés')}. Vous pouvez revenir au poste de travail.`)}
      </p>
    </>
  );
}

function Pick({ onPick }: { readonly onPick: (files: readonly File[]) => void }): ReactNode {
  return (
    <div className="pv-form-actions">
      <FileButton
        accept="image/*"
        capture="environment"
        onChange={(file) => {
          if (file !== null) onPick([file]);
        }}
        inputProps={{ 'aria-label': 'Photo à prendre' }}
      >
        {(props) => <Button {...props}>Prendre une photo</Button>}
      </FileButton>
      <FileButton
        multiple
        accept={ACCEPTED_FILES}
        onChange={onPick}
        inputProps={{ 'aria-label': 'Fichiers à choisir' }}
      >
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
  const until = shortMoment(closesAt);
  return typeset(
    `Vos photos se joignent ${to}. La page sert jusqu’à ${until}, pour ${String(atMost)} fichiers au plus.`,
  );
}

function inWords(state: Sent['state'], why = ''): string {
  if (state === 'sent') return 'Envoyé';
  return state === 'sending' ? 'Envoi en cours…' : `N’est pas parti. ${why}`;
}
