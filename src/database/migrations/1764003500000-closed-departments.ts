import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A department that closed takes nothing new; cases, journal and figures go on naming it. */
export class ClosedDepartments1764003500000 implements MigrationInterface {
  readonly name = 'ClosedDepartments1764003500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE departments ADD COLUMN closed_on date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE departments DROP COLUMN closed_on');
  }
}
