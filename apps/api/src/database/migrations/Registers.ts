import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What the registers and the end of retention are read by. */
export class Registers1795392000062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index journal_legal_demands on journal (position) where type = 'PACKAGE_PREPARED';
      create index journal_erasures on journal (position) where type = 'IDENTITY_ERASED';
      create index journal_erased on journal (dossier_id) where type = 'IDENTITY_ERASED';
      create index caseload_closed on caseload (closed_on, dossier_id) where closed_on is not null;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index caseload_closed, journal_erased, journal_erasures, journal_legal_demands')
  }
}
