import { Button, Group, Modal } from '@mantine/core';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { newKey } from '../api/intention.js';
import {
  openPhoneUpload,
  usePhoneUpload,
  type CaseDocumentDto,
  type OpenedPhoneUploadDto,
} from '../api/phone-uploads.js';
import { count, hourOf, typeset } from '../text/format.js';
import { QrCode } from '../components/qr-code.js';
import { Failure } from '../components/state/failure.js';
import { Loading } from '../components/state/loading.js';
import { Notice } from '../components/state/notice.js';
import { phoneInWords } from './phone-in-words.js';
import { finishPhone, tellArrived } from './upload-store.js';

interface PhoneScanProps {
  /** Its id; undefined while no code is shown. */
  readonly page: string | undefined;
  readonly onPage: (page: string | undefined) => void;
  /** Who takes what comes, in `upload-store.ts`. */
  readonly owner: string;
  /** Absent: for a request that is still being written. */
  readonly caseId: string | undefined;
}

/**
 * « Scanner avec mon téléphone »: a code to aim at, then the photographs arrive here by themselves. « Terminer » gives
 * the screen back at once; what the telephone was sending then is awaited beside the other files.
 */
export function PhoneScan({ page, onPage, owner, caseId }: PhoneScanProps): ReactNode {
  const close = (): void => {
    onPage(undefined);
    if (page !== undefined) void finishPhone(owner, page);
  };
  const tell = useCallback(
    (documents: readonly CaseDocumentDto[]) => {
      tellArrived(owner, documents);
    },
    [owner],
  );
  return (
    // Its keys are its own: drawn elsewhere, it still lies within the form for React.
    <Modal
      opened={page !== undefined}
      onClose={close}
      title="Scanner avec mon téléphone"
      onKeyDown={(event) => {
        event.stopPropagation();
      }}
    >
      {page === undefined ? null : (
        <Opened key={page} id={page} caseId={caseId} onDocuments={tell} onDone={close} onAgain={onPage} />
      )}
    </Modal>
  );
}

interface OpenedProps {
  readonly id: string;
  readonly caseId: string | undefined;
  readonly onDocuments: (documents: readonly CaseDocumentDto[]) => void;
  readonly onDone: () => void;
  readonly onAgain: (id: string) => void;
}

function Opened({ id, caseId, onDocuments, onDone, onAgain }: OpenedProps): ReactNode {
  const [opened, setOpened] = useState<OpenedPhoneUploadDto>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    let current = true;
    openPhoneUpload(id, caseId).then(
      (page) => {
        if (current) setOpened(page);
      },
      (fault: unknown) => {
        if (current) setError(fault);
      },
    );
    return () => {
      current = false;
    };
  }, [id, caseId]);
  const again = (): void => {
    onAgain(newKey());
  };
  if (error !== undefined) return <Failure error={error} onRetry={again} />;
  if (opened === undefined) return <Loading what="du code" rows={4} />;
  return (
    <>
      <Awaited id={id} opened={opened} onDocuments={onDocuments} onAgain={again} />
      <Group mt="md" justify="flex-end">
        <Button onClick={onDone}>Terminer</Button>
      </Group>
    </>
  );
}

interface AwaitedProps {
  readonly id: string;
  readonly opened: OpenedPhoneUploadDto;
  readonly onDocuments: (documents: readonly CaseDocumentDto[]) => void;
  readonly onAgain: () => void;
}

function Awaited({ id, opened, onDocuments, onAgain }: AwaitedProps): ReactNode {
  const { data } = usePhoneUpload(id);
  const documents = data?.documents ?? [];
  useEffect(() => {
    if (data !== undefined) onDocuments(data.documents);
  }, [data, onDocuments]);
  return (
    <>
      {data?.closed === true ? (
        <Notice
          tone="soon"
          icon="clock"
          role="status"
          title="Ce code ne sert plus."
          actions={
            <Button size="compact-sm" variant="default" onClick={onAgain}>
              Afficher un nouveau code
            </Button>
          }
        />
      ) : (
        <>
          <p>Visez ce code avec l’appareil photo de votre téléphone : la page qui s’ouvre envoie vos photos ici.</p>
          <QrCode address={opened.address} label="Code à scanner avec un téléphone" />
          <p className="pv-row-sub">
            {typeset(`Ce code sert jusqu’à ${hourOf(opened.closesAt)} ; « Terminer » le ferme tout de suite.`)}
          </p>
        </>
      )}
      <p role="status">{documents.length === 0 ? 'Rien n’est encore arrivé.' : cameIn(documents.length)}</p>
      {data === undefined || data.coming === 0 ? null : <p role="status">{phoneInWords(data)}</p>}
      <ul className="pv-plain-list">
        {documents.map((one) => (
          <li key={one.id}>{one.name}</li>
        ))}
      </ul>
    </>
  );
}

function cameIn(files: number): string {
  return typeset(files === 1 ? 'Un fichier est arrivé :' : `${count(files, 'fichier')} sont arrivés :`);
}
