/** How sessions are opened in this installation. */
export interface Ways {
  /** By the organisation's own sign-on. */
  organisation: boolean
  /** By a password kept here. */
  local: boolean
  /** True when whoever decides or administers must have a second factor with a local account. */
  secondFactor: boolean
}
