import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Accounts that the organisation's sign-on knows by issuer and subject, and how each session was opened. */
export class SignOn1795392000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table staff
        add column sign_on_issuer text,
        add column sign_on_subject text,
        add constraint staff_sign_on check ((sign_on_issuer is null) = (sign_on_subject is null));
      create unique index staff_subject on staff (sign_on_issuer, sign_on_subject);

      alter table session
        add column organisation boolean not null default false,
        add column authenticated_at timestamptz not null default now();
      update session set authenticated_at = created_at;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session drop column organisation, drop column authenticated_at;
      drop index staff_subject;
      alter table staff drop constraint staff_sign_on, drop column sign_on_issuer, drop column sign_on_subject;
    `)
  }
}
