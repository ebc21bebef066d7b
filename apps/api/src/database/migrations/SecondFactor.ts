import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The second factor of local accounts, sealed, its recovery codes by their marks, and sessions that only enrol. */
export class SecondFactor1795392000141 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table second_factor (
        staff_id uuid primary key references staff (id) on delete cascade,
        sealed bytea not null,
        last_step bigint not null default 0,
        confirmed_at timestamptz
      );
      create table recovery_code (
        staff_id uuid not null references second_factor (staff_id) on delete cascade,
        mark bytea not null,
        primary key (staff_id, mark)
      );
      alter table session add column enrolling boolean not null default false;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from session where enrolling;
      alter table session drop column enrolling;
      drop table recovery_code, second_factor;
    `)
  }
}
