import { fiscalYearBounds, fiscalYearOf, type LocalDate } from '@bienfonde/domain'

/** Questions that are ready to be put to the statistics, for the fiscal year of a day. */
export function explorerExamples(today: LocalDate) {
  const { from, to } = fiscalYearBounds(fiscalYearOf(today))
  const period = `period: { from: "${from}", to: "${to}" }`
  return [
    {
      code: 'FLOW',
      label: 'Le mouvement de l’exercice, par résultat',
      query: `{
  caseloadFlow(${period}, unit: DOSSIERS) {
    openAtStart received reopened closed openAtEnd
    dispositions { outcome count }
  }
}`,
    },
    {
      code: 'SECTORS',
      label: 'Les résultats par secteur, en motifs',
      query: `{
  caseloadStatistics(${period}, unit: MATTERS, groupBy: [SECTOR, OUTCOME]) {
    total { received closed }
    groups { key { label } figures { closed } }
  }
}`,
    },
    {
      code: 'DELAYS',
      label: 'Les délais et les engagements',
      query: `{
  caseloadStatistics(${period}) {
    total {
      acknowledgement { counted median p90 mean } acknowledgedInTime { count of share }
      reply { counted median p90 mean } replyNet { median p90 mean } repliedInTime { count of share }
      closing { counted median p90 mean }
    }
  }
}`,
    },
    {
      code: 'MONTHS',
      label: 'Reçus, fermés et ouverts, mois par mois',
      query: `{
  timeSeries(${period}, grain: MONTH) { key figures { received closed open overdue } }
}`,
    },
    {
      code: 'BACKLOG',
      label: 'L’âge de ce qui est ouvert',
      query: `{
  backlogAge { open overdue classes { age count } age { median p90 mean } }
}`,
    },
    {
      code: 'AS_OF',
      label: 'Le même mouvement, tel qu’il était connu un jour passé',
      query: `{
  caseloadFlow(${period}, asOf: "${from}") { openAtStart received closed openAtEnd }
}`,
    },
    {
      code: 'DEFINITIONS',
      label: 'Ce que veulent dire les chiffres',
      query: `{
  definitions { indicators { label field definition population unit exclusions calendar } }
}`,
    },
  ] as const
}
