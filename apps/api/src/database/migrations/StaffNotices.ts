import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What the clock tells people of the ministry, never anything of whoever complains; and who manages a sector. */
export class StaffNotices1795392000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sector add column manager_email text;

      create table staff_notice (
        id uuid primary key default gen_random_uuid(),
        dossier_id uuid references dossier (id),
        line integer,
        staff_id uuid references staff (id) on delete cascade,
        digest_on date,
        heard text,
        sector text,
        subject text not null,
        body text not null,
        state text not null default 'WAITING',
        attempts integer not null default 0,
        failure text,
        created_at timestamptz not null default now(),
        sent_at timestamptz,
        unique (dossier_id, line),
        unique (staff_id, digest_on)
      );
      create index staff_notice_created on staff_notice (created_at desc, id);
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table staff_notice; alter table sector drop column manager_email')
  }
}
