import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Documents received but not yet attached by a step: sealed already, and forgotten after a day. */
export class Attachments1795392000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table upload (
        id uuid primary key,
        actor_id text not null,
        sealed bytea not null,
        created_at timestamptz not null default now()
      );
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table upload')
  }
}
