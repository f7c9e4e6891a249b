import { ROLES, type Role } from '../../domain/people/role.js';
import { countOf } from '../../domain/text/french-typography.js';
import { escapeHtml, pageOf } from './page.js';
import type { KnownPerson } from './person-directory.js';

/** The password of every demonstration account. */
export const DEMONSTRATION_PASSWORD = 'parvis';

/** How many accounts of a role the page names: a town has 95 referents. */
const NAMED_PER_ROLE = 6;

const ROLE_LABELS: Readonly<Record<Role, string>> = {
  ambassador: 'Ambassadrices et ambassadeurs',
  referent: 'Référentes et référents des services',
  headOfDepartment: 'Responsables de service',
  director: 'Directions',
  dga: 'Directions générales adjointes',
  dgs: 'Direction générale des services',
  cabinetDirector: 'Cabinet',
  electedOfficial: 'Élues et élus',
  patroller: 'Patrouille',
  designer: 'Conception des processus',
  headOfCitizenRelations: 'Responsable de la relation citoyenne',
  dataProtectionOfficer: 'Protection des données',
  administrator: 'Administration de Parvis',
  machine: 'Programmes',
};

export interface LoginPage {
  readonly people: readonly KnownPerson[];
  /** What the person typed before, or the account asked for. */
  readonly login: string;
  /** A French sentence, after a failed attempt. */
  readonly error?: string;
}

/** The sign-in page of the demonstration: a plain form, and the accounts that exist. */
export function loginPage({ people, login, error }: LoginPage): string {
  const described = error === undefined ? '' : ' aria-describedby="error" aria-invalid="true"';
  const alert = error === undefined ? '' : `<p class="error" id="error" role="alert">${escapeHtml(error)}</p>`;
  const [loginFocus, passwordFocus] = login === '' ? [' autofocus', ''] : ['', ' autofocus'];
  const content = `${alert}
<form method="post" action="?">
<label for="login">Identifiant</label>
<input id="login" name="login" autocomplete="username" autocapitalize="none" spellcheck="false" required value="${escapeHtml(login)}"${described}${loginFocus}>
<label for="password">Mot de passe</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${described}${passwordFocus}>
<button type="submit">Se connecter</button>
</form>
<h2>Comptes de démonstration</h2>
<p>La ville et ses agents sont inventés. Le mot de passe de tous les comptes est <code>${DEMONSTRATION_PASSWORD}</code>.</p>
${ROLES.map((role) => roleSection(role, people)).join('\n')}`;
  return pageOf('Se connecter', content);
}

function roleSection(role: Role, people: readonly KnownPerson[]): string {
  const holders = people.filter(({ roles }) => roles.some((held) => held.role === role));
  if (holders.length === 0) return '';
  const items = holders.slice(0, NAMED_PER_ROLE).map(accountItem).join('\n');
  const others = holders.length - NAMED_PER_ROLE;
  const more = others > 0 ? `\n<li>et ${countOf(others, 'autre')}</li>` : '';
  return `<h3>${ROLE_LABELS[role]}</h3>\n<ul>\n${items}${more}\n</ul>`;
}

function accountItem({ login, name, functionTitle }: KnownPerson): string {
  const title = functionTitle === '' ? '' : `, ${escapeHtml(functionTitle)}`;
  const link = `<a href="?login=${encodeURIComponent(login)}"><code>${escapeHtml(login)}</code></a>`;
  return `<li>${link} – ${escapeHtml(name)}${title}</li>`;
}
