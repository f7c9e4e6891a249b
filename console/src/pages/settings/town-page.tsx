import type { ReactNode } from 'react';
import { ViewTabs } from '../../components/view-tabs.js';
import { PageHead } from '../../shell/page-head.js';
import { useViewParam } from '../../shell/peek.js';
import { useTitle } from '../../shell/title.js';
import { AccessibilitySettings } from './accessibility-settings.js';
import { DepartmentSettings } from './department-settings.js';
import { OrganisationSettings } from './organisation-settings.js';
import { OutlinesImport } from './outlines-import.js';
import { SettingsJournal } from './settings-journal.js';
import { Streets } from './streets.js';
import { ThemeSettings } from './theme-settings.js';
import './town-page.css';

const TABS = [
  { id: 'organismes', label: 'Organismes et lettres' },
  { id: 'services', label: 'Services et équipes' },
  { id: 'themes', label: 'Thèmes' },
  { id: 'quartiers', label: 'Quartiers' },
  { id: 'rues', label: 'Rues' },
  { id: 'accessibilite', label: 'Accessibilité' },
  { id: 'historique', label: 'Historique' },
];

/** What the town says of itself, decided by its administrators without a file or a developer. */
export function TownPage(): ReactNode {
  useTitle('Réglages de la ville');
  const [view] = useViewParam('vue', 'organismes');
  return (
    <>
      <PageHead
        title="Réglages de la ville"
        lead="Ce que disent les lettres, les courriels et les listes. Chaque changement est gardé, avec son auteur."
      />
      <ViewTabs label="Parties des réglages" param="vue" fallback="organismes" current={view} tabs={TABS} />
      <Part view={view} />
    </>
  );
}

function Part({ view }: { readonly view: string }): ReactNode {
  switch (view) {
    case 'services':
      return <DepartmentSettings />;
    case 'themes':
      return <ThemeSettings />;
    case 'quartiers':
      return <OutlinesImport />;
    case 'rues':
      return <Streets />;
    case 'accessibilite':
      return <AccessibilitySettings />;
    case 'historique':
      return <SettingsJournal />;
    default:
      return <OrganisationSettings />;
  }
}
