import { Button, FileButton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { asProblem } from '../api/problem.js';
import { sayDone } from '../shell/toasts.js';
import { typeset } from '../text/format.js';
import { Notice } from './state/notice.js';

interface Chosen<Preview> {
  readonly fileName: string;
  readonly content: string;
  readonly preview: Preview;
}

interface FileImportProps<Preview> {
  /** What the button says, and which files it offers. */
  readonly button: string;
  readonly accept: string;
  /** Beside the button. */
  readonly children?: ReactNode;
  readonly preview: (content: string) => Promise<Preview>;
  /** Applies what was seen. @returns what was done, in words */
  readonly apply: (preview: Preview, content: string) => Promise<string>;
  /** What confirms a preview, and whether it would change anything. */
  readonly confirm: (preview: Preview) => { readonly label: string; readonly changes: boolean };
  readonly show: (preview: Preview) => ReactNode;
}

/** A text file that is looked at first, and applied when it is confirmed; a refusal leaves what was there. */
export function FileImport<Preview>(props: FileImportProps<Preview>): ReactNode {
  const { button, accept, children, preview, apply, confirm, show } = props;
  const [chosen, setChosen] = useState<Chosen<Preview>>();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState('');
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setRefused('');
    try {
      await work();
    } catch (error) {
      const { faults, message } = asProblem(error);
      setRefused(faults[0]?.detail ?? message);
    } finally {
      setBusy(false);
    }
  };
  const choose = (file: File): Promise<void> =>
    attempt(async () => {
      setChosen(undefined);
      const content = await file.text();
      setChosen({ fileName: file.name, content, preview: await preview(content) });
    });
  const applyIt = ({ content, preview: seen }: Chosen<Preview>): Promise<void> =>
    attempt(async () => {
      const done = await apply(seen, content);
      setChosen(undefined);
      sayDone(done);
    });
  return (
    <>
      <div className="pv-form-actions">
        <FileButton accept={accept} onChange={(file) => void (file === null ? undefined : choose(file))}>
          {(given) => (
            <Button {...given} variant="default" loading={busy}>
              {button}
            </Button>
          )}
        </FileButton>
        {children}
      </div>
      {refused === '' ? null : <Notice tone="late" icon="alert" role="alert" title={typeset(refused)} />}
      {chosen === undefined ? null : (
        <div role="region" aria-label="Aperçu avant confirmation">
          <h3>{typeset(`Aperçu : ${chosen.fileName}`)}</h3>
          {show(chosen.preview)}
          <div className="pv-form-actions">
            <Button loading={busy} disabled={!confirm(chosen.preview).changes} onClick={() => void applyIt(chosen)}>
              {confirm(chosen.preview).label}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setChosen(undefined);
              }}
            >
              Ne rien appliquer
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
