import { Button, FileInput, Textarea } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { PHONE_FILES } from '../../api/files.js';
import { writeToTownHall, type FollowDto, type FollowedCaseDto } from '../../api/follow.js';
import { useIntention } from '../../api/intention.js';
import { asProblem } from '../../api/problem.js';
import { Notice } from '../../components/state/notice.js';
import { typeset } from '../../text/format.js';

/** What a message takes at most. */
const FILES_AT_MOST = 10;

interface WriteFormProps {
  readonly asked: FollowDto;
  readonly followed: FollowedCaseDto;
  /** The request is read again. */
  readonly onSent: () => Promise<void>;
}

interface Outcome {
  readonly tone: 'kept' | 'late';
  readonly words: string;
}

/** The citizen writes back: what was asked for, or a message for those who follow the request. */
export function WriteForm({ asked, followed: { awaited }, onSent }: WriteFormProps): ReactNode {
  const [text, setText] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const keyFor = useIntention();
  useAskBeforeLeaving(text.trim() !== '' || files.length > 0);
  const [first] = awaited;
  const send = async (): Promise<void> => {
    setBusy(true);
    setOutcome(undefined);
    try {
      const message = {
        ...asked,
        text: text.trim(),
        ...(first === undefined ? {} : { openRequest: first.openRequest }),
      };
      await writeToTownHall({ ...message, files }, keyFor([message, files.map(({ name, size }) => [name, size])]));
      setText('');
      setFiles([]);
      setOutcome({ tone: 'kept', words: 'La mairie a bien reçu votre message.' });
      await onSent().catch(() => undefined);
    } catch (error) {
      const { status, message } = asProblem(error);
      setOutcome({
        tone: 'late',
        words: status === 0 ? 'Le serveur ne répond pas : rien n’est parti, recommencez.' : message,
      });
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="pv-card pv-card-body pv-form pv-no-print"
      aria-label="Écrire à la mairie"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void send();
      }}
    >
      <h2>{first === undefined ? 'Écrire à la mairie' : 'Envoyer ce qui vous est demandé'}</h2>
      <Told outcome={outcome} />
      <Textarea
        label="Votre message"
        required
        autosize
        minRows={4}
        maxLength={10_000}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
      />
      <FileInput
        label="Fichiers à joindre"
        description="Photos, PDF ou documents ; dix au plus"
        placeholder="Choisir des fichiers"
        multiple
        clearable
        accept={PHONE_FILES}
        clearButtonProps={{ 'aria-label': 'Retirer les fichiers' }}
        value={files}
        onChange={(chosen) => {
          setFiles(chosen.slice(0, FILES_AT_MOST));
        }}
      />
      <div className="pv-form-actions">
        <Button type="submit" loading={busy} disabled={text.trim() === ''}>
          Envoyer
        </Button>
      </div>
    </form>
  );
}

function Told({ outcome }: { readonly outcome: Outcome | undefined }): ReactNode {
  if (outcome === undefined) return null;
  const isKept = outcome.tone === 'kept';
  return (
    <Notice
      tone={outcome.tone}
      icon={isKept ? 'check' : 'alert'}
      role={isKept ? 'status' : 'alert'}
      title={typeset(outcome.words)}
    />
  );
}

/** Nothing is kept on what may be the machine of a library: the browser asks before it throws away what was written. */
function useAskBeforeLeaving(written: boolean): void {
  useEffect(() => {
    if (!written) return undefined;
    const ask = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [written]);
}
