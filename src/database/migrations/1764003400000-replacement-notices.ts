import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which substitutes know that an absence has begun, since when, and whether its mail had its turn. */
export class ReplacementNotices1764003400000 implements MigrationInterface {
  readonly name = 'ReplacementNotices1764003400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE replacement_notices (absence_id text NOT NULL REFERENCES absences (id) ON DELETE CASCADE, person_id text NOT NULL,
        told_at timestamptz(3) NOT NULL DEFAULT now(), mail_settled boolean NOT NULL DEFAULT false,
        PRIMARY KEY (absence_id, person_id));
      CREATE INDEX replacement_notices_person ON replacement_notices (person_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE replacement_notices');
  }
}
