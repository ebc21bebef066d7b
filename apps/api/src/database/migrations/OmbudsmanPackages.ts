import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The packages made for the Protecteur du citoyen, whose content the vault keeps, and each time one was fetched. */
export class OmbudsmanPackages1795392000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ombudsman_package (
        id uuid primary key,
        dossier_id uuid not null references dossier (id),
        line integer not null,
        bytes integer not null,
        sha256 text not null,
        made_at timestamptz not null default now(),
        unique (dossier_id, line)
      );

      create table ombudsman_package_fetch (
        package_id uuid not null references ombudsman_package (id),
        actor_id text not null,
        fetched_at timestamptz not null default clock_timestamp()
      );
      create index ombudsman_package_fetch_package on ombudsman_package_fetch (package_id);
      create trigger ombudsman_package_fetch_only_grows before update or delete on ombudsman_package_fetch
        for each statement execute function journal_refuses_change();

      create index journal_packages on journal (at desc) where type = 'PACKAGE_PREPARED';
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index journal_packages; drop table ombudsman_package_fetch, ombudsman_package')
  }
}
