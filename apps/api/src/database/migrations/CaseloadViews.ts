import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The views of the list of dossiers that each person keeps for themselves. */
export class CaseloadViews1795392000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table caseload_view (
        id uuid primary key default gen_random_uuid(),
        staff_id uuid not null references staff (id) on delete cascade,
        name text not null,
        filter jsonb not null,
        sort text not null,
        columns text[] not null,
        is_default boolean not null,
        rank integer not null
      );
      create unique index caseload_view_name on caseload_view (staff_id, lower(name));
      create unique index caseload_view_default on caseload_view (staff_id) where is_default;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table caseload_view')
  }
}
