import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../auth/allow.js';
import { Readiness, type ReadinessReport } from './readiness.js';

/** For whatever watches the process: alive, ready for traffic, which version. */
@ApiExcludeController()
@Controller()
@Public()
export class HealthController {
  private readonly version = productVersion();

  constructor(private readonly readiness: Readiness) {}

  @Get('healthz')
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('readyz')
  async ready(@Res({ passthrough: true }) response: Response): Promise<ReadinessReport> {
    const report = await this.readiness.report();
    if (!report.ready) response.status(503);
    return report;
  }

  @Get('version')
  which(): { version: string; node: string } {
    return { version: this.version, node: process.version };
  }
}

/** The package lies two or three folders up, from the sources or from `dist/`. */
function productVersion(): string {
  for (const up of ['../..', '../../..']) {
    try {
      const manifest = readFileSync(path.join(import.meta.dirname, up, 'package.json'), 'utf8');
      return (JSON.parse(manifest) as { version: string }).version;
    } catch {
      // one folder further up
    }
  }
  return 'unknown';
}
