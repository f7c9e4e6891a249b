import { Button, FileButton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { asProblem } from '../../api/problem.js';
import { applyOutlines, previewOutlines, type OutlinesPreviewDto } from '../../api/town-settings.js';
import { Notice } from '../../components/state/notice.js';
import { sayDone } from '../../shell/toasts.js';
import { count, typeset } from '../../text/format.js';
import { Quartiers } from './quartiers.js';

interface Chosen {
  readonly fileName: string;
  readonly content: string;
  readonly preview: OutlinesPreviewDto;
}

/** The neighbourhoods, and a new outline of them from a file: looked at first, applied when it is confirmed. */
export function OutlinesImport(): ReactNode {
  const [chosen, setChosen] = useState<Chosen>();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState('');
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setRefused('');
    try {
      await work();
    } catch (error) {
      const { faults, message } = asProblem(error);
      setRefused(faults[0]?.detail ?? message);
    } finally {
      setBusy(false);
    }
  };
  const choose = (file: File): Promise<void> =>
    attempt(async () => {
      setChosen(undefined);
      const content = await file.text();
      setChosen({ fileName: file.name, content, preview: await previewOutlines(content) });
    });
  const apply = ({ content, preview }: Chosen): Promise<void> =>
    attempt(async () => {
      const { applied } = await applyOutlines(preview.version, content);
      setChosen(undefined);
      sayDone(`${count(applied, 'quartier retracé', 'quartiers retracés')}.`);
    });
  return (
    <>
      <section className="pv-card pv-card-body">
        <h2>Importer des tracés</h2>
        <p>
          {typeset(
            'Un fichier GeoJSON en WGS 84, où chaque polygone porte le nom d’un quartier. Rien n’est appliqué avant votre confirmation ; les demandes déjà enregistrées gardent leur quartier.',
          )}
        </p>
        <FileButton
          accept=".geojson,.json,application/geo+json"
          onChange={(file) => void (file === null ? undefined : choose(file))}
        >
          {(props) => (
            <Button {...props} variant="default" loading={busy}>
              Choisir un fichier GeoJSON
            </Button>
          )}
        </FileButton>
        {refused === '' ? null : <Notice tone="late" icon="alert" role="alert" title={typeset(refused)} />}
        {chosen === undefined ? null : (
          <Preview
            chosen={chosen}
            busy={busy}
            onApply={() => void apply(chosen)}
            onCancel={() => {
              setChosen(undefined);
            }}
          />
        )}
      </section>
      <Quartiers />
    </>
  );
}

interface PreviewProps {
  readonly chosen: Chosen;
  readonly busy: boolean;
  readonly onApply: () => void;
  readonly onCancel: () => void;
}

function Preview({ chosen: { fileName, preview }, busy, onApply, onCancel }: PreviewProps): ReactNode {
  const { outlines, kept } = preview;
  const named = outlines.filter(({ quartier }) => quartier !== undefined).length;
  return (
    <div role="region" aria-label="Aperçu avant confirmation">
      <h3>{typeset(`Aperçu : ${fileName}`)}</h3>
      <p role="status">
        {typeset(
          `${count(named, 'quartier reconnu', 'quartiers reconnus')} sur ${count(outlines.length, 'tracé')}.${kept.length === 0 ? '' : ` Gardent leur tracé : ${kept.join(', ')}.`}`,
        )}
      </p>
      <div className="pv-grid-2">
        <div className="pv-scroll" tabIndex={0} role="region" aria-label="Quartiers du fichier">
          <OutlineTable outlines={outlines} />
        </div>
        <Drawing preview={preview} />
      </div>
      <div className="pv-form-actions">
        <Button loading={busy} disabled={named === 0} onClick={onApply}>
          {`Appliquer ${count(named, 'tracé')}`}
        </Button>
        <Button variant="default" onClick={onCancel}>
          Ne rien appliquer
        </Button>
      </div>
    </div>
  );
}

function OutlineTable({ outlines }: Pick<OutlinesPreviewDto, 'outlines'>): ReactNode {
  return (
    <table className="pv-table">
      <caption className="pv-hidden">Quartiers du fichier</caption>
      <thead>
        <tr>
          {['N°', 'Dans le fichier', 'Quartier', 'Surface', 'Aujourd’hui'].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {outlines.map(({ name, quartier, area, areaBefore, remark }, index) => (
          <tr key={index}>
            <td>{index + 1}</td>
            <th scope="row">
              {name}
              {remark === undefined ? null : <span className="pv-row-sub">{typeset(remark)}</span>}
            </th>
            <td>{quartier ?? '—'}</td>
            <td>{surface(area)}</td>
            <td>{areaBefore === undefined ? '—' : surface(areaBefore)}</td>
          </tr>
        ))}
      </tbody>
    </table>
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
