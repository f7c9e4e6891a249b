import type { ReactNode } from 'react';
import { ACCOUNT_COLUMNS, MOST_ACCOUNT_LINES } from '../../../../domain/people/account-columns.js';
import { importAccounts, previewAccounts, type AccountsPreviewDto } from '../../api/settings.js';
import { CardTable } from '../../components/card-table.js';
import { CsvColumns, CsvModel, FileChanges, FileFaults } from '../../components/csv-columns.js';
import { FileImport } from '../../components/file-import.js';
import { Notice } from '../../components/state/notice.js';
import { count, typeset } from '../../text/format.js';

/** Accounts from a file: looked at line by line first, applied when it is confirmed. */
export function AccountsImport(): ReactNode {
  return (
    <section className="pv-card pv-card-body">
      <h2>Importer des comptes</h2>
      <p>
        {typeset(
          `Un fichier CSV en UTF-8, à virgules ou points-virgules, de ${count(MOST_ACCOUNT_LINES, 'ligne')} et 400 000 caractères au plus. Rien n’est appliqué avant votre confirmation ; une case vide ne change rien, une personne absente du fichier garde son compte, et plusieurs lignes d’un même identifiant donnent plusieurs rôles.`,
        )}
      </p>
      <CsvColumns columns={ACCOUNT_COLUMNS} />
      <FileImport
        button="Choisir un fichier CSV"
        accept=".csv,text/csv"
        preview={previewAccounts}
        apply={async ({ seen }, content) => {
          const { created, changed } = await importAccounts(seen, content);
          return `${count(created, 'compte créé', 'comptes créés')}, ${count(changed, 'modifié')}.`;
        }}
        confirm={(preview) => {
          const written = withOutcome(preview, 'created') + withOutcome(preview, 'changed');
          return { label: `Appliquer à ${count(written, 'compte')}`, changes: written > 0 };
        }}
        show={(preview) => <Preview preview={preview} />}
      >
        <CsvModel columns={ACCOUNT_COLUMNS} fileName="modele-comptes.csv" />
      </FileImport>
    </section>
  );
}

const OUTCOME_WORDS = { created: 'Créé', changed: 'Modifié', unchanged: 'Inchangé', refused: 'Refusé' } as const;

function withOutcome({ accounts }: AccountsPreviewDto, outcome: keyof typeof OUTCOME_WORDS): number {
  return accounts.filter((one) => one.outcome === outcome).length;
}

function Preview({ preview }: { readonly preview: AccountsPreviewDto }): ReactNode {
  const { accounts, faults } = preview;
  const of = (outcome: keyof typeof OUTCOME_WORDS): number => withOutcome(preview, outcome);
  return (
    <>
      <p role="status">
        {typeset(
          `${String(of('created'))} à créer, ${String(of('changed'))} à modifier, ${count(of('unchanged'), 'inchangé')}, ${count(of('refused'), 'refusé')}. Les comptes refusés sont laissés de côté.`,
        )}
      </p>
      {faults.length === 0 ? null : (
        <Notice tone="soon" title={typeset(count(faults.length, 'ligne illisible', 'lignes illisibles'))}>
          <FileFaults faults={faults} />
        </Notice>
      )}
      {accounts.length === 0 ? null : <AccountRows accounts={accounts} />}
    </>
  );
}

function AccountRows({ accounts }: Pick<AccountsPreviewDto, 'accounts'>): ReactNode {
  return (
    <CardTable
      bare
      label="Comptes du fichier"
      rows={accounts}
      keyOf={({ login }) => login}
      columns={[
        {
          title: 'Compte',
          cell: ({ name, login }) => (
            <>
              {name}
              <span className="pv-row-sub">{login}</span>
            </>
          ),
        },
        { title: 'Ligne', amount: true, cell: ({ line }) => line },
        {
          title: 'Ce qui se passera',
          cell: ({ outcome, inactive }) => (
            <>
              {OUTCOME_WORDS[outcome]}
              {inactive ? <span className="pv-row-sub">Désactivé, et le reste</span> : null}
            </>
          ),
        },
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
