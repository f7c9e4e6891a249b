import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';

/**
 * Work that every API process looks for at intervals. Rows are taken with `SKIP LOCKED` or are harmless to treat twice,
 * so several processes may do it at once. A round that fails is tried again at the next.
 */
export abstract class Job implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly everyMs: number) {}

  protected abstract run(): Promise<void>;

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.round = this.run()
        .catch((error: unknown) => {
          new Logger(this.constructor.name).warn(`Round failed: ${error instanceof Error ? error.message : 'unknown'}`);
        })
        .finally(() => {
          this.schedule();
        });
    }, this.everyMs);
    this.timer.unref();
  }
}
