import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The PDF of an arrêté beside its delegation, and whether its end was announced. */
export class ArretesOfDelegations1764002400000 implements MigrationInterface {
  readonly name = 'ArretesOfDelegations1764002400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE delegations ADD COLUMN ending_told_at timestamptz;
      CREATE TABLE delegation_arretes (delegation_id text PRIMARY KEY REFERENCES delegations ON DELETE CASCADE, document_id uuid NOT NULL,
        name text NOT NULL, size integer NOT NULL, added_by text NOT NULL, added_at timestamptz NOT NULL DEFAULT now());`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE delegation_arretes;
      ALTER TABLE delegations DROP COLUMN ending_told_at;`);
  }
}
