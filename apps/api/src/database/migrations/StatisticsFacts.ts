import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What dossiers contribute to the figures, and what was known of it on any earlier day: days and codes only. Each change
 * of a dossier's facts leaves its transaction, so that a copy in memory can ask for what was committed since.
 */
export class StatisticsFacts1795392000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence statistics_number as integer;
      alter table dossier add column statistics_no integer not null default nextval('statistics_number');
      alter sequence statistics_number owned by dossier.statistics_no;
      create unique index dossier_statistics_no on dossier (statistics_no);

      create table statistics_fact (
        dossier_no integer not null,
        version smallint not null,
        position smallint not null,
        historical boolean not null default false,
        known_from date not null,
        known_to date,
        kind smallint not null,
        stay smallint not null,
        opened_on date not null,
        entered_on date not null,
        entered_known_on date not null,
        reopened boolean not null,
        answered_on date,
        answered_known_on date,
        answered_in_time boolean,
        admitted_on date,
        done_on date,
        done_in_time boolean,
        done_by_date boolean,
        ended_on date,
        ended_known_on date,
        due_on date,
        suspensions date[],
        sector text,
        service text,
        subject text,
        officer_id text,
        officer_known_on date,
        channel smallint not null,
        language smallint not null,
        anonymous boolean,
        outcome smallint not null,
        disposition smallint not null,
        cause smallint not null,
        criteria smallint not null,
        grounds smallint not null,
        bodies smallint not null,
        improvement boolean not null,
        answer smallint not null,
        primary key (dossier_no, version, position)
      );

      create table statistics_change (
        dossier_no integer primary key,
        written xid8 not null
      );
      create index statistics_change_written on statistics_change (written);

      drop table movement;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table movement (
        dossier_id uuid not null,
        line integer not null,
        matter_id text not null,
        kind text not null,
        moved_on date not null,
        outcome text,
        sector text,
        primary key (dossier_id, line, matter_id)
      );
      create index movement_day on movement (moved_on);
      drop table statistics_change, statistics_fact;
      drop index dossier_statistics_no;
      alter table dossier drop column statistics_no;
    `)
  }
}
