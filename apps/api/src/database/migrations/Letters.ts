import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Every version of every template of the letters, and what each letter that left said, under its digest. */
export class Letters1795392000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table letter_template (
        code text not null,
        version integer not null check (version > 0),
        source text not null,
        digest text not null,
        shipped boolean not null,
        restores integer,
        author_id text,
        at timestamptz not null default now(),
        primary key (code, version)
      );
      create trigger letter_template_only_grows before update or delete on letter_template
        for each statement execute function journal_refuses_change();
      create trigger letter_template_is_never_emptied before truncate on letter_template
        for each statement execute function journal_refuses_change();

      create table letter_content (
        digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
        content jsonb not null
      );
      create trigger letter_content_only_grows before update or delete on letter_content
        for each statement execute function journal_refuses_change();
      create trigger letter_content_is_never_emptied before truncate on letter_content
        for each statement execute function journal_refuses_change();
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table letter_content, letter_template')
  }
}
