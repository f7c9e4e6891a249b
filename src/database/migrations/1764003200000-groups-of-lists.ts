import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists put together by neighbourhood or by process, in the order of an index, as they already are by department. */
export class GroupsOfLists1764003200000 implements MigrationInterface {
  readonly name = 'GroupsOfLists1764003200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX case_files_quartier_received ON case_files (quartier, received_at DESC, case_id DESC);
      CREATE INDEX case_files_process_received ON case_files (process_id, received_at DESC, case_id DESC);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX case_files_process_received, case_files_quartier_received');
  }
}
