import { Button, FileButton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { asProblem } from '../../api/problem.js';
import { setLogo, type OrganisationSettingsDto } from '../../api/town-settings.js';
import { Notice } from '../../components/state/notice.js';
import { sayDone } from '../../shell/toasts.js';
import { typeset } from '../../text/format.js';
import { base64Of } from './read-file.js';

/** The drawing at the head of the letters of an organisation: shown as it is kept, changed at once. */
export function LogoField({ organisation }: { readonly organisation: OrganisationSettingsDto }): ReactNode {
  const { id, version, name, logo } = organisation;
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState('');
  const change = async (file: File | undefined): Promise<void> => {
    setBusy(true);
    setRefused('');
    try {
      await setLogo(id, version, file === undefined ? undefined : await base64Of(file));
      sayDone(file === undefined ? 'Logo retiré.' : 'Logo enregistré : les prochaines lettres le portent.');
    } catch (error) {
      const { faults, message } = asProblem(error);
      setRefused(faults[0]?.detail ?? message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="pv-logo">
      {logo === undefined ? (
        <p>Sans logo, le nom figure en tête des lettres.</p>
      ) : (
        <img src={logo} alt={typeset(`Logo : ${name}`)} height={60} />
      )}
      <div className="pv-form-actions pv-no-print">
        <FileButton
          accept="image/svg+xml,image/png"
          onChange={(file) => void (file === null ? undefined : change(file))}
        >
          {(props) => (
            <Button {...props} variant="default" loading={busy}>
              Choisir un logo (SVG ou PNG, 60 ko)
            </Button>
          )}
        </FileButton>
        {logo === undefined ? null : (
          <Button variant="subtle" disabled={busy} onClick={() => void change(undefined)}>
            Retirer le logo
          </Button>
        )}
      </div>
      {refused === '' ? null : <Notice tone="late" icon="alert" role="alert" title={refused} />}
    </div>
  );
}
