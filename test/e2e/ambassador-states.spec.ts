/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { fillTownHall } from '../support/demo-requests.js';
import { axeFindings, Console, NARROW, overflowsSideways, picture, WIDE } from '../support/e2e.js';
import { runningTownHall } from '../support/running-product.js';
import type { TownHall } from '../support/town-hall.js';

/** How a state is brought about: an address, and what happens to the network before it is opened. */
interface Cell {
  readonly address: string;
  /** What must be on the screen. */
  readonly shows: string | RegExp;
  readonly network?: 'slow' | 'cut';
  /** Once it is there: a key, a cut after the fact. */
  readonly then?: (page: Page) => Promise<void>;
}

type States = 'filled' | 'loading' | 'empty' | 'emptyFilter' | 'error' | 'notFound' | 'stale' | 'conflict' | 'offline';

/** A cell, or the written reason why the screen has no such state. */
type Row = Readonly<Record<States, Cell | string>>;

const NO_ITEM = 'a list: nothing is looked up by its id';
const NO_FILTER = 'it has no filter of its own';
const NO_EDIT = 'nothing is edited here';
const ALWAYS_FILLED = 'it is never empty: the thing exists or it is not found';
const DRAWN_NEXT = 'rows that come later wait behind « nouvelles demandes — afficher »';
const UNKNOWN = '01a21000-0000-7000-8000-000000000000';
const NOTHING = 'zzzzqqqq';

const offline = async (page: Page): Promise<void> => {
  await page.context().setOffline(true);
  await page.getByText('Hors ligne').waitFor();
};

let console_: Console;
let townHall: TownHall;
let page: Page;
let ids: { readonly caseId: string; readonly citizenId: string };

beforeAll(async () => {
  console_ = new Console();
  townHall = runningTownHall();
  await fillTownHall(townHall, 12);
  const cases = await townHall.get<{ items: { caseId: string; readable: boolean }[] }>(
    'ambassadrice1',
    '/cases?limit=20',
  );
  const citizens = await townHall.get<{ items: { id: string }[] }>('ambassadrice1', '/citizens?q=ma');
  ids = {
    caseId: cases.body.items.find(({ readable }) => readable)?.caseId ?? '',
    citizenId: citizens.body.items[0]?.id ?? '',
  };
  page = await console_.as('ambassadrice1', '/connaissances');
});

afterAll(async () => {
  await console_.close();
  await townHall.close();
});

const list = (address: string, heading: string, rest: Partial<Row> = {}): Row => ({
  filled: { address, shows: heading },
  loading: { address, shows: heading, network: 'slow' },
  error: { address, shows: 'momentanément indisponible', network: 'cut' },
  offline: { address, shows: heading, then: offline },
  empty: 'shown by another row of this table',
  emptyFilter: NO_FILTER,
  notFound: NO_ITEM,
  stale: DRAWN_NEXT,
  conflict: NO_EDIT,
  ...rest,
});

/** Screen × state. Ids are filled in when the cell is tried. */
const TABLE: Readonly<Record<string, Row>> = {
  'Ma file': list('/file?vue=toutes', 'Ma file', {
    empty: { address: '/file?vue=a-verifier', shows: 'Aucun envoi à vérifier' },
  }),
  'En attente': list('/attente', 'En attente', {
    empty: { address: '/attente?vue=poste', shows: 'Aucune lettre à poster' },
  }),
  Demandes: list('/demandes', 'Demandes', {
    empty: 'the town hall has requests',
    emptyFilter: { address: `/demandes?q=${NOTHING}`, shows: 'Effacer les filtres' },
  }),
  'Demandes, aperçu': list('/demandes?apercu=CASE', 'Avec ses mots', {
    loading: 'the list beside it shows the same skeleton',
    notFound: { address: `/demandes?apercu=${UNKNOWN}`, shows: 'n’existe pas' },
    empty: ALWAYS_FILLED,
  }),
  Demande: {
    filled: { address: '/dossiers/CASE', shows: 'Avec ses mots' },
    loading: { address: '/dossiers/CASE', shows: 'Ma file', network: 'slow' },
    empty: { address: '/dossiers/CASE?onglet=documents', shows: 'Joindre un document' },
    emptyFilter: NO_FILTER,
    error: { address: '/dossiers/CASE', shows: 'momentanément indisponible', network: 'cut' },
    notFound: { address: `/dossiers/${UNKNOWN}`, shows: 'n’existe pas' },
    stale: {
      address: '/dossiers/CASE',
      shows: 'Actualiser',
      then: async () => {
        const key = {
          channel: (await townHall.get<{ replyChannel: string }>('ambassadrice2', `/cases/${ids.caseId}`)).body
            .replyChannel,
        };
        await townHall.post('ambassadrice2', `/cases/${ids.caseId}/reply-channel`, {
          channel: key.channel === 'none' ? 'spoken' : 'none',
        });
      },
    },
    conflict: 'in ambassador.spec.ts: two people act on one case',
    offline: { address: '/dossiers/CASE', shows: 'Avec ses mots', then: offline },
  },
  'Demande, échanges': list('/dossiers/CASE?onglet=echanges', 'Note interne', {
    empty: ALWAYS_FILLED,
    loading: 'as the case',
    error: 'as the case',
  }),
  'Demande, étapes': list('/dossiers/CASE?onglet=etapes', 'En cours', {
    empty: ALWAYS_FILLED,
    loading: 'as the case',
    error: 'as the case',
  }),
  'Demande, historique': list('/dossiers/CASE?onglet=historique', 'Demande enregistrée', {
    empty: ALWAYS_FILLED,
    loading: 'as the case',
    error: 'as the case',
  }),
  Usagers: list('/usagers?q=ma', 'Usagers', {
    empty: { address: '/usagers', shows: 'Tapez au moins deux lettres' },
    emptyFilter: { address: `/usagers?q=${NOTHING}`, shows: 'Effacer les filtres' },
  }),
  Usager: list('/usagers/CITIZEN', 'Coordonnées', {
    loading: { address: '/usagers/CITIZEN', shows: 'Ma file', network: 'slow' },
    empty: ALWAYS_FILLED,
    notFound: { address: `/usagers/${UNKNOWN}`, shows: 'n’existe pas' },
    conflict: 'in ambassador.spec.ts: two people correct one sheet',
  }),
  Connaissances: list('/connaissances', 'Connaissances', {
    empty: 'the catalogue is never empty',
    emptyFilter: { address: `/connaissances?q=${NOTHING}`, shows: 'Effacer les filtres' },
  }),
  Fiche: list('/connaissances/voirie.nid-de-poule', 'À dire', {
    loading: { address: '/connaissances/voirie.nid-de-poule', shows: 'Ma file', network: 'slow' },
    empty: ALWAYS_FILLED,
    notFound: { address: '/connaissances/voirie.inconnu', shows: 'n’existe pas' },
  }),
  'Mes brouillons': list('/brouillons', 'Mes brouillons', {
    empty: 'depends on what was typed before: both look alike but for the sentence',
  }),
  'Courriers à poster': list('/courriers', 'Courriers à poster', {
    empty: { address: '/courriers', shows: 'Aucune lettre à poster' },
  }),
  'Nouvelle demande': list('/file?nouvelle=e2e-states', 'Bloc-notes', {
    loading: 'it opens at once, without the server',
    error: 'nothing is read to open it; a refused sending is in ambassador.spec.ts',
    empty: 'it begins empty: the filled state',
  }),
  'Page introuvable': list('/nulle-part', 'Cette adresse ne mène à aucun écran', {
    loading: 'nothing is read',
    error: 'nothing is read',
    empty: ALWAYS_FILLED,
    offline: 'as any other screen',
  }),
};

const cells = Object.entries(TABLE).flatMap(([screen, row]) =>
  Object.entries(row).flatMap(([state, cell]) => (typeof cell === 'string' ? [] : [{ screen, state, cell }])),
);

describe('every screen of the ambassador, in each of its states', () => {
  it('has a cell or a written reason everywhere', () => {
    const reasons = Object.values(TABLE).flatMap((row) =>
      Object.values(row).filter((cell) => typeof cell === 'string'),
    );
    expect(reasons.every((reason) => reason.length > 10)).toBe(true);
    expect(cells.length).toBeGreaterThan(40);
  });

  it.each(cells)(
    '$screen, $state: light, dark and narrow, without a finding of axe',
    async ({ screen, state, cell }) => {
      const undo = await prepare(cell);
      try {
        await console_.go(page, cell.address.replace('CASE', ids.caseId).replace('CITIZEN', ids.citizenId));
        if (state === 'stale') await page.getByText('Avec ses mots').waitFor();
        await cell.then?.(page);
        await page.getByText(cell.shows).first().waitFor();
        // What slides or fades in is judged where it ends.
        await page.waitForTimeout(350);
        const findings = await look(screen, state);
        expect(findings).toEqual([]);
      } finally {
        await undo();
      }
    },
  );
});

/** Light, dark, then as narrow as a phone. */
async function look(screen: string, state: string): Promise<readonly string[]> {
  const findings: string[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    findings.push(...(await axeFindings(page)).map((finding) => `${scheme}: ${finding}`));
    if (state === 'filled') await picture(page, `state-${nameOf(screen)}-${scheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(NARROW);
  if (await overflowsSideways(page)) findings.push('narrow: must be scrolled sideways');
  findings.push(...(await axeFindings(page)).map((finding) => `narrow: ${finding}`));
  if (state === 'filled') await picture(page, `state-${nameOf(screen)}-narrow`);
  return findings;
}

async function prepare({ network }: Cell): Promise<() => Promise<void>> {
  // The session is read whatever happens: without it there is no screen at all.
  const data = /\/api\/v1\/(?!session|events|openapi)/;
  if (network === 'slow')
    await page.route(data, (route) => setTimeout(() => void route.continue().catch(() => undefined), 4000));
  if (network === 'cut') await page.route(data, (route) => route.abort('connectionreset'));
  return async () => {
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().setOffline(false);
    await page.setViewportSize(WIDE);
  };
}

function nameOf(screen: string): string {
  return screen.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\W+/g, '-');
}
