import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The journal of administration, which only grows, temporary passwords, and the order of the sectors. */
export class Administration1795392000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table administration_journal (
        seq integer primary key check (seq > 0),
        type text not null,
        event jsonb not null,
        actor_id text not null,
        actor_role text not null,
        at timestamptz not null,
        hash text not null,
        previous_hash text not null
      );
      create index administration_journal_subject on administration_journal ((event ->> 'subject'), seq);
      create trigger administration_journal_only_grows before update or delete on administration_journal
        for each statement execute function journal_refuses_change();
      create trigger administration_journal_is_never_emptied before truncate on administration_journal
        for each statement execute function journal_refuses_change();

      create table administration_head (
        single boolean primary key default true check (single),
        version integer not null,
        hash text not null
      );
      insert into administration_head (version, hash) values (0, repeat('0', 64));

      alter table staff add column password_temporary_until timestamptz;
      alter table sector add column rank integer not null default 0;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sector drop column rank;
      alter table staff drop column password_temporary_until;
      drop table administration_head, administration_journal;
    `)
  }
}
