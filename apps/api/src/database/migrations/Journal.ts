import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The journal, which only grows, the head of each dossier, and the answers already given. */
export class Journal1795392000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists unaccent;
      create extension if not exists pg_trgm;
      create text search configuration fr_unaccent (copy = french);
      alter text search configuration fr_unaccent
        alter mapping for hword, hword_part, word with unaccent, french_stem;

      create table dossier (
        id uuid primary key,
        file_number text not null unique,
        version integer not null check (version > 0),
        head_hash text not null,
        created_at timestamptz not null
      );

      create table file_number (year integer primary key, last integer not null);

      create table journal (
        dossier_id uuid not null references dossier (id),
        seq integer not null check (seq > 0),
        position bigint generated always as identity,
        type text not null,
        event jsonb not null,
        actor_id text not null,
        actor_role text not null,
        at timestamptz not null,
        confirmation text,
        hash text not null,
        previous_hash text not null,
        primary key (dossier_id, seq)
      );
      create unique index journal_position on journal (position);

      create function journal_refuses_change() returns trigger language plpgsql as $$
      begin
        raise exception 'the journal only grows' using errcode = 'restrict_violation';
      end $$;
      create trigger journal_only_grows before update or delete on journal
        for each statement execute function journal_refuses_change();
      create trigger journal_is_never_emptied before truncate on journal
        for each statement execute function journal_refuses_change();

      create table idempotency (
        key text not null,
        actor_id text not null,
        dossier_id uuid not null,
        answer jsonb not null,
        created_at timestamptz not null default now(),
        primary key (actor_id, key)
      );
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table idempotency, journal, file_number, dossier;
      drop function journal_refuses_change;
      drop text search configuration fr_unaccent;
    `)
  }
}
