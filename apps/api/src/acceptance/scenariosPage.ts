import { inadmissibilityGrounds, labelOf, outcomes, steps } from '@bienfonde/domain'
import type { Played } from './playScenarios.ts'
import type { ScenarioOutcome } from './Scenario.ts'

/** Our own short name of each scenario, by its identifier. */
const titles: Record<string, string> = {
  P01: 'Avis jamais reçu, mauvaise destination',
  P03: 'Bien compté avant le règlement d’une succession',
  P04: 'Remboursement bloqué par une mauvaise rubrique',
  P07: 'Urgence retardée par des documents facultatifs',
  P09: 'Rencontre offerte trop tard pour l’échéance',
  P10: 'Décision juste, somme non rendue',
  P12: 'Pièce exigée hors de la loi',
  P13: 'Délai compté depuis le mauvais jour',
  P15: 'Réponse arrivée après la date utile',
  P16: 'Erreur de saisie remise au compte de la personne',
  P18: 'Logement longtemps laissé vide',
  P21: 'Nouvelle adresse restée dans un seul service',
  S01: 'Contestation déjà au tribunal',
  S02: 'Menaces dans le message',
  S04: 'Service rendu par une ville',
  S06: 'Divulgation visant une municipalité',
  S07: 'Déontologie municipale',
  S08: 'Attribution d’un contrat municipal',
  S10: 'Anonyme et impossible à vérifier',
  S13: 'Rien à reprocher, mais à améliorer',
  S14: 'Réponse hors de la norme',
  S15: 'Entente avec l’unité',
  S16: 'Recours après la réponse',
  S17: 'Correspondance en anglais',
}

const scenarioEnds: Partial<Record<ScenarioOutcome, string>> = {
  PARTLY_FOUNDED: 'Fondée en partie',
  ESCALATED_TO_OMBUDSMAN: 'Portée au Protecteur du citoyen, envoi préparé',
}

/** The end that a scenario reached, in words. */
export function endReached({ scenario: { expected }, differences }: Played): string {
  if (differences.length > 0) return `Échec : ${differences.join(' ; ')}`
  const end = scenarioEnds[expected.outcome] ?? labelOf(outcomes, expected.outcome)
  return expected.outcome === 'INADMISSIBLE' && expected.ground
    ? `${end} : ${labelOf(inadmissibilityGrounds, expected.ground).toLowerCase()}`
    : end
}

const stepTitles = ({ steps: played }: Played) => played.map(name => steps[name].title).join(' → ')

/** The page of the documentation that lists the scenarios as they were last played. */
export const scenariosPage = (results: readonly Played[]): string => `# Les scénarios d’acceptation

Chaque scénario est joué par l’API, en HTTP, sur une base jetable : une agente, la personne responsable et une répondante ou un répondant entrent dans l’application et prennent les étapes, de l’inscription à la fermeture. La fin atteinte est ensuite comparée à celle que le scénario attend : recevabilité, motif d’irrecevabilité, résultat, préjudice, critères retenus, personne avisée.

Cette page est écrite par la commande qui joue les scénarios ; ne la modifiez pas à la main :

\`\`\`
bienfonde scenarios <fichier.json> --markdown docs/scenarios.md
\`\`\`

| Scénario | Sujet | Fin atteinte | Étapes |
|---|---|---|---|
${results.map(played => `| ${played.scenario.id} | ${titles[played.scenario.id] ?? '—'} | ${endReached(played)} | ${stepTitles(played)} |`).join('\n')}

${passed(results)} scénarios réussis sur ${results.length}.
`

/** How many scenarios ended as they must. */
export const passed = (results: readonly Played[]): number =>
  results.filter(({ differences }) => differences.length === 0).length
