import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The rows that pages and figures are read from: made from the journal, and remade from it at will. */
export class ReadModels1795392000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table caseload (
        dossier_id uuid primary key,
        file_number text collate "C" not null unique,
        phase text not null,
        received_on date not null,
        registered_on date not null,
        intake_channel text not null,
        language text not null,
        anonymous boolean not null,
        officer_id text,
        sectors text[] not null,
        subjects text[] not null,
        outcomes text[] not null,
        matters integer not null,
        acknowledgement_due_on date not null,
        acknowledged_on date,
        reply_due_on date not null,
        suspended boolean not null,
        closed_on date,
        informed boolean,
        escalated boolean not null,
        version integer not null,
        changed_at timestamptz not null,
        excerpt text not null
      );
      create index caseload_reply_due on caseload (reply_due_on, dossier_id);
      create index caseload_open on caseload (reply_due_on, dossier_id) where closed_on is null;
      create index caseload_received on caseload (received_on, dossier_id);
      create index caseload_changed on caseload (changed_at, dossier_id);
      create index caseload_phase on caseload (phase, reply_due_on, dossier_id);
      create index caseload_officer on caseload (officer_id, reply_due_on, dossier_id);
      create index caseload_sectors on caseload using gin (sectors);
      create index caseload_subjects on caseload using gin (subjects);
      create index caseload_outcomes on caseload using gin (outcomes);

      create table caseload_words (
        dossier_id uuid primary key,
        body text not null,
        words tsvector not null
      );
      create index caseload_words_words on caseload_words using gin (words);

      create table consultation (
        dossier_id uuid not null,
        consultation_id text not null,
        sector text not null,
        purpose text not null,
        statement text not null,
        question text not null,
        asked_on date not null,
        due_on date not null,
        reply text,
        replied_on date,
        state text not null,
        primary key (dossier_id, consultation_id)
      );
      create index consultation_sector on consultation (sector, due_on, dossier_id, consultation_id);

      create table recommendation (
        dossier_id uuid not null,
        recommendation_id text not null,
        sector text not null,
        text text not null,
        due_on date,
        answer text,
        plan text,
        implemented_on date,
        closed_on date,
        visible boolean not null,
        primary key (dossier_id, recommendation_id)
      );
      create index recommendation_sector on recommendation (sector, dossier_id, recommendation_id) where visible;

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

      create index journal_openings on journal (position) where type = 'IDENTITY_OPENED';
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index journal_openings;
      drop table movement, recommendation, consultation, caseload_words, caseload;
    `)
  }
}
