import { demonstrationPassword } from '../demonstration/accounts.ts'
import { type Company, Visitor } from './Visitor.ts'

/** The sector of every matter of the scenarios: that of a respondent of the demonstration. */
export const sector = 'HOUSING'

/** The three people who sign in to play the scenarios. */
export async function companyAt(address: string): Promise<Company> {
  const signedIn = (name: string) => Visitor.signedIn(address, `${name}@exemple.test`, demonstrationPassword)
  return {
    officer: await signedIn('agente'),
    responsible: await signedIn('responsable'),
    respondent: await signedIn('habitation'),
  }
}
