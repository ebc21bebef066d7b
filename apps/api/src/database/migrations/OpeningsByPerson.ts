import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Openings are counted by person and by moment. */
export class OpeningsByPerson1795392000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index journal_openings_by_person on journal (actor_id, at) where type = 'IDENTITY_OPENED'`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index journal_openings_by_person')
  }
}
