import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Improvement leads are followed beside recommendations; dossiers of one theme meet. `rebuild` fills both. */
export class FollowUps1795392000123 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table recommendation
        add column kind text not null default 'RECOMMENDATION',
        add column issued_on date,
        add column answered_on date,
        add column evidence text,
        add column followed boolean not null default true;
      create index recommendation_open on recommendation (due_on, dossier_id, recommendation_id)
        where closed_on is null and visible and followed;

      create table theme_link (
        dossier_id uuid not null,
        theme text not null,
        title text not null,
        linked_on date not null,
        primary key (dossier_id, theme)
      );
      create index theme_link_theme on theme_link (theme, linked_on);
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table theme_link;
      drop index recommendation_open;
      alter table recommendation
        drop column followed, drop column evidence, drop column answered_on, drop column issued_on, drop column kind;
    `)
  }
}
