import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The editions of the annual report, which nothing changes once they are frozen. */
export class FrozenEditions1795392000091 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table frozen_edition (
        id uuid primary key,
        fiscal_year integer not null,
        number integer not null check (number > 0),
        known_on date not null,
        frozen_at timestamptz not null,
        frozen_by text not null,
        note text not null,
        software text not null,
        threshold integer not null,
        settings jsonb not null,
        report jsonb not null,
        published jsonb not null,
        publication jsonb not null,
        exposed integer not null,
        digest text not null,
        unique (fiscal_year, number)
      );
      create function frozen_edition_refuses_change() returns trigger language plpgsql as $$
      begin
        raise exception 'a frozen edition never changes' using errcode = 'restrict_violation';
      end $$;
      create trigger frozen_edition_never_changes before update or delete on frozen_edition
        for each statement execute function frozen_edition_refuses_change();
      create trigger frozen_edition_is_never_emptied before truncate on frozen_edition
        for each statement execute function frozen_edition_refuses_change();

      create index journal_restating on journal (at) where type in
        ('COMPLAINT_REGISTERED', 'REGISTRATION_CORRECTED', 'COMPLAINT_REOPENED', 'RECEIPT_ACKNOWLEDGED',
         'COMPLAINANT_INFORMED', 'IMPLEMENTATION_RECORDED');
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index journal_restating;
      drop table frozen_edition;
      drop function frozen_edition_refuses_change;
    `)
  }
}
