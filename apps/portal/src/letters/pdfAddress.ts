import { onScopeDispose, ref } from 'vue'

const blobOf = (base64: string) =>
  new Blob([Uint8Array.from(atob(base64), each => each.charCodeAt(0))], { type: 'application/pdf' })

/** The address, for as long as the page shows it, of a PDF that came in an answer. */
export function pdfAddress() {
  const address = ref<string>()
  function show(base64: string | undefined) {
    if (address.value) URL.revokeObjectURL(address.value)
    address.value = base64 && URL.createObjectURL(blobOf(base64))
  }
  onScopeDispose(() => show(undefined))
  return { address, show }
}
