import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

/** Resolves when a neighbour answers; whatever it rejects with stays in here, for it may quote an address. */
export type Probe = () => Promise<unknown>;

export interface ReadinessReport {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, 'ok' | 'failed'>>;
}

/** A probe that takes longer than that has failed. */
const PATIENCE = 2_000;

/** What must answer before traffic is sent here. Modules add their neighbour: `readiness.add('temporal', () => …)`. */
@Injectable()
export class Readiness {
  private readonly probes = new Map<string, Probe>();

  constructor(database: Database) {
    this.add('database', () => database.query('SELECT 1'));
    this.add('migrations', async () => {
      if (!(await database.isMigrated())) throw new Error('pending migrations');
    });
  }

  add(name: string, probe: Probe): void {
    this.probes.set(name, probe);
  }

  async report(): Promise<ReadinessReport> {
    const outcomes = await Promise.all(
      [...this.probes].map(async ([name, probe]) => [name, await outcomeOf(probe)] as const),
    );
    return { ready: outcomes.every(([, outcome]) => outcome === 'ok'), checks: Object.fromEntries(outcomes) };
  }
}

async function outcomeOf(probe: Probe): Promise<'ok' | 'failed'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => { reject(new Error('too long')); }, PATIENCE); // prettier-ignore
  });
  try {
    await Promise.race([probe(), late]);
    return 'ok';
  } catch {
    return 'failed';
  } finally {
    clearTimeout(timer);
  }
}
