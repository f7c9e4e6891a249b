import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An absence for some processes, with a word to colleagues; what was done in somebody's name is found when they return. */
export class PartialAbsences1764002910000 implements MigrationInterface {
  readonly name = 'PartialAbsences1764002910000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Without processes: for everything.
      ALTER TABLE absences ADD COLUMN processes text[] CHECK (cardinality(processes) > 0), ADD COLUMN message text,
        ADD COLUMN return_seen_at timestamptz;
      CREATE INDEX journal_entries_behalf ON journal_entries (on_behalf_of, at) WHERE on_behalf_of IS NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX journal_entries_behalf;
      ALTER TABLE absences DROP COLUMN return_seen_at, DROP COLUMN message, DROP COLUMN processes;`);
  }
}
