/** What every field is told: its words, its hint, its error and whether an answer is owed. */
export interface FieldProps {
  label: string
  hint?: string | undefined
  error?: string | undefined
  required?: boolean | undefined
  disabled?: boolean | undefined
  /** The element's id, so that an error summary can lead to it. */
  id?: string | undefined
  name?: string | undefined
}

/** One answer that a person can choose. */
export interface FieldOption<Code extends string = string> {
  code: Code
  label: string
  hint?: string | undefined
  disabled?: boolean | undefined
}
