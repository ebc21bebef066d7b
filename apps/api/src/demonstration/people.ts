import type { ReplyChannel } from '@bienfonde/domain'
import type { IdentityInput } from '../vault/identityInput.ts'
import type { Chance } from './chance.ts'

const givenNames = (
  'Ghislaine Raymonde Normand Fernande Ousmane Élodie Gaétan Huguette Rachid Svetlana Wilfrid Josiane Anselme ' +
  'Béatrice Cédric Daphné Évangéline Gwenaëlle Isidore Kateri Léandre Mireille Nadège Octave Réjean Solène Ursule ' +
  'Xavier Yamina Fatoumata Thérèse Adélard Zacharie Minh-Anh Corinne Eugénie'
).split(' ')

const familyNames = (
  'Bellavance Charbonneau Desgroseilliers Ettayebi Guilbeault Imbeault Kabongo Latulippe Mongrain Ndiaye Ouellet ' +
  'Pellerin Quenneville Robitaille Trottier Vadeboncœur Wolofsky Archambault Bourgault Choquette Falardeau Gingras ' +
  'Hamelin Larivée Mercille Nantel Palardy Ratelle Thibeault Villemure Cloutier Tremblay-Ngo Beauchesne Kowalczyk'
).split(' ')

const streets = [
  'rue des Engoulevents',
  'rue de la Sittelle',
  'chemin du Sixième-Moulin',
  'avenue des Tisserands',
  'rang de l’Amélanchier',
  'boulevard des Grands-Ormes',
  'rue du Vieux-Lavoir',
]
const cities = ['Val-des-Merises', 'Sainte-Ondine', 'Port-Alizé', 'Saint-Evariste-du-Lac', 'Rivière-aux-Aulnes']

/** An invented person, reachable in the ways that they chose; nobody at all without a way and a name. */
export function person(chance: Chance, channels: readonly ReplyChannel[], familyName?: string): IdentityInput {
  const givenName = chance.pick(givenNames)
  const family = familyName ?? chance.pick(familyNames)
  const letter = () => 'ABCEGHJKLMNPRSTVXY'.charAt(chance.between(0, 17))
  const figure = () => chance.between(1, 9)
  return {
    givenName,
    familyName: family,
    email: channels.includes('EMAIL') ? `${plain(givenName)}.${plain(family)}@exemple.test` : null,
    telephone: channels.includes('PHONE') ? `418 555-01${String(chance.between(0, 99)).padStart(2, '0')}` : null,
    ...(channels.includes('MAIL')
      ? {
          street: `${chance.between(12, 1980)}, ${chance.pick(streets)}`,
          city: chance.pick(cities),
          postalCode: `G${figure()}${letter()} ${figure()}${letter()}${figure()}`,
        }
      : {}),
  }
}

/** Whoever complains without a name leaves at most an address that says nothing. */
export const nameless = (chance: Chance): IdentityInput => ({
  email: `boite${chance.between(100, 999)}@exemple.test`,
})

/** The name of somebody who complains for another. */
export const fullName = (chance: Chance): string => `${chance.pick(givenNames)} ${chance.pick(familyNames)}`

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/œ/g, 'oe')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()
