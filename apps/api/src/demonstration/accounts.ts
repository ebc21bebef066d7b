import { hashPassword } from '../access/password.ts'
import type { Ask } from '../database/statement.ts'
import { statement } from '../database/statement.ts'

/** The password of every demonstration account; demonstration accounts exist only where no real person works. */
export const demonstrationPassword = 'Bienfonde-demo-2026'

/** Invented sectors of an invented ministry. */
export const demonstrationSectors = [
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
  `insert into staff (email, name, role, sector, password_hash)
   select email, name, role, sector, $2 from jsonb_to_recordset($1::jsonb)
     as s (email text, name text, role text, sector text)
   on conflict do nothing`,
)

/** Adds the demonstration's sectors and people that are not there yet. */
export async function addDemonstrationAccounts(ask: Ask): Promise<void> {
  await ask(addSectors, [JSON.stringify(demonstrationSectors)])
  await ask(addStaff, [JSON.stringify(demonstrationStaff), await hashPassword(demonstrationPassword)])
}
