import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Complaints taken up from earlier registers: dates and codes, each with the import and the line it came from. */
export class HistoricalRegisters1795392000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table historical_import (
        id integer generated always as identity primary key,
        register text not null,
        file_fingerprint text not null,
        mapping_fingerprint text not null,
        partial boolean not null,
        started_at timestamptz not null,
        ended_at timestamptz
      );
      create index historical_import_register on historical_import (register, id);

      create table historical_import_batch (
        import_id integer not null references historical_import on delete cascade,
        last_line integer not null,
        added integer not null,
        known integer not null,
        refused integer not null,
        at timestamptz not null,
        primary key (import_id, last_line)
      );

      create table historical_complaint (
        id uuid primary key,
        import_id integer not null references historical_import,
        line integer not null,
        received_on date not null,
        acknowledged_on date,
        replied_on date,
        closed_on date,
        closed boolean not null,
        intake_channel text,
        language text,
        anonymous boolean,
        sector text,
        service text,
        subject text,
        outcome text,
        inadmissibility_grounds text[] not null,
        bodies text[] not null,
        without_further_action_cause text,
        criteria text[] not null
      );
      create index historical_complaint_import on historical_complaint (import_id);
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table historical_complaint, historical_import_batch, historical_import')
  }
}
