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
const anyUrl = { require_tld: false, require_protocol: true } as const;

/** What signs cookies when no secret was given: refused in production. */
export const DEMONSTRATION_SECRET = 'parvis-demonstration-only-do-not-keep-me';

/** Every environment variable of the product, under its own name. Read once, at start, by {@link readConfig}. */
export class Config {
  @Expose() @IsIn(['development', 'test', 'production']) readonly NODE_ENV: string = 'development';
  @Expose() @IsString() readonly HOST: string = '127.0.0.1';
  @Expose() @Type(() => Number) @IsInt() @Min(0) @Max(65_535) readonly PORT: number = 3000;
  @Expose() @IsOptional() @IsUrl({ ...anyUrl, protocols: ['http', 'https'] }) readonly PUBLIC_URL?: string;
  @Expose() @Type(() => Number) @IsInt() @Min(0) @Max(10) readonly TRUSTED_PROXIES: number = 0;
  @Expose() @IsIn(['debug', 'info', 'warn', 'error', 'silent']) readonly LOG_LEVEL: string = 'info';

  @Expose() @Matches(/^postgres(ql)?:\/\//) readonly DATABASE_URL!: string;
  @Expose() @Type(() => Number) @IsInt() @Min(1) @Max(200) readonly DATABASE_POOL: number = 16;

  @Expose() @IsString() readonly TEMPORAL_ADDRESS: string = '127.0.0.1:7233';
  @Expose() @IsString() readonly TEMPORAL_NAMESPACE: string = 'parvis';
  @Expose() @asBoolean @IsBoolean() readonly TEMPORAL_TLS: boolean = false;
  @Expose() @IsOptional() @IsString() readonly TEMPORAL_API_KEY?: string;
  @Expose() @IsOptional() @IsUrl({ ...anyUrl, protocols: ['http', 'https'] }) readonly TEMPORAL_UI_URL?: string;

  @Expose() @Matches(/^smtps?:\/\//) readonly SMTP_URL: string = 'smtp://127.0.0.1:1025';
  @Expose() @IsString() readonly MAIL_FROM: string = 'Mairie <ne-pas-repondre@valmont-sur-marne.example>';

  @Expose() @IsOptional() @Matches(/^[\w.-]+:\d{1,5}$/) readonly CLAMAV_ADDRESS?: string;

  @Expose() @IsOptional() @IsUrl({ ...anyUrl, protocols: ['http', 'https'] }) readonly OIDC_ISSUER?: string;
  @Expose() @IsString() readonly OIDC_CLIENT_ID: string = 'parvis';
  @Expose() @IsString() readonly OIDC_CLIENT_SECRET: string = DEMONSTRATION_SECRET;
  @Expose() @IsIn(['client_secret_post', 'client_secret_basic']) readonly OIDC_CLIENT_AUTH: string =
    'client_secret_post';
  @Expose() @IsString() readonly OIDC_SCOPES: string = 'openid profile email';
  @Expose() @asBoolean @IsBoolean() readonly OIDC_PKCE: boolean = true;
  @Expose() @asBoolean @IsBoolean() readonly OIDC_USERINFO: boolean = false;
  @Expose() @IsIn(['max_age', 'prompt']) readonly OIDC_REAUTHENTICATION: string = 'max_age';
  @Expose() @IsOptional() @IsString() readonly OIDC_ACR_VALUES?: string;
  @Expose() @IsIn(['RS256', 'ES256', 'HS256', 'PS256', 'EdDSA']) readonly OIDC_ID_TOKEN_ALG: string = 'RS256';
  @Expose() @asList @IsString({ each: true }) readonly OIDC_LOGIN_CLAIMS: readonly string[] = ['preferred_username'];
  @Expose() @asList @IsString({ each: true }) readonly OIDC_EMAIL_CLAIMS: readonly string[] = ['email'];
  @Expose() @asList @IsString({ each: true }) readonly OIDC_SIRETS: readonly string[] = [];
  @Expose() @IsString() @MinLength(32) readonly SESSION_SECRET: string = DEMONSTRATION_SECRET;

  @Expose() @IsString() readonly DATA_DIR: string = '.parvis';
  @Expose() @IsString() readonly DOCUMENTS_DIR: string = '.parvis/documents';
  @Expose() @IsString() readonly CATALOG_DIR: string = 'process-catalog';
  @Expose() @IsString() readonly TOWN_DIR: string = 'town/demo';
  @Expose() @IsString() readonly CONSOLE_DIR: string = 'console/dist';

  @Expose() @IsOptional() @IsString() readonly PAUSE_DIR?: string;
  @Expose() @Type(() => Number) @IsInt() @Min(0) readonly WORKER_CACHED_CASES: number = 300;
  @Expose() @Type(() => Number) @IsInt() @Min(0) @Max(65_535) readonly WORKER_HEALTH_PORT: number = 3001;

  /** The address people type, without a final slash. */
  get publicUrl(): string {
    // An address to listen on everywhere is none to go to.
    const host = ['0.0.0.0', '::'].includes(this.HOST) ? 'localhost' : this.HOST;
    return (this.PUBLIC_URL ?? `http://${host}:${String(this.PORT)}`).replace(/\/+$/, '');
  }

  /** Where a citizen gives the number and the code of a request: what mails and receipts print. */
  get followUrl(): string {
    return `${this.publicUrl}/suivi`;
  }

  /** Where a technician reads one run in Temporal's own screens; undefined where the town gave no address of theirs. */
  enginePage(workflowId: string): string | undefined {
    if (this.TEMPORAL_UI_URL === undefined) return undefined;
    const run = `namespaces/${encodeURIComponent(this.TEMPORAL_NAMESPACE)}/workflows/${encodeURIComponent(workflowId)}`;
    return `${this.TEMPORAL_UI_URL.replace(/\/+$/, '')}/${run}`;
  }

  /** Where `clamd` listens; undefined where files are not scanned. */
  get antivirus(): { readonly host: string; readonly port: number } | undefined {
    const [host, port] = this.CLAMAV_ADDRESS?.split(':') ?? [];
    return host === undefined ? undefined : { host, port: Number(port) };
  }

  get inProduction(): boolean {
    return this.NODE_ENV === 'production';
  }

  /** Whether the identity provider with the demonstration accounts runs inside the API. */
  get embeddedProvider(): boolean {
    return this.OIDC_ISSUER === undefined;
  }
}

/** Names the variables that stop a start, with what each of them is for. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(readonly variables: readonly VariableName[]) {
    super(
      `Configuration refusée\u00a0:\n${variables.map((variable) => `  ${variable}\u00a0: ${HELP[variable]}`).join('\n')}`,
    );
  }
}

/**
 * Reads and checks the variables; an empty one counts as absent. Values are never printed: one of them may be a secret.
 * @throws ConfigurationError naming every variable that is missing or malformed
 */
export function readConfig(source: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const config = plainToInstance(Config, given, { excludeExtraneousValues: true, exposeDefaultValues: true });
  const faulty = validateSync(config, { forbidUnknownValues: true }).map((fault) => fault.property as VariableName);
  if (faulty.length > 0) throw new ConfigurationError(faulty);
  return config;
}

/**
 * What is good enough to try the product out must not meet the Internet.
 * @throws ConfigurationError in production, naming what is still the demonstration's
 */
export function refuseDemonstrationInProduction(config: Config): void {
  if (!config.inProduction) return;
  const checks: readonly (readonly [VariableName, boolean])[] = [
    ['PUBLIC_URL', config.publicUrl.startsWith('https:')],
    ['OIDC_ISSUER', config.OIDC_ISSUER !== undefined],
    ['OIDC_CLIENT_SECRET', config.OIDC_CLIENT_SECRET !== DEMONSTRATION_SECRET],
    ['SESSION_SECRET', config.SESSION_SECRET !== DEMONSTRATION_SECRET],
    ['PAUSE_DIR', config.PAUSE_DIR === undefined],
  ];
  const missing = checks.filter(([, set]) => !set).map(([name]) => name);
  if (missing.length > 0) throw new ConfigurationError(missing);
}
