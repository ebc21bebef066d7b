import { computed, type MaybeRefOrGetter, toValue, useId } from 'vue'
import type { FieldProps } from './fieldProps.ts'

/** Ties a control to its label, its hint and its error, so that all of them are announced together. */
export function useField(field: MaybeRefOrGetter<FieldProps>) {
  const generated = useId()
  const props = computed(() => toValue(field))
  const id = computed(() => props.value.id ?? generated)
  const describedby = computed(() => {
    const { hint, error } = props.value
    return [hint && `${id.value}-hint`, error && `${id.value}-error`].filter(Boolean).join(' ') || undefined
  })
  return {
    id,
    describedby,
    frame: computed(() => {
      const { label, hint, error, required } = props.value
      return { id: id.value, label, hint, error, required }
    }),
    control: computed(() => {
      const { name, disabled, required, error } = props.value
      return {
        id: id.value,
        name,
        disabled,
        'aria-required': required ? ('true' as const) : undefined,
        'aria-invalid': error ? ('true' as const) : undefined,
        'aria-describedby': describedby.value,
      }
    }),
  }
}
