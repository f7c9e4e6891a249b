import { Checkbox } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { MOST_STREET_LINES, STREET_COLUMNS } from '../../../../domain/place/street-columns.js';
import { importStreets, previewStreets, type StreetsPreviewDto } from '../../api/streets.js';
import { CardTable } from '../../components/card-table.js';
import { CsvColumns, CsvModel, FileChanges, FileFaults } from '../../components/csv-columns.js';
import { FileImport } from '../../components/file-import.js';
import { Notice } from '../../components/state/notice.js';
import { count, typeset } from '../../text/format.js';

/** Streets from a file: looked at first, applied when it is confirmed; those it does not name go only when that is asked. */
export function StreetsImport(): ReactNode {
  const [removeGone, setRemoveGone] = useState(false);
  const preview = async (content: string): Promise<StreetsPreviewDto> => {
    const seen = await previewStreets(content);
    setRemoveGone(false);
    return seen;
  };
  return (
    <section className="pv-card pv-card-body">
      <h2>Importer des rues</h2>
      <p>
        {typeset(
          `Un fichier CSV en UTF-8, à virgules ou points-virgules, de ${count(MOST_STREET_LINES, 'ligne')} et 400 000 caractères au plus. Rien n’est appliqué avant votre confirmation ; plusieurs lignes d’un même nom donnent les tronçons d’une rue, et remplacent ceux qu’elle avait.`,
        )}
      </p>
      <CsvColumns columns={STREET_COLUMNS} />
      <FileImport
        button="Choisir un fichier CSV"
        accept=".csv,text/csv"
        preview={preview}
        apply={async ({ seen }, content) => {
          const { added, changed, removed } = await importStreets(seen, content, removeGone);
          return `${count(added, 'rue ajoutée', 'rues ajoutées')}, ${count(changed, 'modifiée')}, ${count(removed, 'retirée')}.`;
        }}
        confirm={(seen) => {
          const changes = writtenIn(seen) + (removeGone ? seen.gone.length : 0);
          return { label: `Appliquer à ${count(changes, 'rue')}`, changes: changes > 0 };
        }}
        show={(seen) => <Preview preview={seen} removeGone={removeGone} onRemoveGone={setRemoveGone} />}
      >
        <CsvModel columns={STREET_COLUMNS} fileName="modele-rues.csv" />
      </FileImport>
    </section>
  );
}

const OUTCOME_WORDS = { added: 'Ajoutée', changed: 'Modifiée', refused: 'Refusée' } as const;

function withOutcome({ streets }: StreetsPreviewDto, outcome: keyof typeof OUTCOME_WORDS): number {
  return streets.filter((one) => one.outcome === outcome).length;
}

function writtenIn(preview: StreetsPreviewDto): number {
  return withOutcome(preview, 'added') + withOutcome(preview, 'changed');
}

interface PreviewProps {
  readonly preview: StreetsPreviewDto;
  readonly removeGone: boolean;
  readonly onRemoveGone: (removes: boolean) => void;
}

function Preview({ preview, removeGone, onRemoveGone }: PreviewProps): ReactNode {
  const { streets, unchanged, gone, faults } = preview;
  const of = (outcome: keyof typeof OUTCOME_WORDS): string => String(withOutcome(preview, outcome));
  return (
    <>
      <p role="status">
        {typeset(
          `${of('added')} à ajouter, ${of('changed')} à modifier, ${count(unchanged, 'inchangée')}, ${count(withOutcome(preview, 'refused'), 'refusée')}. Les rues refusées restent comme elles sont.`,
        )}
      </p>
      {faults.length === 0 ? null : (
        <Notice tone="soon" title={typeset(count(faults.length, 'ligne illisible', 'lignes illisibles'))}>
          <FileFaults faults={faults} />
        </Notice>
      )}
      {gone.length === 0 ? null : <Gone preview={preview} removes={removeGone} onChange={onRemoveGone} />}
      {streets.length === 0 ? null : <PlannedStreets streets={streets} />}
    </>
  );
}

/** Streets that the file does not name. */
function Gone({
  preview: { gone, openRequests },
  removes,
  onChange,
}: {
  readonly preview: StreetsPreviewDto;
  readonly removes: boolean;
  readonly onChange: (removes: boolean) => void;
}): ReactNode {
  const named =
    openRequests === 0
      ? 'aucune demande en cours ne les nomme'
      : `${count(openRequests, 'demande en cours les nomme et garde', 'demandes en cours les nomment et gardent')} leur adresse et leur quartier`;
  return (
    <>
      <Checkbox
        checked={removes}
        onChange={(event) => {
          onChange(event.currentTarget.checked);
        }}
        label={typeset(`Retirer aussi ${count(gone.length, 'rue absente', 'rues absentes')} du fichier`)}
        description={typeset(`Sans cela, elles restent ; ${named}.`)}
      />
      <details>
        <summary>{typeset(count(gone.length, 'rue absente du fichier', 'rues absentes du fichier'))}</summary>
        <p>{gone.join(', ')}</p>
      </details>
    </>
  );
}

function PlannedStreets({ streets }: Pick<StreetsPreviewDto, 'streets'>): ReactNode {
  return (
    <CardTable
      bare
      label="Rues du fichier"
      rows={streets}
      keyOf={({ line }) => line}
      columns={[
        { title: 'Rue', cell: ({ name }) => name },
        { title: 'Ligne', amount: true, cell: ({ line }) => line },
        { title: 'Ce qui se passera', cell: ({ outcome }) => OUTCOME_WORDS[outcome] },
        {
          title: 'Détail',
          cell: ({ faults, fields }) => (
            <>
              <FileFaults faults={faults} />
              <FileChanges fields={fields} />
            </>
          ),
        },
      ]}
    />
  );
}
