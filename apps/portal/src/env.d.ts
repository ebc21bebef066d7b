/// <reference types="vite/client" />

/** A guide is a page of the portal once it is built. */
declare module '*.md' {
  import type { Component } from 'vue'

  const guide: Component
  export default guide
}
