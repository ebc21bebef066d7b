import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The tokens with which a person's programs read the statistics; of the token itself, only its hash is kept. */
export class PersonalTokens1795392000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table personal_token (
        id uuid primary key default gen_random_uuid(),
        staff_id uuid not null references staff (id) on delete cascade,
        label text not null,
        token_hash bytea not null unique,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        last_used_at timestamptz,
        revoked_at timestamptz
      );
      create index personal_token_staff on personal_token (staff_id, created_at);
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table personal_token')
  }
}
