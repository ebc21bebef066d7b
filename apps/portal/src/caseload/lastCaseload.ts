import { ref } from 'vue'

/** The list as it was last looked at: a dossier leads back to it, filters and page included. */
export const lastCaseload = ref('/dossiers')
