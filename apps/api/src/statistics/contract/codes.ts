import { backlogAges, dimensions, indicators, origins, timeGrains, type Unit } from '@bienfonde/domain'
import { codesOf } from '../../schema/codes.ts'

export const countedUnits = [
  { code: 'DOSSIERS', label: 'Dossiers' },
  { code: 'MATTERS', label: 'Motifs de plainte' },
] as const satisfies readonly { code: Unit; label: string }[]

export const CountedUnitCode = codesOf('CountedUnit', 'Ce qui est compté.', countedUnits)
export const DimensionCode = codesOf('DimensionCode', 'Ce par quoi les chiffres se distinguent.', dimensions)
export const TimeGrainCode = codesOf('TimeGrainCode', 'Comment une période se découpe.', timeGrains)
export const OriginCode = codesOf('Origin', 'D’où vient un dossier.', origins)
export const BacklogAgeCode = codesOf('BacklogAgeCode', 'L’âge de ce qui est ouvert.', backlogAges)
export const IndicatorCode = codesOf('IndicatorCode', 'Les indicateurs.', indicators)

export const IndicatorUnitCode = codesOf('IndicatorUnitCode', 'Ce qu’un indicateur compte.', [
  { code: 'DOSSIERS_OR_MATTERS', label: 'Des dossiers ou des motifs, au choix.' },
  { code: 'RECOMMENDATIONS', label: 'Des recommandations.' },
  { code: 'CONSENTS', label: 'Des permissions de lever l’anonymat.' },
  { code: 'ESCALATIONS', label: 'Des recours au Protecteur du citoyen.' },
  { code: 'BUSINESS_DAYS', label: 'Des jours ouvrables.' },
  { code: 'SHARE', label: 'Un nombre et sa part.' },
])

export const AnonymityCode = codesOf('AnonymityCode', 'Si une plainte est anonyme.', [
  { code: 'NO', label: 'La personne est connue du Secrétariat.' },
  { code: 'YES', label: 'La plainte est anonyme.' },
])
