import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is sent besides replies keeps its text; letters of the list that no task confirms say who posted them, and when. */
export class LettersThatAreNoReply1764000700000 implements MigrationInterface {
  readonly name = 'LettersThatAreNoReply1764000700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE outgoing_messages ADD COLUMN text_id uuid, ADD COLUMN posted_on date, ADD COLUMN posted_by text',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE outgoing_messages DROP COLUMN text_id, DROP COLUMN posted_on, DROP COLUMN posted_by',
    );
  }
}
