import type { Topic } from './Topic.ts'
import { clientServicesTopics } from './texts/clientServices.ts'
import { housingTopics } from './texts/housing.ts'
import { infrastructureTopics } from './texts/infrastructure.ts'
import { municipalAffairsTopics } from './texts/municipalAffairs.ts'

/** Every subject of complaint of the demonstration, sector by sector. */
export const topics: readonly Topic[] = [
  ...housingTopics,
  ...municipalAffairsTopics,
  ...infrastructureTopics,
  ...clientServicesTopics,
]
