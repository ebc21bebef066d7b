/** Why an earlier register is not taken up, in a French sentence that repeats no value of it. */
export class ImportRefusal extends Error {
  override readonly name = 'ImportRefusal'
}
