import { readFileSync } from 'node:fs'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'
import { guideFiles, guidePages } from './guides/guidePages.ts'

// The address in the browser is kept as it is: the API takes orders from its own pages alone.
const { BIENFONDE_API, PORT = '4000' } = process.env
const api = { target: BIENFONDE_API ?? `http://localhost:${PORT}`, changeOrigin: false }

/** The list of what the portal may ask goes with it: the API runs nothing else. */
const shippedDocuments = (): Plugin => ({
  name: 'shipped-documents',
  apply: 'build',
  generateBundle() {
    const list = new URL('./src/graphql/persisted-documents.json', import.meta.url)
    this.emitFile({ type: 'asset', fileName: 'operations.json', source: readFileSync(list) })
  },
})

/** The portal is static files; in development the API stands behind the same address. */
export default defineConfig({
  plugins: [guidePages(), shippedDocuments(), vue({ include: [/\.vue$/, guideFiles] })],
  define: {
    'globalThis.__DEV__': JSON.stringify(process.env.NODE_ENV !== 'production'),
    __VUE_OPTIONS_API__: 'false',
  },
  // The security policy admits no inline image: even a small one is a file.
  build: { assetsInlineLimit: 0, target: 'es2022', modulePreload: { polyfill: false } },
  server: {
    proxy: { '/sign-in': api, '/sign-out': api, '/graphql': api, '/files': api, '/live': api, '/statistics': api },
  },
})
