import type { CheckpointSigner } from '../checkpoints/Checkpoint.ts'
import type { ServerOptions } from '../server.ts'
import { application } from './application.ts'
import { follower, people } from './follower.ts'

/** The day on which the trials of the steps take place. */
export const today = '2026-05-04'

/** An application with two sectors and somebody in every role; its clock is set by hand. */
export async function ministry({
  beatSeconds,
  log,
  signer,
}: Pick<ServerOptions, 'beatSeconds' | 'log'> & { signer?: CheckpointSigner } = {}) {
  const clock = { day: today }
  const app = await application({
    now: () => new Date(`${clock.day}T15:00:00Z`),
    requestsPerMinute: 1_000_000,
    ...(beatSeconds && { beatSeconds }),
    ...(signer && { signer }),
    ...(log && { log }),
  })
  await app.database.pool.query(
    `insert into sector (code, name, active) values
       ('HOUSING', 'Habitation', true), ('ROADS', 'Voirie', true), ('FORMER', 'Ancien secteur', false)`,
  )
  const officer = await app.staff('agente@exemple.test', 'OFFICER')
  const otherOfficer = await app.staff('agent@exemple.test', 'OFFICER')
  await app.staff('responsable@exemple.test', 'RESPONSIBLE_OFFICER')
  await app.staff('habitation@exemple.test', 'SECTOR_RESPONDENT', 'HOUSING')
  await app.staff('voirie@exemple.test', 'SECTOR_RESPONDENT', 'ROADS')
  await app.staff('gestion@exemple.test', 'MANAGER')
  await app.staff('verification@exemple.test', 'AUDITOR')
  await app.staff('protecteur@exemple.test', 'OMBUDSMAN')
  await app.staff('administration@exemple.test', 'ADMINISTRATOR')
  const browserOf = people(app)
  return {
    ...app,
    clock,
    officer,
    otherOfficer,
    browserOf,
    /** A dossier yet to be registered. */
    dossier: () => follower(app, browserOf),
  }
}

/** What an officer writes down from an invented call. */
export const call = {
  intakeChannel: 'PHONE',
  receivedOn: today,
  anonymous: false,
  replyChannels: ['PHONE', 'EMAIL'],
  language: 'FR',
  factsKnownOn: '2026-04-20',
  identity: {
    givenName: 'Zéphirine',
    familyName: 'Quenneville',
    email: 'zephirine.quenneville@courriel.test',
    telephone: '418 555-0142',
    street: '2187, rue des Épinettes',
    city: 'Saint-Exemple',
    postalCode: 'A1B 2C3',
    numbers: ['DOS-7745210'],
  },
  words: 'Personne ne me rappelle depuis mars, moi, Zéphirine Quenneville.',
  matters: [
    {
      subject: 'Délai de réponse',
      sector: 'HOUSING',
      service: 'Programmes d’aide',
      statement: 'La demande est restée plusieurs semaines sans réponse.',
    },
  ],
}
