import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Registrations that are still being written, sealed: each opens for its author alone, under a key of its own. */
export class Drafts1795392000052 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table draft (
        staff_id uuid not null references staff (id) on delete cascade,
        id uuid not null,
        wrapped_key bytea not null,
        nonce bytea not null,
        ciphertext bytea not null,
        kept_at timestamptz not null default now(),
        primary key (staff_id, id)
      );
      create index draft_kept_at on draft (kept_at);
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table draft')
  }
}
