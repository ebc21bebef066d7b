import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

/** A person of the ministry, or of a body it works with, who may sign in. */
@Entity('staff')
export class Staff {
  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'text' })
  email!: string

  @Column({ type: 'text' })
  name!: string

  @Column({ type: 'text' })
  role!: string

  @Column({ type: 'text', nullable: true })
  sector!: string | null

  @Column({ type: 'text', name: 'password_hash', nullable: true, select: false })
  passwordHash!: string | null

  @Column({ type: 'boolean', default: true })
  active!: boolean
}
