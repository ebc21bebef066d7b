import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Dossiers of the same person: blind marks of how to reach them, and who searched, never for what. */
export class SameContacts1795392000053 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table vault_contact (
        dossier_id uuid not null references vault_key (dossier_id),
        mac bytea not null,
        primary key (dossier_id, mac)
      );
      create index vault_contact_mac on vault_contact (mac);

      create table contact_search (
        id bigint generated always as identity primary key,
        staff_id uuid not null references staff (id),
        at timestamptz not null default clock_timestamp(),
        shown uuid[] not null
      );
      create index contact_search_staff on contact_search (staff_id, at);
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table contact_search, vault_contact')
  }
}
