import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { type PictureSize, readGuide } from './readGuide.ts'

/** The files that are guides. */
export const guideFiles = /\/docs\/guide-[a-z]+\.md$/

const page = fileURLToPath(new URL('../src/help/GuidePage.vue', import.meta.url))

/** A PNG says its size in its first bytes. */
const sizeIn =
  (folder: string) =>
  (picture: string): PictureSize | undefined => {
    if (!existsSync(join(folder, picture))) return
    const bytes = readFileSync(join(folder, picture))
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  }

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** A guide as a component: the page of help around what it says. */
function componentOf(markdown: string, file: string): string {
  const { title, headings, template } = readGuide(markdown, sizeIn(dirname(file)))
  return `<script setup>
import GuidePage from ${JSON.stringify(page)}
const headings = ${JSON.stringify(headings)}
</script>
<template>
<GuidePage title="${attribute(title)}" :headings>
${template}
</GuidePage>
</template>
`
}

/** Makes a page of the portal of each guide, when the portal is built: nothing is read as HTML in the browser. */
export function guidePages(): Plugin {
  return {
    name: 'bienfonde:guides',
    enforce: 'pre',
    load(id) {
      if (!guideFiles.test(id)) return
      this.addWatchFile(id)
      return componentOf(readFileSync(id, 'utf8'), id)
    },
    handleHotUpdate(update) {
      if (!guideFiles.test(update.file)) return
      const { read } = update
      update.read = async () => componentOf(await read(), update.file)
    },
  }
}
