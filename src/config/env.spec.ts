import { HELP } from './env-help.js';
import { Config, ConfigurationError, readConfig, refuseDemonstrationInProduction } from './env.js';

const withoutDefault = [
  'PUBLIC_URL',
  'DATABASE_URL',
  'TEMPORAL_API_KEY',
  'TEMPORAL_UI_URL',
  'CLAMAV_ADDRESS',
  'OIDC_ISSUER',
  'OIDC_ACR_VALUES',
  'PAUSE_DIR',
];
const minimal = { DATABASE_URL: 'postgres://parvis:x@127.0.0.1:5432/parvis' };

function variablesRefused(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigurationError) return error.variables;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('needs nothing but a database to start a demonstration', () => {
    const config = readConfig(minimal);
    expect(config).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, TEMPORAL_NAMESPACE: 'parvis', OIDC_PKCE: true });
    expect(config.publicUrl).toBe('http://127.0.0.1:3000');
    expect(config.embeddedProvider).toBe(true);
  });

  it('leads to a run in the screens of the engine only where the town gave their address', () => {
    expect(readConfig(minimal).enginePage('a-case')).toBeUndefined();
    const given = readConfig({ ...minimal, TEMPORAL_UI_URL: 'https://temporal.example/', TEMPORAL_NAMESPACE: 'ville' });
    expect(given.enginePage('a-case')).toBe('https://temporal.example/namespaces/ville/workflows/a-case');
  });

  it('stops with the name and the use of what is missing', () => {
    expect(() => readConfig({})).toThrow(/DATABASE_URL\u00a0: adresse de la base PostgreSQL/);
  });

  it('names every fault at once and prints no value', () => {
    const wrong = {
      DATABASE_URL: 'mysql://root:motdepasse@h/x',
      PORT: '99999',
      OIDC_PKCE: 'oui',
      SESSION_SECRET: 'court',
    };
    expect(variablesRefused(() => readConfig(wrong))).toEqual(['PORT', 'DATABASE_URL', 'OIDC_PKCE', 'SESSION_SECRET']);
    expect(() => readConfig(wrong)).not.toThrow(/motdepasse|court/);
  });

  it('reads numbers, yes and no, and lists', () => {
    const config = readConfig({ ...minimal, PORT: '8080', OIDC_PKCE: 'false', OIDC_SIRETS: '1, 2,3', PUBLIC_URL: '' });
    expect(config).toMatchObject({ PORT: 8080, OIDC_PKCE: false, OIDC_SIRETS: ['1', '2', '3'] });
    expect(config.PUBLIC_URL).toBeUndefined();
  });

  it('knows where the antivirus listens, where there is one', () => {
    expect(readConfig(minimal).antivirus).toBeUndefined();
    const { antivirus } = readConfig({ ...minimal, CLAMAV_ADDRESS: 'clamav:3310' });
    expect(antivirus).toEqual({ host: 'clamav', port: 3310 });
    expect(variablesRefused(() => readConfig({ ...minimal, CLAMAV_ADDRESS: 'clamav' }))).toEqual(['CLAMAV_ADDRESS']);
  });

  it('gives an address to go to, even when it listens everywhere', () => {
    expect(readConfig({ ...minimal, HOST: '0.0.0.0' }).publicUrl).toBe('http://localhost:3000');
  });

  it('explains each variable, and only those that exist', () => {
    expect(Object.keys(HELP).sort()).toEqual([...Object.keys(new Config()), ...withoutDefault].sort());
  });
});

describe('in production', () => {
  const production = { ...minimal, NODE_ENV: 'production' };

  it('refuses the embedded identity provider and the secrets of the demonstration', () => {
    expect(
      variablesRefused(() => {
        refuseDemonstrationInProduction(readConfig(production));
      }),
    ).toEqual(['PUBLIC_URL', 'OIDC_ISSUER', 'OIDC_CLIENT_SECRET', 'SESSION_SECRET']);
  });

  it('starts once the town has given its own', () => {
    const own = {
      ...production,
      PUBLIC_URL: 'https://parvis.exemple.fr/',
      OIDC_ISSUER: 'https://identite.exemple.fr',
      OIDC_CLIENT_SECRET: 'a'.repeat(40),
      SESSION_SECRET: 'b'.repeat(40),
    };
    const config = readConfig(own);
    expect(() => {
      refuseDemonstrationInProduction(config);
    }).not.toThrow();
    expect(config.publicUrl).toBe('https://parvis.exemple.fr');
    expect(config.followUrl).toBe('https://parvis.exemple.fr/suivi');
  });

  it('asks nothing of a demonstration', () => {
    expect(() => {
      refuseDemonstrationInProduction(readConfig(minimal));
    }).not.toThrow();
  });
});
