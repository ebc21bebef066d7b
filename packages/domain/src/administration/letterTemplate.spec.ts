import { describe, expect, it } from 'vitest'
import { administrationSentence } from './administrationRefusals.ts'
import { longestTemplate, templateFlaws, tidyTemplate } from './letterTemplate.ts'

describe('la source d’un modèle', () => {
  it('ne nomme pas une plainte autrement et n’accuse personne ; la ligne est dite', () => {
    expect(templateFlaws('#import "layout.typ": *\n\nVotre réclamation\n\nVous prétendez que')).toEqual([
      { code: 'TEMPLATE_FORBIDDEN_WORD', field: 'source', detail: 'Ligne 3 : « réclamation ».' },
      { code: 'TEMPLATE_ACCUSES_PERSON', field: 'source', detail: 'Ligne 5 : « Vous prétendez ».' },
    ])
  })

  it('ne reprend rien d’ailleurs que la mise en page', () => {
    expect(templateFlaws('#import "layout.typ": *\n#import "@preview/cetz:0.3.4"')).toMatchObject([
      { code: 'TEMPLATE_IMPORTS', detail: 'Ligne 2.' },
    ])
    expect(templateFlaws('#include "autre.typ"')).toMatchObject([{ code: 'TEMPLATE_IMPORTS', detail: 'Ligne 1.' }])
    expect(templateFlaws('#import "layout.typ": *\n#show: letter')).toEqual([])
  })

  it('n’est ni vide ni sans fin', () => {
    expect(templateFlaws(' \n')).toMatchObject([{ code: 'TEMPLATE_MISSING' }])
    expect(templateFlaws('x'.repeat(longestTemplate + 1))).toMatchObject([{ code: 'TEXT_TOO_LONG' }])
    expect(tidyTemplate('a\r\nb\n\n')).toBe('a\nb\n')
  })

  it('se refuse en une phrase qui dit où', () => {
    expect(administrationSentence({ code: 'TEMPLATE_MISSING' })).toBe('Le modèle est vide.')
    expect(administrationSentence({ code: 'TEMPLATE_IMPORTS', detail: 'Ligne 2.' })).toMatch(/Ligne 2\.$/)
  })
})
