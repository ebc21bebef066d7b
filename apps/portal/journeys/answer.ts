import { Visitor } from './Visitor.ts'

/** The respondent of a sector signs in, finds the question and answers it; it then leaves what waits. */
export async function answer(
  account: string,
  { question, reply }: { question: string; reply: string },
  picture?: string,
): Promise<void> {
  const respondent = await Visitor.signedIn(account)
  const form = respondent.page.getByRole('region').filter({ hasText: question })
  await respondent.reads(question)
  await respondent.keys.within(form).write('Réponse de votre secteur', reply)
  if (picture) await respondent.shows(picture)
  await respondent.stops()
  await respondent.keys.within(form).press('button', 'Envoyer la réponse')
  await respondent.hears('« Répondre à la consultation » : inscrit au dossier')
  await respondent.stops()
  await respondent.keys.turnTo('Répondues')
  await respondent.reads(question, reply)
  await respondent.stops()
}
