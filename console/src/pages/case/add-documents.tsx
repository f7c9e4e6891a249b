import { Button, FileButton } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { addDocument, type CaseDetailDto } from '../../api/cases.js';
import { newKey } from '../../api/intention.js';
import { Icon } from '../../components/icon.js';
import { PhoneScan } from '../../components/phone-scan.js';
import { sayDone, sayFailed } from '../../shell/toasts.js';
import { count } from '../../text/format.js';

/** Files join a request: chosen, dropped or pasted anywhere on the page, or photographed by a telephone. */
export function AddDocuments({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const { caseId, caseNumber } = caseFile;
  const [busy, setBusy] = useState(false);
  const add = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    setBusy(true);
    const sent: File[] = [];
    for (const file of files) {
      try {
        await addDocument(caseId, file, newKey());
        sent.push(file);
      } catch (error) {
        sayFailed(error);
      }
    }
    if (sent.length > 0) sayDone(joined(sent, caseNumber));
    setBusy(false);
  };
  useFilesGiven((files) => void add(files));
  return (
    <div className="pv-drop pv-no-print">
      <FileButton multiple onChange={(files) => void add(files)} inputProps={{ 'aria-label': 'Fichiers à joindre' }}>
        {(props) => (
          <Button
            {...props}
            size="compact-sm"
            variant="default"
            loading={busy}
            leftSection={<Icon name="plus" size={16} />}
          >
            Joindre un document
          </Button>
        )}
      </FileButton>
      <PhoneScan caseId={caseId} />
      <span className="pv-row-sub">ou déposez-le sur cette page, ou collez une image (Ctrl+V)</span>
    </div>
  );
}

/** What is dropped or pasted anywhere on the page; what is given to a field is that field's. */
function useFilesGiven(onFiles: (files: readonly File[]) => void): void {
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    const take = (event: ClipboardEvent | DragEvent): void => {
      const given = event instanceof DragEvent ? event.dataTransfer : event.clipboardData;
      const files = [...(given?.files ?? [])];
      const inField = event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]');
      if (files.length === 0 || Boolean(inField)) return;
      event.preventDefault();
      latest.current(files);
    };
    // Without this, the browser leaves the page for the file that is dropped on it.
    const allow = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    };
    document.addEventListener('paste', take);
    document.addEventListener('drop', take);
    document.addEventListener('dragover', allow);
    return () => {
      document.removeEventListener('paste', take);
      document.removeEventListener('drop', take);
      document.removeEventListener('dragover', allow);
    };
  }, []);
}

function joined(files: readonly File[], caseNumber: string): string {
  const [first] = files;
  if (files.length === 1 && first !== undefined) return `${first.name} est joint à ${caseNumber}.`;
  return `${count(files.length, 'fichier')} sont joints à ${caseNumber}.`;
}
