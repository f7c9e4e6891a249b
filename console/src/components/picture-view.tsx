import { Button, Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { TurnButton } from './turn-button.js';
import { ZoomButtons } from './zoom-buttons.js';
import './picture-view.css';

/** Percent of the room there is; the first shows the whole picture. */
const SCALES = [100, 150, 200, 300] as const;

/** A photograph as it was taken, turned and enlarged on the screen only: the file itself stays what it is. */
export function PictureView({ src, name }: { readonly src: string; readonly name: string }): ReactNode {
  const [zoom, setZoom] = useState(0);
  const [turns, setTurns] = useState(0);
  return (
    <section aria-label={name}>
      <Group gap="xs" className="pv-no-print">
        <ZoomButtons step={zoom} last={SCALES.length - 1} onStep={setZoom} />
        <TurnButton turns={turns} onTurn={setTurns} />
        <Button component="a" href={src} target="_blank" size="compact-sm" variant="subtle">
          Ouvrir l’original
        </Button>
      </Group>
      <div className="pv-picture-frame" tabIndex={0} role="region" aria-label={`Photo : ${name}`}>
        <img data-turns={turns} data-scale={SCALES[zoom]} src={src} alt={`Document joint : ${name}`} />
      </div>
    </section>
  );
}
