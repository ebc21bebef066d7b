import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Beside each answer already given, a blind mark of what it answered: a key is good for one sending only. */
export class AnswerFingerprints1795392000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table idempotency add column fingerprint bytea')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table idempotency drop column fingerprint')
  }
}
