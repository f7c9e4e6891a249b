import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { bytesOf } from '../api/bytes.js';
import { OfficeBlocks } from './office-blocks.js';
import { readOffice } from './office-content.js';
import { Failure } from './state/failure.js';
import { Loading } from './state/loading.js';
import { Notice } from './state/notice.js';
import './office-view.css';

export interface OfficeViewProps {
  readonly src: string;
  readonly name: string;
  readonly type: string;
}

/** What a text or a table says, read in the page: its words and its cells, not its layout. */
export function OfficeView({ src, name, type }: OfficeViewProps): ReactNode {
  const { data, error, refetch } = useQuery({
    queryKey: ['office', src],
    queryFn: async ({ signal }) => ({ blocks: await readOffice(await bytesOf(src, signal), type) }),
    gcTime: 0,
  });
  if (error !== null) return <Failure error={error} what="L’aperçu est" onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading what="du fichier" rows={4} />;
  const original = (
    <Button component="a" href={src} download size="compact-sm" variant="subtle">
      Télécharger l’original
    </Button>
  );
  if (data.blocks === undefined) {
    return (
      <Notice tone="soon" icon="alert" role="status" title="Ce fichier n’a pas pu être lu ici." actions={original}>
        <p>Il est abîmé, protégé par un mot de passe, ou trop grand. L’original s’ouvre dans votre logiciel.</p>
      </Notice>
    );
  }
  return (
    <section aria-label={name}>
      <Group gap="xs" className="pv-no-print">
        {original}
        <span className="pv-row-sub">Son texte et ses tableaux, sans sa mise en page ni ses images.</span>
      </Group>
      <div className="pv-office-view" tabIndex={0} role="region" aria-label={`Texte : ${name}`}>
        {data.blocks.length === 0 ? <p>Ce fichier ne contient pas de texte.</p> : <OfficeBlocks blocks={data.blocks} />}
      </div>
    </section>
  );
}
