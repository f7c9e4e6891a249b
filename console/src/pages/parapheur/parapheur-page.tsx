import { Button, Select } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { prefetchCase } from '../../api/cases.js';
import { useQuartiers, useThemes } from '../../api/places.js';
import { useExpectedLetter, useParapheur, type ParapheurItemDto } from '../../api/parapheur.js';
import { DueBadge } from '../../components/due-badge.js';
import { FilterBar } from '../../components/filter-bar.js';
import { Empty, EmptyFilter } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { ViewTabs } from '../../components/view-tabs.js';
import { PageHead } from '../../shell/page-head.js';
import { useViewParam } from '../../shell/peek.js';
import { SavedViews } from '../../shell/saved-views.js';
import { useTitle } from '../../shell/title.js';
import { count, daysUntil, inFrench, longDate, typeset } from '../../text/format.js';
import { useMoveAmongLinks } from '../tasks/tasks-page.js';
import { groupsOf, signable, VIEWS } from './parapheur-filters.js';
import '../tasks/tasks.css';
import './parapheur.css';

/** Replies to read, to endorse and to sign; what must leave today first. */
export function ParapheurPage(): ReactNode {
  const { data, error, isPending, refetch } = useParapheur();
  useTitle('Parapheur');
  const items = data?.items ?? [];
  const ready = signable(items);
  return (
    <>
      <PageHead title="Parapheur" lead={<Lead items={items} />}>
        <SavedViews />
        {ready.length === 0 ? null : (
          <Button component={Link} to="/parapheur/lot">
            {`Signer ${count(ready.length, 'lettre ouverte', 'lettres ouvertes')}`}
          </Button>
        )}
      </PageHead>
      {isPending ? <Loading what="du parapheur" /> : null}
      {error === null ? null : <Failure error={error} what="Le parapheur est" onRetry={() => void refetch()} />}
      {data?.items.length === 0 ? (
        <Empty title="Parapheur vide.">
          <Expected />
          <p>Chaque réponse à viser ou à signer arrive ici, et par courriel.</p>
        </Empty>
      ) : null}
      {items.length === 0 ? null : <Letters items={items} />}
    </>
  );
}

/** What is on its way: an empty parapheur says until when it may be left. */
function Expected(): ReactNode {
  const { data } = useExpectedLetter();
  if (data === undefined) return null;
  return <p>{typeset(expectedWords(data.expectedOn))}</p>;
}

function expectedWords(day: string | undefined): string {
  if (day === undefined) return 'Aucune réponse n’est en route vers vous.';
  const left = daysUntil(day);
  if (left < 0) return `La prochaine réponse devait vous parvenir le ${longDate(day)} : elle est en retard avant vous.`;
  return `Prochaine réponse attendue ${left === 0 ? 'aujourd’hui' : `le ${longDate(day)}`}.`;
}

function Lead({ items }: { readonly items: readonly ParapheurItemDto[] }): ReactNode {
  const urgent = items.filter((item) => item.urgent).length;
  if (items.length === 0) return <span role="status">Aucune réponse ne vous attend</span>;
  const words = count(items.length, 'réponse vous attend', 'réponses vous attendent');
  return <span role="status">{typeset(urgent === 0 ? words : `${words}, dont ${count(urgent, 'urgente')}`)}</span>;
}

function Letters({ items }: { readonly items: readonly ParapheurItemDto[] }): ReactNode {
  const [chosen, setView] = useViewParam('vue', 'tout');
  const [department, setDepartment] = useViewParam('service');
  const [quartier, setQuartier] = useViewParam('quartier');
  const [theme, setTheme] = useViewParam('theme');
  const { data: themeNames = [] } = useThemes();
  const { data: quartiers } = useQuartiers();
  const box = useRef<HTMLDivElement>(null);
  useMoveAmongLinks(box);
  const view = VIEWS.find(({ id }) => id === chosen) ?? VIEWS[0];
  const shown = items.filter(
    (item) =>
      view?.has(item) === true &&
      (department === '' || item.department === department) &&
      (quartier === '' || item.quartier === quartier) &&
      (theme === '' || item.theme === theme),
  );
  const clear = (): void => {
    setView('tout');
    setDepartment('');
    setQuartier('');
    setTheme('');
  };
  const services = distinct(items.map((item) => ({ value: item.department, label: item.departmentName })));
  const themes = distinct(
    items.map((item) => ({
      value: item.theme,
      label: themeNames.find(({ id }) => id === item.theme)?.name ?? item.theme,
    })),
  );
  const places = distinct(
    items.flatMap(({ quartier: id }) =>
      id === undefined ? [] : [{ value: id, label: quartiers?.items.find((one) => one.id === id)?.name ?? id }],
    ),
  );
  return (
    <>
      <ViewTabs
        label="Vues du parapheur"
        param="vue"
        fallback="tout"
        current={view?.id ?? 'tout'}
        tabs={VIEWS.map(({ id, label, has }) => ({ id, label, count: items.filter(has).length }))}
      />
      <FilterBar>
        <Filter label="Service" value={department} choices={services} onChange={setDepartment} />
        <Filter label="Thème" value={theme} choices={themes} onChange={setTheme} />
        <Filter label="Quartier" value={quartier} choices={places} onChange={setQuartier} />
      </FilterBar>
      {shown.length === 0 ? (
        <EmptyFilter
          what="Aucune réponse"
          filters={[
            view?.label ?? '',
            labelOf(services, department),
            labelOf(themes, theme),
            labelOf(places, quartier),
          ].filter((one) => one !== '')}
          onClear={clear}
        />
      ) : null}
      <div ref={box}>
        {groupsOf(shown).map((group) => (
          <section key={group.title} className="pv-task-group" aria-label={typeset(group.title)}>
            <h2>
              {typeset(group.title)} <span className="pv-tag">{group.items.length}</span>
            </h2>
            <ul className="pv-card pv-task-rows">
              {group.items.map((item) => (
                <LetterRow key={item.id} item={item} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

function LetterRow({ item }: { readonly item: ParapheurItemDto }): ReactNode {
  const { id, caseId, title, caseNumber, initials, departmentName, kind, visas, opened, changed, behalf } = item;
  const { dueOn, clockState, receivedAt } = item;
  const facts = [caseNumber, initials, departmentName, kind === 'sign' ? 'à signer' : 'à viser'];
  const signed = visas.map(({ person, onBehalfOf }) =>
    onBehalfOf === undefined ? person.name : `${person.name} pour ${onBehalfOf.name}`,
  );
  return (
    <li className="pv-letter-row" data-opened={opened}>
      <div>
        <Link
          to={`/parapheur/${encodeURIComponent(id)}`}
          className="pv-row-link"
          onMouseEnter={() => {
            prefetchCase(caseId);
          }}
        >
          <span className="pv-row-title">{title}</span>
          <span className="pv-row-sub">{typeset(facts.filter(Boolean).join(' · '))}</span>
        </Link>
        <span className="pv-row-sub">
          {typeset(
            [
              signed.length === 0 ? 'Premier visa' : `Visé par ${signed.join(', ')}`,
              behalf === undefined ? undefined : `pour ${behalf.name}`,
            ]
              .filter(Boolean)
              .join(' · '),
          )}
        </span>
      </div>
      <div>
        <DueBadge due={{ dueOn, state: clockState === 'paused' ? clockState : undefined, since: receivedAt }} />{' '}
        <span className="pv-tag">{changed ? 'Changée depuis' : opened ? 'Ouverte' : 'Non ouverte'}</span>
      </div>
    </li>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

function Filter({
  label,
  value,
  choices,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}): ReactNode {
  if (choices.length < 2) return null;
  return (
    <Select
      label={label}
      placeholder="Tous"
      data={[...choices]}
      value={value === '' ? null : value}
      onChange={(next) => {
        onChange(next ?? '');
      }}
      clearable
      searchable
      clearButtonProps={{ 'aria-label': `Effacer le filtre ${label.toLowerCase()}` }}
      nothingFoundMessage="Rien"
    />
  );
}

/** What a filter says of a value; nothing for none. */
function labelOf(choices: readonly Choice[], value: string): string {
  return choices.find((choice) => choice.value === value)?.label ?? value;
}

function distinct(choices: readonly Choice[]): readonly Choice[] {
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()].sort((one, other) =>
    inFrench.compare(one.label, other.label),
  );
}
