import { assessmentCriteria } from '@bienfonde/domain'
import type { Visitor } from './Visitor.ts'

/** What is found of a matter: one criterion met at most, the others not. */
export interface Assessment {
  met?: { criterion: string; kind: string }
  prejudice: string
  prejudiceReason: string
  reasons: string
}

/** Assesses the merits: every criterion gets its answer and its reason. */
export async function assess(
  visitor: Visitor,
  { met, prejudice, prejudiceReason, reasons }: Assessment,
  picture?: string,
): Promise<void> {
  await visitor.takes('Apprécier le bien-fondé', 'Consigner la décision', async keys => {
    for (const { label } of assessmentCriteria) {
      const isMet = label === met?.criterion
      await keys.choose(label, isMet ? 'Retenu' : 'Non retenu')
      if (isMet && met) await keys.select('Nature de l’erreur', met.kind)
      await keys.write(
        isMet ? 'Pourquoi il est retenu' : 'Pourquoi il n’est pas retenu',
        isMet ? 'La réponse du secteur le confirme.' : 'Rien au dossier ne le montre.',
      )
    }
    await keys.choose('Un préjudice peut-il être invoqué ?', prejudice)
    await keys.write('Ce qui montre le préjudice, ou son absence', prejudiceReason)
    await keys.write('Motifs de la décision', reasons)
    if (picture) await visitor.shows(picture, 'Apprécier le bien-fondé')
  })
}
