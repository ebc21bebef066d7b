import type { Actor } from '@bienfonde/domain'
import { hashPassword } from '../access/password.ts'
import type { Ask } from '../database/statement.ts'
import { statement } from '../database/statement.ts'
import { idOf } from './chance.ts'
import type { Cast } from './Stage.ts'

/** The password of every demonstration account; demonstration accounts exist only where no real person works. */
export const demonstrationPassword = 'Bienfonde-demo-2026'

/** Invented sectors of an invented ministry. */
const demonstrationSectors = [
  {
    code: 'MUNICIPAL_AFFAIRS',
    name: 'Affaires municipales',
    services: ['Conseil aux municipalités', 'Aide financière aux municipalités', 'Démocratie municipale'],
  },
  {
    code: 'HOUSING',
    name: 'Habitation',
    services: ['Programmes d’aide aux ménages', 'Renseignements aux locataires et aux propriétaires'],
  },
  {
    code: 'INFRASTRUCTURE',
    name: 'Infrastructures et financement',
    services: ['Programmes d’infrastructures', 'Versement des subventions'],
  },
  {
    code: 'CLIENT_SERVICES',
    name: 'Services à la clientèle',
    services: ['Accueil et renseignements', 'Site Web et formulaires en ligne'],
  },
]

/** Invented people, one at least for each role. */
export const demonstrationStaff = [
  { email: 'agente@exemple.test', name: 'Maude Desrosiers', role: 'OFFICER', title: 'agente' },
  { email: 'agent@exemple.test', name: 'Karim Benali', role: 'OFFICER', title: 'agent' },
  {
    email: 'responsable@exemple.test',
    name: 'Solange Thibodeau',
    role: 'RESPONSIBLE_OFFICER',
    title: 'personne responsable',
  },
  {
    email: 'adjointe@exemple.test',
    name: 'Viviane Gauthier-Roussel',
    role: 'RESPONSIBLE_OFFICER',
    title: 'personne responsable suppléante',
  },
  {
    email: 'habitation@exemple.test',
    name: 'Étienne Vigneault',
    role: 'SECTOR_RESPONDENT',
    sector: 'HOUSING',
    title: 'répondant, Habitation',
  },
  {
    email: 'municipal@exemple.test',
    name: 'Rosalie Nguyen',
    role: 'SECTOR_RESPONDENT',
    sector: 'MUNICIPAL_AFFAIRS',
    title: 'répondante, Affaires municipales',
  },
  { email: 'secretariat@exemple.test', name: 'Hubert Lacasse', role: 'MANAGER', title: 'gestionnaire' },
  { email: 'verification@exemple.test', name: 'Noémie Arsenault', role: 'AUDITOR', title: 'vérificatrice' },
  { email: 'protecteur@exemple.test', name: 'Anouk Labrecque', role: 'OMBUDSMAN', title: 'Protecteur du citoyen' },
  { email: 'administration@exemple.test', name: 'Jocelyn Pomerleau', role: 'ADMINISTRATOR', title: 'administrateur' },
]

const addSectors = statement(
  'demonstration_sectors',
  `insert into sector (code, name, services)
   select code, name, services from jsonb_to_recordset($1::jsonb) as s (code text, name text, services jsonb)
   on conflict do nothing`,
)
const addStaff = statement(
  'demonstration_staff',
  `insert into staff (id, email, name, role, sector, password_hash)
   select id, email, name, role, sector, $2 from jsonb_to_recordset($1::jsonb)
     as s (id uuid, email text, name text, role text, sector text)
   on conflict do nothing`,
)
const findStaff = statement(
  'demonstration_cast',
  'select id, email, role, sector from staff where email = any ($1) and active',
)

const findOthers = statement('demonstration_others', 'select 1 from staff where not (lower(email) = any ($1)) limit 1')

/** True when somebody works here for good: then no account with a known password may be added. */
export const hasRealAccounts = async (ask: Ask): Promise<boolean> =>
  (await ask(findOthers, [demonstrationStaff.map(({ email }) => email)])).length > 0

/** Adds the demonstration's sectors and people that are not there yet. */
export async function addDemonstrationAccounts(ask: Ask): Promise<void> {
  await ask(addSectors, [JSON.stringify(demonstrationSectors)])
  const staff = demonstrationStaff.map(person => ({ ...person, id: idOf('staff', person.email) }))
  await ask(addStaff, [JSON.stringify(staff), await hashPassword(demonstrationPassword)])
}

/** The people of the demonstration as they are in the register. */
export async function castOf(ask: Ask): Promise<Cast> {
  const emails = demonstrationStaff.map(({ email }) => email)
  const found = await ask<Actor & { email: string }>(findStaff, [emails])
  const actors = emails.flatMap(email => found.filter(person => person.email === email))
  const people = actors.map(({ id, role, sector }): Actor => ({ id, role, sector }))
  const of = (role: Actor['role']) => people.filter(person => person.role === role)
  const [responsible, deputy = responsible] = of('RESPONSIBLE_OFFICER')
  if (!responsible || !deputy) throw new Error('The demonstration has nobody who decides')
  return { officers: [...of('OFFICER'), responsible], responsible, deputy, respondents: of('SECTOR_RESPONDENT') }
}
