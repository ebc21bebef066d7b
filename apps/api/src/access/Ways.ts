/** How sessions are opened in this installation. */
export interface Ways {
  /** By the organisation's own sign-on. */
  organisation: boolean
  /** By a password kept here. */
  local: boolean
}
