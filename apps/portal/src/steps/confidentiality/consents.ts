import {
  type Complaint,
  type Consent,
  frenchDate,
  informationCategories,
  labelOf,
  type SectorCode,
} from '@bienfonde/domain'

const latest = ({ consents }: Pick<Complaint, 'consents'>, sector: SectorCode): Consent | undefined =>
  consents.findLast(consent => consent.sector === sector)

/** The latest permission of each sector that stands as wished, in the order in which they were asked. */
const latestOnes = (complaint: Complaint, wished: (consent: Consent) => boolean): Consent[] =>
  complaint.consents.filter(consent => consent === latest(complaint, consent.sector) && wished(consent))

/** The permissions that wait for the person’s answer. */
export const pendingConsents = (complaint: Complaint) => latestOnes(complaint, ({ answer }) => answer === null)

/** The permissions that the person gave and has not withdrawn. */
export const grantedConsents = (complaint: Complaint) =>
  latestOnes(complaint, ({ answer, withdrawnOn }) => answer === 'GRANTED' && withdrawnOn === null)

/** The sectors of the matters under analysis for which nothing was asked yet. */
export const sectorsToAsk = (complaint: Complaint): SectorCode[] => {
  const concerned = complaint.matters.filter(({ stage }) => stage === 'UNDER_ANALYSIS').map(({ sector }) => sector)
  return [...new Set(concerned)].filter(sector => !latest(complaint, sector))
}

/** Where the permission of a sector stands, in words; nothing when none was asked. */
export function standingWords(complaint: Complaint, sector: SectorCode): string | undefined {
  const consent = latest(complaint, sector)
  if (!consent) return undefined
  const { askedOn, answer, answeredOn, withdrawnOn } = consent
  if (withdrawnOn) return `Permission retirée le ${frenchDate(withdrawnOn)}.`
  if (answer === null) return `Demande du ${frenchDate(askedOn)}, sans réponse consignée.`
  const said = answer === 'GRANTED' ? 'Permission accordée' : 'Permission refusée'
  return answeredOn ? `${said} le ${frenchDate(answeredOn)}.` : `${said}.`
}

/** What a permission covers, in words. */
export const covered = ({ categories }: Pick<Consent, 'categories'>): string =>
  categories.map(code => labelOf(informationCategories, code)).join(', ')
