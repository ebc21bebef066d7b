import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The letters on their way to people, by their place in the journal: neither their words nor whom they are for. */
export class Dispatches1795392000121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table dispatch (
        dossier_id uuid not null,
        line integer not null,
        kind text not null,
        channel text not null,
        begun_on date not null,
        state text not null,
        failure text,
        done_on date,
        primary key (dossier_id, line)
      );
      create index dispatch_state on dispatch (state, begun_on, dossier_id, line);

      create table sending_attempt (
        dossier_id uuid not null references dossier (id),
        line integer not null,
        attempts integer not null,
        failure text not null,
        at timestamptz not null default now(),
        primary key (dossier_id, line)
      );
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sending_attempt, dispatch')
  }
}
