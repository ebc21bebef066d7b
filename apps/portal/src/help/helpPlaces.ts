import type { Role, Room } from '@bienfonde/domain'

export interface HelpPlace {
  readonly to: string
  /** What the guide speaks of there. */
  readonly about: string
}

/** Where the guide speaks of each family of steps. */
export const roomHelp: Readonly<Record<Room, string>> = {
  intake: '/aide/agents#réception-et-suivi-du-dossier',
  admissibility: '/aide/agents#recevabilité',
  transfer: '/aide/agents#renvoi-et-transfert',
  confidentiality: '/aide/agents#confidentialité',
  analysis: '/aide/agents#analyse',
  decision: '/aide/agents#décision',
  result: '/aide/agents#résultat',
  followUp: '/aide/agents#suites-données-aux-recommandations',
  ombudsman: '/aide/agents#protecteur-du-citoyen',
  retention: '/aide/agents#après-la-fermeture',
}

/** The steps that a sector takes are told in its own guide. */
export const sectorRoomHelp: Readonly<Partial<Record<Room, string>>> = {
  analysis: '/aide/repondants#répondre-à-une-question',
  followUp: '/aide/repondants#répondre-à-une-recommandation',
  confidentiality: '/aide/repondants#lire-ce-que-la-personne-a-permis',
}

export const stepHelp = (room: Room, role: Role | undefined): string =>
  (role === 'SECTOR_RESPONDENT' && sectorRoomHelp[room]) || roomHelp[room]

/** Where the guides speak of each page; a page under another is told with it, unless it has its own line above. */
export const pageHelp: readonly (HelpPlace & { readonly at: string })[] = [
  { at: '/aujourdhui', to: '/aide/agents#commencer-par-aujourdhui', about: 'votre journée' },
  { at: '/plaintes/nouvelle', to: '/aide/agents#inscrire-une-plainte', about: 'l’inscription d’une plainte' },
  { at: '/dossiers/', to: '/aide/agents#le-dossier', about: 'la page d’un dossier' },
  { at: '/dossiers', to: '/aide/agents#trouver-un-dossier', about: 'la liste des dossiers' },
  { at: '/envois', to: '/aide/agents#envois-et-rappels', about: 'les envois' },
  { at: '/suivis', to: '/aide/agents#suites-données-aux-recommandations', about: 'les suivis' },
  {
    at: '/consultations',
    to: '/aide/repondants#répondre-à-une-question',
    about: 'les questions posées à votre secteur',
  },
  { at: '/protecteur', to: '/aide/agents#recevoir-un-envoi', about: 'les dossiers transmis' },
  { at: '/statistiques/editions', to: '/aide/agents#signer-un-rapport-annuel', about: 'les éditions arrêtées' },
  { at: '/jetons', to: '/aide/agents#lire-les-chiffres-avec-un-programme', about: 'les jetons' },
  { at: '/statistiques', to: '/aide/agents#suivre-les-chiffres', about: 'les chiffres' },
  { at: '/registres', to: '/aide/agents#tenir-les-registres', about: 'les registres' },
  { at: '/verification', to: '/aide/agents#vérifier-le-journal', about: 'la vérification' },
  { at: '/administration/personnel', to: '/aide/administration#personnel', about: 'le personnel' },
  { at: '/administration/secteurs', to: '/aide/administration#secteurs', about: 'les secteurs' },
  { at: '/administration/engagements', to: '/aide/administration#engagements', about: 'les engagements' },
  { at: '/administration/calendrier', to: '/aide/administration#calendrier', about: 'le calendrier' },
  { at: '/administration/conservation', to: '/aide/administration#conservation', about: 'la conservation' },
  { at: '/administration/coordonnees', to: '/aide/administration#coordonnées', about: 'les coordonnées' },
  { at: '/administration/lettres', to: '/aide/administration#lettres', about: 'les modèles des lettres' },
  { at: '/administration/editions', to: '/aide/administration#éditions', about: 'les éditions' },
  { at: '/administration/journal', to: '/aide/administration#journal', about: 'le journal de l’administration' },
]

/** What a guide says of the page at this address. */
export const helpAt = (path: string): HelpPlace | undefined => pageHelp.find(({ at }) => path.startsWith(at))
