import type { MigrationInterface, QueryRunner } from 'typeorm'

/** An opening may cover one original document alone; it then gives nothing else to read. */
export class OriginalOpenings1795392000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table vault_opening add column item_id uuid')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table vault_opening drop column item_id')
  }
}
