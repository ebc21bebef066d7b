import type { MigrationInterface, QueryRunner } from 'typeorm'

/** One order for the lines of both journals, and the signed checkpoints taken on the way. */
export class Checkpoints1795392000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table administration_journal add column position bigint not null default nextval('journal_position_seq');
      create unique index administration_journal_position on administration_journal (position);

      create table checkpoint (
        size bigint primary key,
        position bigint not null,
        head text not null,
        note text not null,
        at timestamptz not null default now()
      );
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table checkpoint;
      alter table administration_journal drop column position;
    `)
  }
}
