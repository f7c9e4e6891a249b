import {
  createSpotlight,
  Spotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
} from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { caseKey, readCase } from '../api/cases.js';
import { useSession } from '../api/session.js';
import { hrefOfView, useSavedViews } from '../api/views.js';
import { Icon } from '../components/icon.js';
import { ACT_KEYS, actKey, entryOf, orderActs } from '../pages/case/acts/act-catalog.js';
import { maySuspend, SUSPEND } from '../pages/case/acts/suspension.js';
import { WRITE_NOTE } from '../pages/case/write-note.js';
import { useCalls } from '../pages/new-request/calls.js';
import { useChangeParams, usePeek } from './peek.js';
import { placesOf } from './navigation.js';
import { isLike, useFound } from './palette-found.js';
import { caseAddress, latelyFirst, useOpenedLately } from './opened-lately.js';

const [store, palette] = createSpotlight();

export function openPalette(): void {
  palette.open();
}

/** One field: act on what is open, go anywhere, begin something. What may not be seen is not found by the server. */
export function Palette(): ReactNode {
  const [query, setQuery] = useState('');
  const groups = useGroups(query);
  const offered = groups.flatMap(({ actions }) => actions.map(({ id }) => id)).join(' ');
  useEffect(chooseFirst, [offered]);
  return (
    <Spotlight
      store={store}
      actions={[...groups]}
      query={query}
      onQueryChange={setQuery}
      // The server has searched already: its spelling is more tolerant than ours.
      filter={(_query, actions) => actions}
      shortcut={['mod + K']}
      nothingFound={
        query.trim().length < 2 ? 'Tapez un numéro, un nom, un téléphone, une rue, des mots…' : 'Rien trouvé.'
      }
      highlightQuery={false}
      scrollable
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      maxHeight={460}
      clearQueryOnClose
      searchProps={{
        placeholder: 'Numéro, nom, téléphone, rue, mots, écran…',
        'aria-label': 'Chercher ou agir',
        leftSection: <Icon name="search" />,
      }}
    />
  );
}

/**
 * What the server finds comes above what was offered first, and the library leaves its choice where it was: Enter after a
 * number would begin a new request instead of opening the one found.
 */
function chooseFirst(): void {
  const list = document.getElementById(store.getState().listId);
  const first = list?.querySelector('[data-action]');
  if (first === null || first === undefined) return;
  list?.querySelector('[data-selected]')?.removeAttribute('data-selected');
  first.setAttribute('data-selected', 'true');
  store.updateState((state) => ({ ...state, selected: 0 }));
}

function useGroups(query: string): readonly SpotlightActionGroupData[] {
  const session = useSession();
  const navigate = useNavigate();
  const calls = useCalls();
  const here = useOpenCase();
  const [asked] = useDebouncedValue(query.trim(), 180);
  const { lately, remember } = useOpenedLately(here?.caseId);
  const found = useFound(asked, lately, navigate);
  const like = (label: string): boolean => isLike(label, query);
  const typed = query.trim() !== '';
  const named = placesOf(session.roles).filter(({ label }) => like(label));
  // With nothing typed they stand as in the rail, where the eye looks for them.
  const places = (typed ? latelyFirst(named, lately, { addressOf: ({ to }) => to }) : named).map(
    ({ to, label, icon }): SpotlightActionData => ({
      id: `go ${to}`,
      label,
      leftSection: <Icon name={icon} />,
      onClick: () => void navigate(to),
    }),
  );
  const { data: kept = [] } = useSavedViews();
  const mine = kept.filter(({ name, screen }) => like(name) && placesOf(session.roles).some(({ to }) => to === screen));
  const views = (typed ? latelyFirst(mine, lately, { addressOf: addressOfView }) : mine).map(
    (view): SpotlightActionData => ({
      id: `view ${view.id}`,
      label: view.name,
      description: 'Vue enregistrée',
      leftSection: <Icon name="list" />,
      onClick: () => {
        remember(addressOfView(view));
        void navigate(hrefOfView(view));
      },
    }),
  );
  const create: SpotlightActionData[] = calls.allowed
    ? [
        {
          id: 'new',
          label: query.trim() === '' ? 'Nouvelle demande' : `Nouvelle demande : « ${query.trim()} »`,
          leftSection: <Icon name="plus" />,
          onClick: () => {
            calls.start(query.trim());
          },
        },
      ]
    : [];
  const onIt = useActsOnCase(here, like);
  return [
    onIt,
    ...found,
    { group: 'Aller à', actions: [...places, ...views] },
    { group: 'Créer', actions: create },
  ].filter(({ actions }) => actions.length > 0);
}

/** A view is known by its id: its filters may hold a name. */
function addressOfView({ id }: { readonly id: string }): string {
  return `view ${id}`;
}

/** Screens beside whose lists something else than a case is open. */
const OF_OTHER_THINGS = ['/doublons', '/usagers', '/processus', '/reglages', '/connaissances'];

interface OpenCase {
  readonly caseId: string;
  readonly beside: boolean;
}

/** The case that is read: on its own page, or beside a list. */
function useOpenCase(): OpenCase | undefined {
  const { id } = usePeek();
  const { pathname } = useLocation();
  const [, , onPage] = /^\/(dossiers)\/([^/]+)/.exec(pathname) ?? [];
  if (onPage !== undefined) return { caseId: onPage, beside: false };
  const caseId = OF_OTHER_THINGS.some((screen) => pathname.startsWith(screen)) ? undefined : id?.split('.')[0];
  return caseId === undefined ? undefined : { caseId, beside: true };
}

/** What may be done with the case that is open, named by its number: never with another. */
function useActsOnCase(here: OpenCase | undefined, like: (label: string) => boolean): SpotlightActionGroupData {
  const navigate = useNavigate();
  const changeParams = useChangeParams();
  const { data } = useQuery({
    queryKey: caseKey(here?.caseId ?? ''),
    queryFn: ({ signal }) => readCase(here?.caseId ?? '', signal),
    enabled: here !== undefined,
    staleTime: Infinity,
  });
  if (here === undefined || data === undefined) return { group: 'Agir sur la demande ouverte', actions: [] };
  const possible = orderActs(data.may);
  const acts = possible.flatMap((act): SpotlightActionData[] => {
    const entry = entryOf(act);
    if (entry === undefined) return [];
    const { label, form } = entry;
    const onClick = (): void => {
      if (form === 'parapheur') void navigate(`/parapheur/${act.taskId ?? ''}`);
      else changeParams({ acte: actKey(act) }, { replace: true });
    };
    const key = ACT_KEYS.find(([, name]) => possible.find((one) => one.act === name) === act)?.[0];
    return [{ id: `act ${actKey(act)}`, label, onClick, ...hintOf(key) }];
  });
  const others: SpotlightActionData[] = [
    {
      id: 'act note',
      label: 'Écrire une note interne',
      onClick: () => {
        changeParams({ onglet: 'echanges' }, { replace: true, state: WRITE_NOTE });
      },
      ...hintOf('n'),
    },
    ...(maySuspend(data)
      ? [
          {
            id: `act ${SUSPEND}`,
            label: 'Suspendre',
            onClick: () => {
              changeParams({ acte: SUSPEND }, { replace: true });
            },
          },
        ]
      : []),
    ...(here.beside
      ? [
          {
            id: 'open',
            label: 'Ouvrir en grand',
            leftSection: <Icon name="open" />,
            onClick: () => void navigate(caseAddress(here.caseId)),
            ...hintOf('o'),
          },
        ]
      : []),
  ];
  return {
    group: `Agir sur ${data.caseNumber}`,
    actions: [...acts, ...others].filter(({ label }) => like(String(label))),
  };
}

/** The key that does the same. */
function hintOf(key: string | undefined): Pick<SpotlightActionData, 'rightSection'> {
  return key === undefined ? {} : { rightSection: <kbd>{key.toUpperCase()}</kbd> };
}
