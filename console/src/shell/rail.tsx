import type { ReactNode } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { useSession } from '../api/session.js';
import { useTaskCounts } from '../api/tasks.js';
import { hrefOfView, useSavedViews } from '../api/views.js';
import { BrandMark, Icon } from '../components/icon.js';
import { number } from '../text/format.js';
import { placesOf, type Place } from './navigation.js';
import { viewQuery } from './peek.js';
import { AUDIENCE_WORDS } from './change-view.js';

interface RailProps {
  readonly collapsed: boolean;
  readonly open: boolean;
  readonly onCollapse: () => void;
  readonly onFollow: () => void;
}

/** The places that exist for this person, with what waits in them. */
export function Rail({ collapsed, open, onCollapse, onFollow }: RailProps): ReactNode {
  const { roles } = useSession();
  const places = placesOf(roles);
  const groups = [...new Set(places.map(({ group }) => group))];
  return (
    <nav className="pv-rail" aria-label="Principale" data-open={open} id="rail">
      <Link to="/" className="pv-brand" aria-label="Parvis, accueil" onClick={onFollow}>
        <BrandMark />
        <span className="pv-rail-label" aria-hidden="true">
          Parvis
        </span>
      </Link>
      {groups.map((group) => (
        <div key={group}>
          <p className="pv-rail-title" id={`rail-${group}`}>
            {group}
          </p>
          <ul aria-labelledby={`rail-${group}`}>
            {places
              .filter((place) => place.group === group)
              .map((place) => (
                <li key={place.to}>
                  <RailLink place={place} collapsed={collapsed} onFollow={onFollow} />
                </li>
              ))}
          </ul>
        </div>
      ))}
      <RailViews collapsed={collapsed} places={places} onFollow={onFollow} />
      <div className="pv-rail-foot pv-wide-only">
        <button type="button" className="pv-rail-link pv-rail-toggle" aria-expanded={!collapsed} onClick={onCollapse}>
          <Icon name="rail" />
          <span className="pv-rail-label">{collapsed ? 'Déplier le menu' : 'Replier le menu'}</span>
        </button>
      </div>
    </nav>
  );
}

function RailLink({
  place,
  collapsed,
  onFollow,
}: {
  readonly place: Place;
  readonly collapsed: boolean;
  readonly onFollow: () => void;
}): ReactNode {
  const waiting = useWaiting(place);
  return (
    <NavLink to={place.to} className="pv-rail-link" onClick={onFollow} title={collapsed ? place.label : undefined}>
      <Icon name={place.icon} />
      <span className="pv-rail-label">{place.label}</span>
      {waiting > 0 ? (
        <span className="pv-rail-count">
          {number(waiting)}
          <span className="pv-hidden"> à traiter</span>
        </span>
      ) : null}
    </NavLink>
  );
}

/** Views kept under a name, of the screens that this person has. */
function RailViews({
  collapsed,
  places,
  onFollow,
}: {
  readonly collapsed: boolean;
  readonly places: readonly Place[];
  readonly onFollow: () => void;
}): ReactNode {
  const { data = [] } = useSavedViews();
  const { pathname, search } = useLocation();
  const here = `${pathname}?${viewQuery(search)}`;
  const views = data.filter(({ screen }) => places.some(({ to }) => to === screen));
  if (views.length === 0 || collapsed) return null;
  return (
    <div>
      <p className="pv-rail-title" id="rail-vues">
        Vues enregistrées
      </p>
      <ul aria-labelledby="rail-vues">
        {views.map((view) => (
          <li key={view.id}>
            <Link
              to={hrefOfView(view)}
              className="pv-rail-link"
              aria-current={here === `${view.screen}?${view.query}` ? 'page' : undefined}
              title={AUDIENCE_WORDS[view.audience]}
              onClick={onFollow}
            >
              <Icon name="list" />
              <span className="pv-rail-label">{view.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function useWaiting({ counts }: Place): number {
  const { data = [] } = useTaskCounts(counts?.scope ?? 'mine', counts !== undefined);
  if (counts === undefined) return 0;
  return data
    .filter(({ kind }) => counts.kinds?.includes(kind) ?? true)
    .reduce((sum, { open, waiting }) => sum + open - waiting, 0);
}
