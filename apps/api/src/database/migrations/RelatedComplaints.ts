import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A link between two dossiers is written in one of them, and read from both. */
export class RelatedComplaints1795392000045 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index journal_related on journal ((event ->> 'related')) where type = 'RELATED_COMPLAINT_LINKED'`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index journal_related')
  }
}
