import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What is late is counted in an index alone. */
export class CaseloadIndexes1795392000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index caseload_running on caseload (reply_due_on, dossier_id) where closed_on is null and not suspended;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index caseload_running')
  }
}
