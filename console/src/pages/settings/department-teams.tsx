import type { ReactNode } from 'react';
import {
  addTeam,
  renameTeam,
  type DepartmentSettingsDto,
  type TeamSettingsDto,
} from '../../api/department-settings.js';
import { FoldedForm } from '../../components/folded-form.js';
import { typeset } from '../../text/format.js';
import { SettingsForm, type SettingsField } from './settings-form.js';

const NAME: SettingsField = { name: 'name', label: 'Nom de l’équipe' };
const NO_TEAM = 'Aucune équipe : ajoutez celle à laquelle les processus confieront son travail.';
const NOTHING_YET = { version: 0, values: { name: '', slug: '' } };

/** The teams to which processes bring the work of a department. */
export function DepartmentTeams({ department }: { readonly department: DepartmentSettingsDto }): ReactNode {
  const { id, teams, closed } = department;
  return (
    <section aria-labelledby={`teams-${id}`}>
      <h3 id={`teams-${id}`}>Équipes</h3>
      {teams.length === 0 ? <p>{typeset(NO_TEAM)}</p> : null}
      <ul className="pv-plain-list">
        {teams.map((team) => (
          <li key={team.id}>
            {team.name}
            <span className="pv-row-sub">{team.id}</span>
            <RenameTeam key={team.version} department={id} team={team} />
          </li>
        ))}
      </ul>
      {closed ? null : <NewTeam department={id} />}
    </section>
  );
}

function NewTeam({ department }: { readonly department: string }): ReactNode {
  return (
    <FoldedForm draftKey={`settings:new-team:${department}`} summary="Ajouter une équipe">
      {(close) => (
        <SettingsForm
          name={`new-team:${department}`}
          title="Nouvelle équipe"
          fields={[
            NAME,
            {
              name: 'slug',
              label: 'Identifiant',
              description: `Celui que nomment les processus après « ${department}. » ; il ne change plus`,
            },
          ]}
          stored={NOTHING_YET}
          readCurrent={() => NOTHING_YET}
          save={(_version, { name = '', slug = '' }) => addTeam(department, { name: name.trim(), slug: slug.trim() })}
          submitLabel="Ajouter l’équipe"
          saved="Équipe ajoutée."
          onSaved={close}
        />
      )}
    </FoldedForm>
  );
}

function RenameTeam({ department, team }: { readonly department: string; readonly team: TeamSettingsDto }): ReactNode {
  return (
    <FoldedForm draftKey={`settings:team:${team.id}`} summary={typeset(`Renommer ${team.name}`)}>
      {(close) => (
        <SettingsForm
          name={`team:${team.id}`}
          title={`Équipe ${team.name}`}
          fields={[NAME]}
          stored={nameOf(team)}
          readCurrent={(current) => nameOf(current as TeamSettingsDto)}
          save={(version, { name = '' }) => renameTeam(department, { id: team.id, version }, name.trim())}
          submitLabel="Renommer l’équipe"
          saved="Équipe renommée."
          onSaved={close}
        />
      )}
    </FoldedForm>
  );
}

function nameOf({ version, name }: TeamSettingsDto): {
  readonly version: number;
  readonly values: { readonly name: string };
} {
  return { version, values: { name } };
}
