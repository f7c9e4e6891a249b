import type { ReactNode } from 'react';
import { applyOutlines, previewOutlines, type OutlinesPreviewDto } from '../../api/town-settings.js';
import { CardTable } from '../../components/card-table.js';
import { FileImport } from '../../components/file-import.js';
import { count, typeset } from '../../text/format.js';
import { Quartiers } from './quartiers.js';

/** The neighbourhoods, and a new outline of them from a file: looked at first, applied when it is confirmed. */
export function OutlinesImport(): ReactNode {
  return (
    <>
      <section className="pv-card pv-card-body">
        <h2>Importer des tracés</h2>
        <p>
          {typeset(
            'Un fichier GeoJSON en WGS 84, où chaque polygone porte le nom d’un quartier. Rien n’est appliqué avant votre confirmation ; les demandes déjà enregistrées gardent leur quartier.',
          )}
        </p>
        <FileImport
          button="Choisir un fichier GeoJSON"
          accept=".geojson,.json,application/geo+json"
          preview={previewOutlines}
          apply={async ({ version }, content) => {
            const { applied } = await applyOutlines(version, content);
            return `${count(applied, 'quartier retracé', 'quartiers retracés')}.`;
          }}
          confirm={(preview) => {
            const named = namedIn(preview);
            return { label: `Appliquer ${count(named, 'tracé')}`, changes: named > 0 };
          }}
          show={(preview) => <Preview preview={preview} />}
        />
      </section>
      <Quartiers />
    </>
  );
}

function namedIn({ outlines }: OutlinesPreviewDto): number {
  return outlines.filter(({ quartier }) => quartier !== undefined).length;
}

function Preview({ preview }: { readonly preview: OutlinesPreviewDto }): ReactNode {
  const { outlines, kept } = preview;
  return (
    <>
      <p role="status">
        {typeset(
          `${count(namedIn(preview), 'quartier reconnu', 'quartiers reconnus')} sur ${count(outlines.length, 'tracé')}.${kept.length === 0 ? '' : ` Gardent leur tracé : ${kept.join(', ')}.`}`,
        )}
      </p>
      <div className="pv-grid-2">
        <OutlineTable outlines={outlines} />
        <Drawing preview={preview} />
      </div>
    </>
  );
}

function OutlineTable({ outlines }: Pick<OutlinesPreviewDto, 'outlines'>): ReactNode {
  return (
    <CardTable
      bare
      label="Quartiers du fichier"
      rows={outlines.map((outline, index) => ({ ...outline, number: index + 1 }))}
      keyOf={({ number }) => number}
      columns={[
        {
          title: 'Dans le fichier',
          cell: ({ number, name, remark }) => (
            <>
              {`${String(number)}. ${name}`}
              {remark === undefined ? null : <span className="pv-row-sub">{typeset(remark)}</span>}
            </>
          ),
        },
        { title: 'Quartier', cell: ({ quartier }) => quartier ?? '—' },
        { title: 'Surface', cell: ({ area }) => surface(area) },
        { title: 'Aujourd’hui', cell: ({ areaBefore }) => (areaBefore === undefined ? '—' : surface(areaBefore)) },
      ]}
    />
  );
}

/** The outlines alone, numbered as in the table: no map, no tile, nothing asked of another server. */
function Drawing({ preview: { width, height, outlines } }: { readonly preview: OutlinesPreviewDto }): ReactNode {
  return (
    <svg
      className="pv-outlines"
      viewBox={`-6 -6 ${String(width + 12)} ${String(height + 12)}`}
      role="img"
      aria-label="Tracés du fichier ; le tableau dit la même chose"
    >
      {outlines.map(({ path, quartier, name }, index) => (
        <path key={index} d={path} data-known={quartier !== undefined}>
          <title>{`${String(index + 1)}. ${quartier ?? name}`}</title>
        </path>
      ))}
    </svg>
  );
}

function surface(km: number): string {
  return typeset(`${km.toLocaleString('fr-FR', { maximumFractionDigits: 2 })} km²`);
}
