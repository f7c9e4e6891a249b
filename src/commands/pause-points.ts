import { existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/env.js';

/** The moments of a command's way at which a trial may stop a process: by intent, and not by luck. */
export type PausePoint = 'before-update' | 'after-update' | 'after-record';

const LOOK_EVERY = 20;

/**
 * Lets a trial hold a command at a named moment while it kills a neighbour: the point is armed by a file of its name in
 * `PAUSE_DIR`, becomes `<name>.reached`, and holds until that file is gone. Without the variable, which production
 * refuses, it does nothing.
 */
@Injectable()
export class PausePoints {
  constructor(private readonly config: Config) {}

  async at(point: PausePoint): Promise<void> {
    const folder = this.config.PAUSE_DIR;
    if (folder === undefined) return;
    const armed = path.join(folder, point);
    if (!existsSync(armed)) return;
    const reached = `${armed}.reached`;
    renameSync(armed, reached);
    while (existsSync(reached)) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
}
