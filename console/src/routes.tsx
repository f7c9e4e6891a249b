import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import type { ReactNode } from 'react';
import { useSession } from './api/session.js';
import { homeOf } from './shell/navigation.js';
import { NothingHere } from './pages/nothing-here.js';
import { ScreenFailed } from './pages/screen-failed.js';
import { Shell } from './shell/shell.js';

/** Screens by address; each loads when it is first opened. */
const screens: readonly RouteObject[] = [
  { path: 'file', lazy: async () => ({ Component: (await import('./pages/queue/queue-page.js')).QueuePage }) },
  { path: 'attente', lazy: async () => ({ Component: (await import('./pages/queue/waiting-page.js')).WaitingPage }) },
  {
    path: 'doublons',
    lazy: async () => ({ Component: (await import('./pages/duplicates/duplicates-page.js')).DuplicatesPage }),
  },
  {
    path: 'doublons/:caseId',
    lazy: async () => ({ Component: (await import('./pages/duplicates/cluster-page.js')).ClusterPage }),
  },
  { path: 'demandes', lazy: async () => ({ Component: (await import('./pages/search/search-page.js')).SearchPage }) },
  { path: 'dossiers/:caseId', lazy: async () => ({ Component: (await import('./pages/case/case-page.js')).CasePage }) },
  {
    path: 'usagers',
    lazy: async () => ({ Component: (await import('./pages/citizens/citizens-page.js')).CitizensPage }),
  },
  {
    path: 'usagers/:citizenId',
    lazy: async () => ({ Component: (await import('./pages/citizens/citizen-page.js')).CitizenPage }),
  },
  {
    path: 'usagers/:citizenId/fusion/:otherId',
    lazy: async () => ({ Component: (await import('./pages/citizens/merge-page.js')).MergePage }),
  },
  {
    path: 'usagers/:citizenId/donnees',
    lazy: async () => ({ Component: (await import('./pages/privacy/citizen-data-page.js')).CitizenDataPage }),
  },
  {
    path: 'usagers/:citizenId/donnees/remise',
    lazy: async () => ({ Component: (await import('./pages/privacy/held-data-page.js')).HeldDataPage }),
  },
  {
    path: 'rgpd',
    lazy: async () => ({ Component: (await import('./pages/privacy/register-page.js')).RegisterPage }),
  },
  {
    path: 'connaissances',
    lazy: async () => ({ Component: (await import('./pages/knowledge/knowledge-page.js')).KnowledgePage }),
  },
  {
    path: 'connaissances/:processId',
    lazy: async () => ({ Component: (await import('./pages/knowledge/process-page.js')).ProcessPage }),
  },
  { path: 'brouillons', lazy: async () => ({ Component: (await import('./pages/drafts/drafts-page.js')).DraftsPage }) },
  {
    path: 'courriers',
    lazy: async () => ({ Component: (await import('./pages/letters/letters-page.js')).LettersPage }),
  },
  { path: 'taches', lazy: async () => ({ Component: (await import('./pages/tasks/tasks-page.js')).TasksPage }) },
  { path: 'taches/:taskId', lazy: async () => ({ Component: (await import('./pages/tasks/task-page.js')).TaskPage }) },
  { path: 'equipe', lazy: async () => ({ Component: (await import('./pages/team/team-page.js')).TeamPage }) },
  {
    path: 'parapheur',
    lazy: async () => ({ Component: (await import('./pages/parapheur/parapheur-page.js')).ParapheurPage }),
  },
  { path: 'parapheur/lot', lazy: async () => ({ Component: (await import('./pages/parapheur/lot-page.js')).LotPage }) },
  {
    path: 'parapheur/:taskId',
    lazy: async () => ({ Component: (await import('./pages/parapheur/reading-page.js')).ReadingPage }),
  },
  {
    path: 'absences',
    lazy: async () => ({ Component: (await import('./pages/absences/absences-page.js')).AbsencesPage }),
  },
  {
    path: 'notifications',
    lazy: async () => ({ Component: (await import('./pages/notifications/channels-page.js')).ChannelsPage }),
  },
  {
    path: 'delegations',
    lazy: async () => ({ Component: (await import('./pages/delegations/delegations-page.js')).DelegationsPage }),
  },
  {
    path: 'processus',
    lazy: async () => ({ Component: (await import('./pages/design/catalog-page.js')).CatalogPage }),
  },
  {
    path: 'processus/comparer',
    lazy: async () => ({ Component: (await import('./pages/design/comparison-page.js')).ComparisonPage }),
  },
  {
    path: 'processus/:processId',
    lazy: async () => ({ Component: (await import('./pages/design/design-page.js')).DesignPage }),
  },
  {
    path: 'processus/:processId/banc',
    lazy: async () => ({ Component: (await import('./pages/design/bench-page.js')).BenchPage }),
  },
  {
    path: 'pilotage',
    lazy: async () => ({ Component: (await import('./pages/steering/steering-page.js')).SteeringPage }),
  },
  {
    path: 'pilotage/lots',
    lazy: async () => ({ Component: (await import('./pages/steering/lots-page.js')).LotsPage }),
  },
  {
    path: 'pilotage/lots/:lotId',
    lazy: async () => ({ Component: (await import('./pages/steering/lot-page.js')).LotPage }),
  },
  {
    path: 'chiffres',
    lazy: async () => ({ Component: (await import('./pages/figures/figures-page.js')).FiguresPage }),
  },
  {
    path: 'incidents',
    lazy: async () => ({ Component: (await import('./pages/incidents/incidents-page.js')).IncidentsPage }),
  },
  {
    path: 'reglages/ville',
    lazy: async () => ({ Component: (await import('./pages/settings/town-page.js')).TownPage }),
  },
  {
    path: 'reglages/comptes',
    lazy: async () => ({ Component: (await import('./pages/settings/accounts-page.js')).AccountsPage }),
  },
  {
    path: 'reglages/calendrier',
    lazy: async () => ({ Component: (await import('./pages/settings/calendar-page.js')).CalendarPage }),
  },
  {
    path: 'reglages/conservation',
    lazy: async () => ({ Component: (await import('./pages/settings/retention-page.js')).RetentionPage }),
  },
];

export const router = createBrowserRouter([
  {
    // Turned to the citizen: nothing of the agent's around it.
    path: '/guichet/ecran',
    lazy: async () => ({ Component: (await import('./pages/desk/desk-screen.js')).DeskScreen }),
    ErrorBoundary: ScreenFailed,
    HydrateFallback: Opening,
  },
  {
    // The law asks that it be read without an account.
    path: '/accessibilite',
    lazy: async () => ({ Component: (await import('./pages/accessibility/accessibility-page.js')).AccessibilityPage }),
    ErrorBoundary: ScreenFailed,
    HydrateFallback: Opening,
  },
  {
    // What a telephone opens that scanned a code at a desk: nobody is signed in on it.
    path: '/depot',
    lazy: async () => ({ Component: (await import('./pages/phone/phone-page.js')).PhonePage }),
    ErrorBoundary: ScreenFailed,
    HydrateFallback: Opening,
  },
  {
    // Where mails and receipts send citizens, who have no account.
    path: '/suivi',
    lazy: async () => ({ Component: (await import('./pages/follow/follow-page.js')).FollowPage }),
    ErrorBoundary: ScreenFailed,
    HydrateFallback: Opening,
  },
  {
    path: '/',
    Component: Shell,
    ErrorBoundary: ScreenFailed,
    HydrateFallback: Opening,
    children: [
      {
        ErrorBoundary: ScreenFailed,
        children: [{ index: true, Component: Home }, ...screens, { path: '*', Component: NothingHere }],
      },
    ],
  },
]);

/** While the first screen comes: nothing, rather than a flash. */
function Opening(): ReactNode {
  return null;
}

function Home(): ReactNode {
  const { roles } = useSession();
  return <Navigate to={homeOf(roles)} replace />;
}
