import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What each dossier asks, awaits and has had back, with its date: how late it is depends on the day it is read. */
export class TodayItems1795392000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table today_item (
        dossier_id uuid not null,
        position integer not null,
        kind text not null,
        whose text not null,
        carrier_id text,
        subject_staff text[] not null,
        subject_sectors text[] not null,
        steps text[] not null,
        due_on date,
        since date,
        party text,
        sector text,
        body jsonb,
        line integer,
        primary key (dossier_id, position)
      );
      create index today_item_carrier on today_item (carrier_id, kind) where whose <> 'DECIDERS';
      create index today_item_deciders on today_item (kind, due_on) where whose <> 'CARRIER';
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table today_item')
  }
}
