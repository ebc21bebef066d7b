import { readonly, ref } from 'vue'

/** A short word after an act. Errors stay until they are dismissed; successes leave after a while. */
export interface Toast {
  id: number
  tone: 'success' | 'danger'
  message: string
}

const toasts = ref<Toast[]>([])
let last = 0

function dismiss(id: number) {
  toasts.value = toasts.value.filter(toast => toast.id !== id)
}

function add(tone: Toast['tone'], message: string): number {
  const id = ++last
  toasts.value = [...toasts.value, { id, tone, message }]
  return id
}

/** Announces from anywhere in the page; one `Toaster` shows what is announced. */
export function useToasts() {
  return {
    toasts: readonly(toasts),
    succeed: (message: string) => add('success', message),
    fail: (message: string) => add('danger', message),
    dismiss,
  }
}
