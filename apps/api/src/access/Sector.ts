import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A sector of the ministry, with the services a complaint may be about. */
@Entity('sector')
export class Sector {
  @PrimaryColumn({ type: 'text' })
  code!: string

  @Column({ type: 'text' })
  name!: string

  @Column({ type: 'jsonb', default: [] })
  services!: string[]

  @Column({ type: 'boolean', default: true })
  active!: boolean
}
