import { Button, FileButton, Input } from '@mantine/core';
import type { FieldProps } from '@rjsf/utils';
import { useState, type ReactNode } from 'react';
import { send } from '../../api/client.js';
import { ACCEPTED_FILES, oneFile } from '../../api/files.js';
import { newKey } from '../../api/intention.js';
import { asProblem } from '../../api/problem.js';
import type { CaseDocumentDto } from '../../api/schema/types.generated.js';
import { signedInAs } from '../../api/session.js';
import { PhoneScan } from '../phone-scan.js';

/** Names of what this tab has sent; the answer itself only holds ids. */
const names = new Map<string, string>();

/** Files sent at once to the server, so that none is lost with the tab; the answer holds their ids. */
export function AttachmentField({
  fieldPathId,
  schema,
  formData,
  required,
  onChange,
  rawErrors,
}: FieldProps<string[] | undefined>): ReactNode {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const files = formData ?? [];
  const change = (next: string[]): void => {
    onChange(next.length === 0 ? undefined : next, fieldPathId.path);
  };
  const receive = (documents: readonly CaseDocumentDto[]): void => {
    for (const { id, name } of documents) names.set(id, name);
    change([...files, ...documents.map(({ id }) => id)]);
  };
  const add = async (picked: readonly File[]): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      const sent: string[] = [];
      for (const file of picked) sent.push(await upload(file));
      change([...files, ...sent]);
    } catch (error) {
      setFault(asProblem(error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Input.Wrapper label={schema.title} labelElement="div" required={required ?? false} error={fault ?? rawErrors?.[0]}>
      <ul className="pv-plain-list">
        {files.map((id) => (
          <li key={id}>
            {names.get(id) ?? 'Fichier joint'}{' '}
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => {
                change(files.filter((one) => one !== id));
              }}
            >
              Retirer
              <span className="pv-hidden"> {names.get(id) ?? 'le fichier'}</span>
            </Button>
          </li>
        ))}
      </ul>
      <FileButton
        multiple
        accept={ACCEPTED_FILES}
        onChange={(picked) => void add(picked)}
        inputProps={{ 'aria-label': schema.title ?? 'Fichiers' }}
      >
        {(props) => (
          <Button {...props} id={fieldPathId.$id} size="compact-sm" variant="default" loading={busy}>
            Joindre un fichier
          </Button>
        )}
      </FileButton>{' '}
      {signedInAs() === '' ? null : <PhoneScan onReceived={receive} />}
    </Input.Wrapper>
  );
}

async function upload(file: File): Promise<string> {
  const { id } = await send<CaseDocumentDto>({ path: '/documents', form: oneFile(file), key: newKey() });
  names.set(id, file.name);
  return id;
}
