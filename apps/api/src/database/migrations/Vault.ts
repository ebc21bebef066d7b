import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The vault: what identifies a person, sealed, and nothing that can be read without its key. */
export class Vault1795392000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table vault_check (
        single boolean primary key default true check (single),
        sealed bytea not null
      );

      create table vault_key (
        dossier_id uuid primary key references dossier (id) deferrable initially deferred,
        wrapped_key bytea not null,
        epoch integer not null
      );

      create table vault_item (
        id uuid primary key,
        dossier_id uuid not null references vault_key (dossier_id),
        kind text not null,
        nonce bytea not null,
        ciphertext bytea not null,
        created_at timestamptz not null default now()
      );
      create index vault_item_dossier on vault_item (dossier_id);

      create table vault_token (
        dossier_id uuid not null references vault_key (dossier_id),
        mac bytea not null,
        primary key (dossier_id, mac)
      );

      create table vault_opening (
        id uuid primary key,
        dossier_id uuid not null references dossier (id) deferrable initially deferred,
        actor_id text not null,
        scope text[] not null,
        opened_at timestamptz not null default clock_timestamp(),
        used_at timestamptz
      );
      create index vault_opening_dossier on vault_opening (dossier_id);
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table vault_opening, vault_token, vault_item, vault_key, vault_check')
  }
}
