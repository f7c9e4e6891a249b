import { Button, Input } from '@mantine/core';
import type { FieldProps } from '@rjsf/utils';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { signedInAs } from '../../api/session.js';
import { FileTools } from '../../uploads/file-tools.js';
import { rememberSent, sentDocument } from '../../uploads/sent-documents.js';
import { UploadLines } from '../../uploads/upload-lines.js';
import { sendFiles } from '../../uploads/upload-store.js';
import { useUploads } from '../../uploads/use-uploads.js';

/** Files sent at once to the server, so that none is lost with the tab; the answer holds their ids. */
export function AttachmentField({
  fieldPathId,
  schema,
  formData,
  required,
  onChange,
  rawErrors,
}: FieldProps<string[] | undefined>): ReactNode {
  const files = formData ?? [];
  const latest = useRef(files);
  useLayoutEffect(() => {
    latest.current = formData ?? [];
  }, [formData]);
  const change = (next: string[]): void => {
    // Two files may arrive before the next drawing.
    latest.current = next;
    onChange(next.length === 0 ? undefined : next, fieldPathId.path);
  };
  const owner = fieldPathId.$id;
  const uploads = useUploads(owner, (documents) => {
    rememberSent(documents);
    change([...latest.current, ...documents.map(({ id }) => id)]);
  });
  const title = schema.title ?? 'Fichiers';
  return (
    <Input.Wrapper label={title} labelElement="div" required={required ?? false} error={rawErrors?.[0]}>
      <ul className="pv-plain-list">
        {files.map((id) => (
          <li key={id}>
            {sentDocument(id)?.name ?? 'Fichier joint'}{' '}
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => {
                change(files.filter((one) => one !== id));
              }}
            >
              Retirer
              <span className="pv-hidden"> {sentDocument(id)?.name ?? 'le fichier'}</span>
            </Button>
          </li>
        ))}
      </ul>
      <UploadLines owner={owner} uploads={uploads} />
      <FileTools
        id={owner}
        title={title}
        owner={owner}
        action="Joindre un fichier"
        byPhone={signedInAs() !== ''}
        onFiles={(picked) => void sendFiles(owner, '/documents', picked)}
      />
    </Input.Wrapper>
  );
}
