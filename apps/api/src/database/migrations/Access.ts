import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The people of the ministry who sign in, their sessions, the sectors, and the settings. */
export class Access1795392000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sector (
        code text primary key,
        name text not null,
        services jsonb not null default '[]',
        active boolean not null default true
      );

      create table staff (
        id uuid primary key default gen_random_uuid(),
        email text not null,
        name text not null,
        role text not null,
        sector text references sector (code),
        password_hash text,
        active boolean not null default true
      );
      create unique index staff_email on staff (lower(email));

      create table session (
        id_hash bytea primary key,
        staff_id uuid not null references staff (id) on delete cascade,
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        expires_at timestamptz not null
      );
      create index session_staff on session (staff_id);

      create table sign_in_attempt (
        id bigint generated always as identity primary key,
        subject bytea not null,
        at timestamptz not null default clock_timestamp()
      );
      create index sign_in_attempt_subject on sign_in_attempt (subject, at);

      create table setting (key text primary key, value jsonb not null);
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table setting, sign_in_attempt, session, staff, sector')
  }
}
