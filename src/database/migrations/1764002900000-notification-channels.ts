import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which channel a person is told of each level, and until when their mails have told it. Nothing chosen: no row. */
export class NotificationChannels1764002900000 implements MigrationInterface {
  readonly name = 'NotificationChannels1764002900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- To the millisecond: both moments are compared with what a process has read of them.
      CREATE TABLE notification_channels (person_id text PRIMARY KEY,
        action text NOT NULL CHECK (action IN ('application', 'mail', 'digest')),
        mention text NOT NULL CHECK (mention IN ('application', 'mail', 'digest', 'none')),
        information text NOT NULL CHECK (information IN ('application', 'mail', 'digest', 'none')),
        mailed_until timestamptz(3) NOT NULL DEFAULT now(), digested_until timestamptz(3) NOT NULL DEFAULT now());`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notification_channels');
  }
}
