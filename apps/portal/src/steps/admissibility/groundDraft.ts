import {
  type BodyReference,
  type CitedGround,
  type InadmissibilityGround,
  inadmissibilityGrounds,
} from '@bienfonde/domain'

/** What the person writes of each ground; a ground that is not cited keeps its text while the form is open. */
export interface GroundDraft {
  cited: InadmissibilityGround[]
  proceeding: string
  passage: string
  bodies: BodyReference[]
}

export const noGround = (): GroundDraft => ({ cited: [], proceeding: '', passage: '', bodies: [] })

/** The grounds as the rule takes them, each with its own evidence and no other. */
export const citedGrounds = ({ cited, proceeding, passage, bodies }: GroundDraft): CitedGround[] =>
  cited.map(ground => {
    switch (inadmissibilityGrounds.find(({ code }) => code === ground)?.evidence) {
      case 'PROCEEDING':
        return { ground, proceeding }
      case 'PASSAGE':
        return { ground, passage }
      case 'BODIES':
        return { ground, bodies }
      default:
        return { ground }
    }
  })
