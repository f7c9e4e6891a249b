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

/** A job that takes one thing after the other until none is left; it may also be started before its next round. */
export abstract class DrainingJob extends Job {
  private draining: Promise<void> | undefined;

  /** Does the next thing. @returns whether there was one */
  protected abstract takeOne(): Promise<boolean>;

  /** Starts at once, without waiting for the next round. */
  start(): void {
    void this.run().catch(() => undefined);
  }

  protected override run(): Promise<void> {
    this.draining ??= this.drain().finally(() => {
      this.draining = undefined;
    });
    return this.draining;
  }

  private async drain(): Promise<void> {
    while (await this.takeOne());
  }
}
