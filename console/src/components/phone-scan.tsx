import { Button, Group, Modal } from '@mantine/core';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { newKey } from '../api/intention.js';
import {
  closePhoneUpload,
  openPhoneUpload,
  usePhoneUpload,
  type CaseDocumentDto,
  type OpenedPhoneUploadDto,
} from '../api/phone-uploads.js';
import { count, shortMoment, typeset } from '../text/format.js';
import { Icon } from './icon.js';
import { QrCode } from './qr-code.js';
import { Failure } from './state/failure.js';
import { Loading } from './state/loading.js';
import { Notice } from './state/notice.js';

export interface PhoneScanProps {
  /** Absent: for a request that is still being written. */
  readonly caseId?: string;
  /** Each document once, as it comes. */
  readonly onReceived?: (documents: readonly CaseDocumentDto[]) => void;
}

/** « Scanner avec mon téléphone »: a code to aim at, then the photographs arrive here by themselves. */
export function PhoneScan({ caseId, onReceived }: PhoneScanProps): ReactNode {
  const [id, setId] = useState<string>();
  const tell = useTellOnce(onReceived);
  const close = async (): Promise<void> => {
    setId(undefined);
    if (id === undefined) return;
    // Closed by itself within the quarter of an hour, should this not arrive.
    const page = await closePhoneUpload(id).catch(() => undefined);
    if (page !== undefined) tell(page.documents);
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<Icon name="phone" size={16} />}
        onClick={() => {
          setId(newKey());
        }}
      >
        Scanner avec mon téléphone
      </Button>
      <Modal opened={id !== undefined} onClose={() => void close()} title="Scanner avec mon téléphone">
        {id === undefined ? null : (
          <Opened key={id} id={id} caseId={caseId} onDocuments={tell} onDone={() => void close()} onAgain={setId} />
        )}
      </Modal>
    </>
  );
}

type Told = (documents: readonly CaseDocumentDto[]) => void;

/** Tells whoever listens now of each document once, however often the list of them is read. */
function useTellOnce(onReceived: PhoneScanProps['onReceived']): Told {
  const latest = useRef(onReceived);
  const told = useRef(new Set<string>());
  useEffect(() => {
    latest.current = onReceived;
  });
  return useCallback((documents) => {
    const fresh = documents.filter(({ id }) => !told.current.has(id));
    for (const { id } of fresh) told.current.add(id);
    if (fresh.length > 0) latest.current?.(fresh);
  }, []);
}

interface OpenedProps {
  readonly id: string;
  readonly caseId: string | undefined;
  readonly onDocuments: Told;
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
  readonly onDocuments: Told;
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
            {typeset(`Ce code sert jusqu’à ${shortMoment(opened.closesAt)} ; « Terminer » le ferme tout de suite.`)}
          </p>
        </>
      )}
      <p role="status">{documents.length === 0 ? 'Rien n’est encore arrivé.' : cameIn(documents.length)}</p>
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
