import { Button, FileButton } from '@mantine/core';
import { useRovingIndex } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { newKey } from '../api/intention.js';
import { Icon } from '../components/icon.js';
import { ACCEPTED_FILES } from '../api/files.js';
import { PhoneScan } from './phone-scan.js';

interface FileToolsProps {
  readonly id?: string;
  /** What the files are for: « Photos du trou ». */
  readonly title: string;
  readonly owner: string;
  /** Absent: for a request that is still being written. */
  readonly caseId?: string;
  /** What the button says. */
  readonly action: string;
  readonly byPhone: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The ways to join files: one stop of the keyboard, arrows go from one to the next. */
export function FileTools({ id, title, owner, caseId, action, byPhone, onFiles }: FileToolsProps): ReactNode {
  const [page, setPage] = useState<string>();
  const { getItemProps } = useRovingIndex({ total: byPhone ? 2 : 1, initialIndex: 0 });
  return (
    <div role="toolbar" aria-label={`Joindre : ${title}`} className="pv-file-tools">
      <FileButton multiple accept={ACCEPTED_FILES} onChange={onFiles} inputProps={{ 'aria-label': title }}>
        {({ onClick }) => (
          <Button
            {...getItemProps({ index: 0, onClick })}
            {...(id === undefined ? {} : { id })}
            size="compact-sm"
            variant="default"
            leftSection={<Icon name="plus" size={16} />}
          >
            {action}
          </Button>
        )}
      </FileButton>
      {byPhone ? (
        <Button
          {...getItemProps({
            index: 1,
            onClick: () => {
              setPage(newKey());
            },
          })}
          size="compact-sm"
          variant="default"
          leftSection={<Icon name="phone" size={16} />}
        >
          Scanner avec mon téléphone
        </Button>
      ) : null}
      <PhoneScan page={page} onPage={setPage} owner={owner} caseId={caseId} />
    </div>
  );
}
