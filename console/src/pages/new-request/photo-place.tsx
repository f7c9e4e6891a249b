import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { quartierAt, type Position } from '../../../../domain/place/quartier.js';
import { useQuartiers, type QuartierDto } from '../../api/places.js';
import type { CaseDocumentDto } from '../../api/phone-uploads.js';
import { Notice } from '../../components/state/notice.js';
import { coordinates, typeset } from '../../text/format.js';
import { sentDocument } from '../../uploads/sent-documents.js';
import type { StepProps } from './step.js';

/** A photograph that knows where it was taken: the place of the request is offered, never taken by itself. */
export function PhotoPlace({ form, onChange }: Pick<StepProps, 'form' | 'onChange'>): ReactNode {
  const [declined, setDeclined] = useState<readonly string[]>([]);
  const { data } = useQuartiers();
  const { place } = form;
  if (place.point !== undefined) {
    return (
      <p className="pv-row-sub">
        {typeset(`Noté avec le lieu : ${coordinates(place.point)}, d’après une photo. `)}
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => {
            onChange({ place: { ...place, point: undefined } });
          }}
        >
          Retirer ces coordonnées
        </Button>
      </p>
    );
  }
  const photo = photosOf(form.answers).find(({ id }) => !declined.includes(id));
  if (photo?.point === undefined) return null;
  const { point, name } = photo;
  const quartier = quartierOf(data?.items ?? [], [point.longitude, point.latitude]);
  const where = quartier === undefined ? 'hors des quartiers de la ville' : `quartier ${quartier.name}`;
  return (
    <Notice
      tone="info"
      icon="pin"
      role="status"
      title={typeset(`La photo ${name} a été prise à ${coordinates(point)}, ${where} : utiliser ce lieu ?`)}
      actions={
        <>
          <Button
            size="compact-sm"
            onClick={() => {
              const text = place.text.trim() === '' ? typeset(`Lieu de la photo, ${where}`) : place.text;
              onChange({ place: { ...place, text, quartier: place.quartier ?? quartier?.id, point } });
            }}
          >
            Utiliser ce lieu
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              setDeclined([...declined, photo.id]);
            }}
          >
            Non
          </Button>
        </>
      }
    >
      <p>L’adresse dite par l’usager reste ; les coordonnées s’y ajoutent.</p>
    </Notice>
  );
}

function photosOf(answers: Readonly<Record<string, unknown>>): readonly CaseDocumentDto[] {
  return Object.values(answers)
    .filter((answer) => Array.isArray(answer))
    .flat()
    .flatMap((id) => {
      const document = typeof id === 'string' ? sentDocument(id) : undefined;
      return document?.point === undefined ? [] : [document];
    });
}

function quartierOf(quartiers: readonly QuartierDto[], at: Position): QuartierDto | undefined {
  const drawn = quartiers.map((quartier) => ({ ...quartier, ring: quartier.ring.map(positionOf) }));
  const found = quartierAt(drawn, at);
  return quartiers.find(({ id }) => id === found?.id);
}

function positionOf([longitude = 0, latitude = 0]: readonly number[]): Position {
  return [longitude, latitude];
}
