import 'reflect-metadata';
import { Expose, Transform, Type, plainToInstance } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  validateSync,
} from 'class-validator';
import { HELP, type VariableName } from './env-help.js';

const asBoolean = Transform(({ value }: { value: unknown }) =>
  value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : value,
);
const asList = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.split(/[\s,]+/).filter((one) => one !== '') : value,
);
/** `databaseUrl` is read from `DATABASE_URL`. */
const variableOf = (property: string): VariableName => property.replace(/[A-Z]/g, '_$&').toUpperCase() as VariableName;
const Variable = (): PropertyDecorator => (target, property) => {
  Expose({ name: variableOf(String(property)) })(target, property);
};
const anyUrl = { require_tld: false, require_protocol: true } as const;

/** What signs cookies when no secret was given: refused in production. */
export const DEMONSTRATION_SECRET = 'parvis-demonstration-only-do-not-keep-me';

/** Every environment variable of the product, checked. Read once, at start, by {@link readConfig}. */
export class Config {
  @Variable() @IsIn(['development', 'test', 'production']) readonly nodeEnv: string = 'development';
  @Variable() @IsString() readonly host: string = '127.0.0.1';
  @Variable() @Type(() => Number) @IsInt() @Min(0) @Max(65_535) readonly port: number = 3000;
  @Variable() @IsOptional() @IsUrl({ ...anyUrl, protocols: ['http', 'https'] }) readonly publicUrl!: string;
  @Variable() @Type(() => Number) @IsInt() @Min(0) @Max(10) readonly trustedProxies: number = 0;
  @Variable() @IsIn(['debug', 'info', 'warn', 'error', 'silent']) readonly logLevel: string = 'info';

  @Variable() @Matches(/^postgres(ql)?:\/\//) readonly databaseUrl!: string;

  @Variable() @IsString() readonly temporalAddress: string = '127.0.0.1:7233';
  @Variable() @IsString() readonly temporalNamespace: string = 'parvis';
  @Variable() @asBoolean @IsBoolean() readonly temporalTls: boolean = false;
  @Variable() @IsOptional() @IsString() readonly temporalApiKey?: string;

  @Variable() @Matches(/^smtps?:\/\//) readonly smtpUrl: string = 'smtp://127.0.0.1:1025';
  @Variable() @IsString() readonly mailFrom: string = 'Mairie <ne-pas-repondre@valmont-sur-marne.example>';

  @Variable() @IsOptional() @IsUrl({ ...anyUrl, protocols: ['http', 'https'] }) readonly oidcIssuer?: string;
  @Variable() @IsString() readonly oidcClientId: string = 'parvis';
  @Variable() @IsString() readonly oidcClientSecret: string = DEMONSTRATION_SECRET;
  @Variable() @IsIn(['client_secret_post', 'client_secret_basic']) readonly oidcClientAuth: string =
    'client_secret_post';
  @Variable() @IsString() readonly oidcScopes: string = 'openid profile email';
  @Variable() @asBoolean @IsBoolean() readonly oidcPkce: boolean = true;
  @Variable() @asBoolean @IsBoolean() readonly oidcUserinfo: boolean = false;
  @Variable() @IsIn(['max_age', 'prompt']) readonly oidcReauthentication: string = 'max_age';
  @Variable() @IsOptional() @IsString() readonly oidcAcrValues?: string;
  @Variable() @IsIn(['RS256', 'ES256', 'HS256', 'PS256', 'EdDSA']) readonly oidcIdTokenAlg: string = 'RS256';
  @Variable() @asList @IsString({ each: true }) readonly oidcLoginClaims: readonly string[] = ['preferred_username'];
  @Variable() @asList @IsString({ each: true }) readonly oidcEmailClaims: readonly string[] = ['email'];
  @Variable() @asList @IsString({ each: true }) readonly oidcSirets: readonly string[] = [];
  @Variable() @IsString() @MinLength(32) readonly sessionSecret: string = DEMONSTRATION_SECRET;

  @Variable() @IsString() readonly dataDir: string = '.parvis';
  @Variable() @IsString() readonly documentsDir: string = '.parvis/documents';
  @Variable() @IsString() readonly catalogDir: string = 'process-catalog';
  @Variable() @IsString() readonly townDir: string = 'town/demo';
  @Variable() @IsString() readonly consoleDir: string = 'console/dist';

  @Variable() @Type(() => Number) @IsInt() @Min(0) readonly workerCachedCases: number = 500;
  @Variable() @Type(() => Number) @IsInt() @Min(0) @Max(65_535) readonly workerHealthPort: number = 3001;

  get inProduction(): boolean {
    return this.nodeEnv === 'production';
  }

  /** Whether the identity provider with the demonstration accounts runs inside the API. */
  get embeddedProvider(): boolean {
    return this.oidcIssuer === undefined;
  }
}

/** Names the variables that stop a start, with what each of them is for. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(readonly variables: readonly VariableName[]) {
    super(`Configuration refusée :\n${variables.map((variable) => `  ${variable} : ${HELP[variable]}`).join('\n')}`);
  }
}

/**
 * Reads and checks the variables; an empty one counts as absent. Values are never printed: one of them may be a secret.
 * @throws ConfigurationError naming every variable that is missing or malformed
 */
export function readConfig(source: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const config = plainToInstance(Config, given, { excludeExtraneousValues: true, exposeDefaultValues: true });
  const faulty = validateSync(config, { forbidUnknownValues: true }).map((fault) => variableOf(fault.property));
  if (faulty.length > 0) throw new ConfigurationError(faulty);
  const { publicUrl = `http://${config.host}:${String(config.port)}` } = config as { publicUrl?: string };
  return Object.assign(config, { publicUrl: publicUrl.replace(/\/+$/, '') });
}

/**
 * What is good enough to try the product out must not meet the Internet.
 * @throws ConfigurationError in production, naming what is still the demonstration's
 */
export function refuseDemonstrationInProduction(config: Config): void {
  if (!config.inProduction) return;
  const checks: readonly (readonly [VariableName, boolean])[] = [
    ['PUBLIC_URL', config.publicUrl.startsWith('https:')],
    ['OIDC_ISSUER', config.oidcIssuer !== undefined],
    ['OIDC_CLIENT_SECRET', config.oidcClientSecret !== DEMONSTRATION_SECRET],
    ['SESSION_SECRET', config.sessionSecret !== DEMONSTRATION_SECRET],
  ];
  const missing = checks.filter(([, set]) => !set).map(([name]) => name);
  if (missing.length > 0) throw new ConfigurationError(missing);
}
