import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who follows a case is read with each case: the primary key begins by the person. */
export class FollowersOfCases1764002810000 implements MigrationInterface {
  readonly name = 'FollowersOfCases1764002810000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX case_followings_case ON case_followings (case_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX case_followings_case');
  }
}
