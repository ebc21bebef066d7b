import {
  type Delay,
  type Dimension,
  type FiscalYear,
  type Flow,
  fiscalYearBounds,
  intakeChannels,
  type LocalDate,
  labelOf,
  type Unit,
  type YearDelay,
  type YearFigures,
  type YearMovement,
} from '@bienfonde/domain'
import type { Figures } from '../statistics/figures.ts'
import type { Moment } from '../statistics/Statistics.ts'

const none = 'Non précisé'

const movementOf = (year: Figures): YearMovement => {
  const { flows, openAtStart, open } = year
  return {
    ...{ openAtStart, openAtEnd: open },
    ...{ received: flows('RECEIVED'), reopened: flows('REOPENED'), closed: flows('CLOSED') },
    ...{ founded: flows('FOUNDED'), unfounded: flows('UNFOUNDED'), unfoundedWithLead: flows('UNFOUNDED_WITH_LEAD') },
    ...{
      inadmissibleAlone: flows('INADMISSIBLE_ALONE'),
      referred: flows('REFERRED'),
      transferred: flows('TRANSFERRED'),
    },
    withoutFurtherAction: flows('WITHOUT_FURTHER_ACTION'),
    ...{ consentRefused: flows('CONSENT_REFUSED'), anonymity: flows('ANONYMITY') },
    ...{ withdrawn: flows('WITHDRAWN'), resolvedInformally: flows('RESOLVED_INFORMALLY') },
  }
}

const delayOf = ({ flows, delay }: Figures, kind: Delay, sent: Flow, inTime: Flow): YearDelay => {
  const { mean, median, p90 } = delay(kind)
  return { sent: flows(sent), inTime: flows(inTime), mean, median, p90 }
}

/** What the annual report says of a fiscal year, as it was known on the evening of a day, or as it is known now. */
export function yearFigures(
  { whole, figures, sectors }: Moment,
  fiscalYear: FiscalYear,
  asOf: LocalDate | null,
): YearFigures {
  const asked = { ...fiscalYearBounds(fiscalYear), groupBy: [], filter: {}, asOf, delays: false }
  const by = (unit: Unit, dimension: Dimension) =>
    figures({ ...asked, unit, groupBy: [dimension] }).map(group => ({ code: group.key[0]?.value ?? null, group }))
  const counted = <Code extends string>(groups: ReturnType<typeof by>, flow: Flow) =>
    new Map(groups.flatMap(({ code, group }) => (code === null ? [] : [[code as Code, group.flows(flow)] as const])))
  const shares = (groups: ReturnType<typeof by>, labelFor: (code: string) => string) =>
    groups.map(({ code, group: { flows } }) => ({
      ...{ code, label: code === null ? none : labelFor(code) },
      ...{ received: flows('RECEIVED'), founded: flows('FOUNDED') },
    }))

  const dossiers = whole({ ...asked, unit: 'DOSSIERS', delays: true })
  const bodies = by('MATTERS', 'BODY')
  const net = dossiers.delay('REPLY_NET')
  return {
    movement: { DOSSIERS: movementOf(dossiers), MATTERS: movementOf(whole({ ...asked, unit: 'MATTERS' })) },
    criteria: counted(by('MATTERS', 'CRITERION'), 'FOUNDED'),
    grounds: counted(by('MATTERS', 'GROUND'), 'CLOSED'),
    referredTo: counted(bodies, 'REFERRED'),
    transferredTo: counted(bodies, 'TRANSFERRED'),
    acknowledgement: delayOf(dossiers, 'ACKNOWLEDGEMENT', 'ACKNOWLEDGED', 'ACKNOWLEDGED_IN_TIME'),
    reply: delayOf(dossiers, 'REPLY', 'REPLIED', 'REPLIED_IN_TIME'),
    replyNet: { mean: net.mean, median: net.median, p90: net.p90 },
    recommendations: {
      formulated: dossiers.flows('RECOMMENDATIONS_FORMULATED'),
      accepted: dossiers.flows('RECOMMENDATIONS_ACCEPTED'),
      refused: dossiers.flows('RECOMMENDATIONS_REFUSED'),
      carriedOut: dossiers.flows('RECOMMENDATIONS_CARRIED_OUT'),
      open: dossiers.recommendationsOpen,
      overdue: dossiers.recommendationsOverdue,
    },
    sectors: shares(by('MATTERS', 'SECTOR'), code => sectors[code] ?? code),
    channels: shares(by('DOSSIERS', 'CHANNEL'), code => labelOf(intakeChannels, code)),
  }
}
