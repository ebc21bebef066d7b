import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Complaints taken up from earlier registers enter the figures, each under a number that no dossier has. */
export class HistoricalFacts1795392000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table statistics_fact add column undated boolean not null default false;

      alter table historical_complaint
        add column statistics_no integer not null default nextval('statistics_number'),
        add column taken_up_on date not null default current_date;
      alter table historical_complaint alter column taken_up_on drop default;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table historical_complaint drop column taken_up_on, drop column statistics_no;
      alter table statistics_fact drop column undated;
    `)
  }
}
