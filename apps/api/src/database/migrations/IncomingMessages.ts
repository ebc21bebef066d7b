import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Messages that came to the mailbox of the ministry, sealed until somebody registers or sets them aside. */
export class IncomingMessages1795392000122 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table incoming_message (
        id uuid primary key,
        mailbox text not null,
        received_at timestamptz not null,
        bytes bigint not null,
        sealed bytea,
        refusal text,
        documents integer not null default 0,
        opened_by uuid references staff (id),
        opened_at timestamptz,
        settled_by uuid references staff (id),
        settled_at timestamptz,
        dossier_id uuid,
        unique (mailbox)
      );
      create index incoming_message_waiting on incoming_message (received_at, id) where settled_at is null;
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table incoming_message')
  }
}
