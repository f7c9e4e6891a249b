import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { bytesOf } from '../api/bytes.js';
import { Failure } from './state/failure.js';
import { Loading } from './state/loading.js';
import './text-view.css';

/** Plain text as it was sent, whatever old machine wrote it. */
export function TextView({ src, name }: { readonly src: string; readonly name: string }): ReactNode {
  const { data, error, refetch } = useQuery({
    queryKey: ['text', src],
    queryFn: async ({ signal }) => decoded(await bytesOf(src, signal)),
    gcTime: 0,
  });
  if (error !== null) return <Failure error={error} what="L’aperçu est" onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading what="du texte" rows={4} />;
  return (
    <section aria-label={name}>
      <Group gap="xs" className="pv-no-print">
        <Button component="a" href={src} target="_blank" size="compact-sm" variant="subtle">
          Ouvrir l’original
        </Button>
      </Group>
      <pre className="pv-text-view" tabIndex={0} role="region" aria-label={`Texte : ${name}`}>
        {data}
      </pre>
    </section>
  );
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
