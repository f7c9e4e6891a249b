import { Button, Input, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { count, typeset } from '../text/format.js';
import { phoneInWords } from './phone-in-words.js';
import { dropUpload, sendAgain, stopAwaiting, type PhoneWait, type Upload, type Uploads } from './upload-store.js';
import './upload-lines.css';

interface UploadLinesProps {
  readonly owner: string;
  readonly uploads: Uploads;
}

/** What is on its way, file by file; nothing where nothing is. */
export function UploadLines({ owner, uploads: { sending, phones } }: UploadLinesProps): ReactNode {
  const going = sending.filter(({ state }) => state === 'sending').length;
  return (
    <>
      <p role="status" className="pv-hidden">
        {going === 0 ? '' : typeset(`${count(going, 'fichier')} en cours d’envoi`)}
      </p>
      <ul className="pv-plain-list pv-uploads">
        {sending.map((one) => (
          <UploadLine
            key={one.key}
            upload={one}
            onAgain={() => void sendAgain(owner, one.key)}
            onDrop={() => {
              dropUpload(owner, one.key);
            }}
          />
        ))}
        {phones.map((wait) => (
          <PhoneLine
            key={wait.id}
            wait={wait}
            onStop={() => {
              stopAwaiting(owner, wait.id);
            }}
          />
        ))}
      </ul>
    </>
  );
}

export interface UploadLineProps {
  readonly upload: Upload;
  readonly onAgain?: (() => void) | undefined;
  readonly onDrop: () => void;
}

/** One file that leaves this machine. */
export function UploadLine({ upload, onAgain, onDrop }: UploadLineProps): ReactNode {
  const { name, state, share, why } = upload;
  const failed = state === 'failed';
  const percent = Math.round(share * 100);
  return (
    <li>
      <span>
        {name}
        {failed ? (
          <Input.Error role="alert">{typeset(`N’est pas parti. ${why ?? ''}`)}</Input.Error>
        ) : (
          <Progress.Root size="sm">
            <Progress.Section value={percent} aria-label={`Envoi de ${name}`} />
          </Progress.Root>
        )}
      </span>
      {failed && onAgain !== undefined ? (
        <Button size="compact-sm" variant="default" onClick={onAgain}>
          Réessayer<span className="pv-hidden"> {name}</span>
        </Button>
      ) : null}
      <Button size="compact-sm" variant="subtle" onClick={onDrop}>
        {failed ? 'Retirer' : 'Annuler l’envoi'}
        <span className="pv-hidden"> {name}</span>
      </Button>
    </li>
  );
}

function PhoneLine({ wait, onStop }: { readonly wait: PhoneWait; readonly onStop: () => void }): ReactNode {
  return (
    <li>
      <span role="status">
        {wait.coming === undefined
          ? 'Le téléphone termine…'
          : phoneInWords({ coming: wait.coming, failed: wait.failed })}
      </span>
      <Button size="compact-sm" variant="default" onClick={onStop}>
        Ne pas attendre
      </Button>
    </li>
  );
}
