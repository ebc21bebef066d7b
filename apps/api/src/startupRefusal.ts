/** Why the application will not start, in a French sentence that says what to do; shown without a stack. */
export class StartupRefusal extends Error {
  override readonly name = 'StartupRefusal'
}
