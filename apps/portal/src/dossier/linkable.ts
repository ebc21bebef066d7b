import { shallowRef } from 'vue'

/** Dossiers that seem to be of the same person as the one just registered, until another is registered. */
export const linkable = shallowRef<{ readonly dossier: string; readonly fileNumbers: readonly string[] }>()
