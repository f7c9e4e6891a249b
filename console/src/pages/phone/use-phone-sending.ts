import { useEffect, useRef, useState } from 'react';
import { newKey } from '../../api/intention.js';
import { announceByPhone, giveUpByPhone } from '../../api/phone-uploads.js';
import { asProblem } from '../../api/problem.js';
import { sendFile } from '../../api/send-file.js';

/** A file that the person at the telephone chose. */
export interface PhoneFile {
  readonly key: string;
  readonly name: string;
  readonly state: 'sending' | 'sent' | 'failed';
  /** From 0 to 1. */
  readonly share: number;
  readonly why?: string;
}

export interface PhoneSending {
  readonly files: readonly PhoneFile[];
  /** The desk takes nothing more. */
  readonly closed: boolean;
  readonly add: (picked: readonly File[]) => Promise<void>;
  readonly again: (key: string) => Promise<void>;
  readonly drop: (key: string) => void;
}

interface Kept {
  readonly file: File;
  readonly abort: AbortController;
}

/** Sends what is chosen, file by file, each announced first: the desk waits for it. */
export function usePhoneSending(secret: string): PhoneSending {
  const [files, setFiles] = useState<readonly PhoneFile[]>([]);
  const [closed, setClosed] = useState(false);
  const kept = useRef(new Map<string, Kept>());
  useStayWhile(files.some(({ state }) => state === 'sending'));
  const mark = (key: string, part: Partial<PhoneFile>): void => {
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  };
  const sendOne = async (key: string): Promise<void> => {
    const one = kept.current.get(key);
    if (one === undefined) return;
    const onProgress = (share: number): void => {
      mark(key, { share });
    };
    const path = `/public/phone-uploads/${secret}/documents`;
    try {
      await sendFile({ path, file: one.file, key, signal: one.abort.signal, onProgress });
      mark(key, { state: 'sent' });
    } catch (error) {
      if (one.abort.signal.aborted) return;
      const { status, message } = asProblem(error);
      mark(key, { state: 'failed', why: status === 0 ? 'Le réseau est coupé.' : message });
      if (status === 410) setClosed(true);
      else announceByPhone(secret, key, true).catch(() => undefined);
    }
  };
  const announce = async (key: string): Promise<void> => {
    // Without a network the file itself fails next, and says so.
    await announceByPhone(secret, key).catch(() => undefined);
  };
  return {
    files,
    closed,
    add: async (picked) => {
      const added = picked.map((file): PhoneFile => ({ key: newKey(), name: file.name, state: 'sending', share: 0 }));
      for (const [rank, { key }] of added.entries()) {
        const file = picked[rank];
        if (file !== undefined) kept.current.set(key, { file, abort: new AbortController() });
      }
      setFiles((all) => [...all, ...added]);
      await Promise.all(added.map(({ key }) => announce(key)));
      for (const { key } of added) await sendOne(key);
    },
    again: async (key) => {
      mark(key, { state: 'sending', share: 0 });
      await announce(key);
      await sendOne(key);
    },
    drop: (key) => {
      kept.current.get(key)?.abort.abort();
      kept.current.delete(key);
      setFiles((all) => all.filter((one) => one.key !== key));
      giveUpByPhone(secret, key).catch(() => undefined);
    },
  };
}

/** Leaving the page would cut what is being sent: the browser asks first. */
function useStayWhile(busy: boolean): void {
  useEffect(() => {
    if (!busy) return undefined;
    const ask = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [busy]);
}
