import {
  type AdministrationRefusal,
  administrationRefusals,
  labelOf,
  type Role,
  roles,
  type StaffAccount,
} from '@bienfonde/domain'
import {
  accountAt,
  addAccount,
  everyAccount,
  linkToSubject,
  resetPassword,
  resetSecondFactor,
  setActive,
} from '../access/operatorAccounts.ts'
import { type Application, openApplication } from '../application.ts'
import { readSettings } from '../settings.ts'
import { askPassword } from './askPassword.ts'
import { accountHelp } from './help.ts'

/** What an operator writes after `account`. */
export interface AccountWords {
  words: string[]
  email: string | undefined
  name: string | undefined
  role: string | undefined
  sector: string | undefined
  subject: string | undefined
}

/** Adds, lists, disables and enables accounts, and replaces lost passwords. */
export async function account({ words: [act, ...addresses], ...draft }: AccountWords): Promise<number> {
  const [email] = addresses
  const does = act === 'add' || act === 'list' ? addresses.length === 0 : addresses.length === 1
  const work = does && act ? acts[act] : undefined
  if (!work) {
    console.error(accountHelp)
    return 2
  }
  const application = await openApplication(readSettings(), { unhurried: true })
  try {
    return await work(application, { ...draft, email: email ?? draft.email })
  } finally {
    await application.close()
  }
}

type Draft = Omit<AccountWords, 'words'>

const acts: Record<string, (application: Application, draft: Draft) => Promise<number>> = {
  async add({ database }, { email = '', name = '', role = '', sector = null }) {
    const draft = { email, name, role: role.trim().toUpperCase() as Role, sector }
    const missing = Object.entries({ email, name, role }).filter(([, given]) => !given.trim())
    if (missing.length > 0) {
      console.error(`Il manque ${missing.map(([option]) => `--${option}`).join(', ')}.\n\n${accountHelp}`)
      return 2
    }
    if (!roles.some(({ code }) => code === draft.role)) {
      console.error(`Ce rôle n’existe pas : ${role}.\n\n${accountHelp}`)
      return 2
    }
    const outcome = await addAccount(database, draft, await askPassword(email))
    return told(outcome, `Le compte ${email} est ajouté.`)
  },

  async list({ database }) {
    const accounts = await everyAccount(database)
    for (const { email, name, role, sectorName, active } of accounts) {
      const place = sectorName ? `${labelOf(roles, role)}, ${sectorName}` : labelOf(roles, role)
      console.log(`${email.padEnd(36)} ${name.padEnd(28)} ${place}${active ? '' : ' – désactivé'}`)
    }
    console.log(
      accounts.length === 0
        ? 'Il n’y a aucun compte.'
        : `\n${accounts.length} compte${accounts.length > 1 ? 's' : ''}.`,
    )
    return 0
  },

  disable: (application, draft) =>
    onAccount(application, draft, async found =>
      told(await setActive(application.database, found, false), `Le compte ${found.email} est désactivé.`),
    ),

  enable: (application, draft) =>
    onAccount(application, draft, async found =>
      told(await setActive(application.database, found, true), `Le compte ${found.email} est de nouveau actif.`),
    ),

  async link(application, draft) {
    const { signOn } = readSettings()
    const { subject } = draft
    if (!signOn || !subject?.trim()) {
      console.error(
        signOn ? `Il manque --subject.\n\n${accountHelp}` : 'La connexion de l’organisation n’est pas réglée.',
      )
      return 2
    }
    return onAccount(application, draft, async found =>
      told(
        await linkToSubject(application.database, found, { issuer: signOn.issuer.href, subject: subject.trim() }),
        `Le compte ${found.email} est rattaché à cette personne.`,
      ),
    )
  },

  'reset-second-factor': (application, draft) =>
    onAccount(application, draft, async found => {
      const removed = await resetSecondFactor(application.database, found)
      console.log(
        removed
          ? `Le second facteur du compte ${found.email} est retiré ; ses sessions sont fermées.`
          : `Le compte ${found.email} n’a pas de second facteur.`,
      )
      return removed ? 0 : 1
    }),

  'reset-password': (application, draft) =>
    onAccount(application, draft, async found =>
      told(
        await resetPassword(application.database, found, await askPassword(found.email)),
        `Le mot de passe du compte ${found.email} est remplacé ; ses sessions sont fermées.`,
      ),
    ),
}

async function onAccount(
  { database }: Application,
  { email = '' }: Draft,
  work: (found: StaffAccount) => Promise<number>,
): Promise<number> {
  const found = await accountAt(database, email)
  return found ? work(found) : told([{ code: 'ACCOUNT_UNKNOWN' }], '')
}

function told(outcome: object | AdministrationRefusal[], done: string): number {
  if (!Array.isArray(outcome)) {
    console.log(done)
    return 0
  }
  for (const { code } of outcome as AdministrationRefusal[]) console.error(administrationRefusals[code])
  return 1
}
