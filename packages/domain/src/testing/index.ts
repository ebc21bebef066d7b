/** The second door: what the trials of the process are made of. */
export * from './given.ts'
export * from './histories.ts'
export * from './people.ts'
export * from './randomSequences.ts'
export * from './recovered.ts'
