import { Column, Entity, PrimaryColumn } from 'typeorm'

/** One line of a dossier's journal: what happened, by whom, when, sealed to the line before it. */
@Entity('journal')
export class JournalEntry {
  @PrimaryColumn({ type: 'uuid', name: 'dossier_id' })
  dossierId!: string

  @PrimaryColumn({ type: 'integer' })
  seq!: number

  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS', insert: false, update: false })
  position!: string

  @Column({ type: 'text' })
  type!: string

  @Column({ type: 'jsonb' })
  event!: object

  @Column({ type: 'text', name: 'actor_id' })
  actorId!: string

  @Column({ type: 'text', name: 'actor_role' })
  actorRole!: string

  @Column({ type: 'timestamptz' })
  at!: Date

  @Column({ type: 'text', nullable: true })
  confirmation!: string | null

  @Column({ type: 'text' })
  hash!: string

  @Column({ type: 'text', name: 'previous_hash' })
  previousHash!: string
}
