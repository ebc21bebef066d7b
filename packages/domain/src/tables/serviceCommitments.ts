/** Within how many business days the Secretariat undertakes to acknowledge and to reply. */
export interface ServiceCommitments {
  readonly acknowledgementDays: number
  readonly replyDays: number
  readonly label: string
}

/** An example to be replaced by the ministry's own: the published process states no delay. */
export const exampleCommitments: ServiceCommitments = { acknowledgementDays: 5, replyDays: 20, label: 'exemple' }
