import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../database/database.js';
import { takeLeftOpen } from '../database/repositories/commands.repository.js';
import { Refusal } from '../http/refusal.js';
import { CommandsService } from './commands.service.js';
import { Job } from './job.js';

/** A command older than that was left by a process that died, or by a server that was away. */
const LEFT_OPEN_AFTER_SECONDS = 30;

/**
 * Sends again, under the same id, the commands that nobody finished: the engine answers as before, or refuses what is
 * past its time.
 */
@Injectable()
export class FinishCommandsJob extends Job {
  private readonly logger = new Logger(FinishCommandsJob.name);

  constructor(
    private readonly database: Database,
    private readonly commands: CommandsService,
  ) {
    super(10_000);
  }

  protected override async run(): Promise<void> {
    for (const row of await takeLeftOpen(this.database, LEFT_OPEN_AFTER_SECONDS)) {
      try {
        await this.commands.send({ ...row.message.command, caseId: row.case_id });
      } catch (error) {
        if (!(error instanceof Refusal))
          this.logger.error({ commandId: row.id, caseId: row.case_id, error: String(error) });
      }
    }
  }
}
