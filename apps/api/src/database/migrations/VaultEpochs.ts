import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Master keys follow one another, each in its epoch; a dossier has one key for who the person is, one for the rest. */
export class VaultEpochs1795392000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table vault_epoch (
        epoch integer primary key check (epoch > 0),
        sealed bytea not null,
        mark bytea,
        rotated_at timestamptz
      );
      insert into vault_epoch (epoch, sealed, rotated_at) select 1, sealed, now() from vault_check;
      drop table vault_check;

      alter table vault_key add column wrapped_content_key bytea;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table vault_key drop column wrapped_content_key;

      create table vault_check (
        single boolean primary key default true check (single),
        sealed bytea not null
      );
      insert into vault_check (sealed) select sealed from vault_epoch order by epoch desc limit 1;
      drop table vault_epoch;
    `)
  }
}
