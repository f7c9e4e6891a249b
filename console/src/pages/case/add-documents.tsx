import { useEffect, useRef, type ReactNode } from 'react';
import { refreshDocuments, type CaseDetailDto } from '../../api/cases.js';
import type { CaseDocumentDto } from '../../api/phone-uploads.js';
import { sayDone } from '../../shell/toasts.js';
import { count } from '../../text/format.js';
import { FileTools } from '../../uploads/file-tools.js';
import { UploadLines } from '../../uploads/upload-lines.js';
import { sendFiles } from '../../uploads/upload-store.js';
import { useUploads } from '../../uploads/use-uploads.js';

/** Files join a request: chosen, dropped or pasted anywhere on the page, or photographed by a telephone. */
export function AddDocuments({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const { caseId, caseNumber } = caseFile;
  const owner = `case ${caseId}`;
  const uploads = useUploads(owner, (documents) => {
    refreshDocuments(caseId);
    sayDone(joined(documents, caseNumber));
  });
  const add = (files: readonly File[]): void => {
    void sendFiles(owner, `/cases/${caseId}/documents`, files);
  };
  useFilesGiven(add);
  return (
    <div className="pv-drop pv-no-print">
      <FileTools title={caseNumber} owner={owner} caseId={caseId} action="Joindre un document" byPhone onFiles={add} />
      <span className="pv-row-sub">ou déposez-le sur cette page, ou collez une image (Ctrl+V)</span>
      <UploadLines owner={owner} uploads={uploads} />
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

function joined(files: readonly CaseDocumentDto[], caseNumber: string): string {
  const [first] = files;
  if (files.length === 1 && first !== undefined) return `${first.name} est joint à ${caseNumber}.`;
  return `${count(files.length, 'fichier')} sont joints à ${caseNumber}.`;
}
