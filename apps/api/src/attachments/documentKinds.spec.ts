import { describe, expect, it } from 'vitest'
import { fileNameFor, mediaTypeOf } from './documentKinds.ts'

describe('le genre d’un document', () => {
  const bytes = (text: string) => Buffer.from(text, 'latin1')

  it.each([
    ['un PDF', bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'), 'application/pdf'],
    ['une image PNG', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0'), 'image/png'],
    ['une photo JPEG', bytes('\xff\xd8\xff\xe0\0\x10JFIF\0'), 'image/jpeg'],
    ['un texte RTF', bytes('{\\rtf1\\ansi Bonjour}'), 'application/rtf'],
    ['un texte', Buffer.from('Bonjour,\r\n\tété à Québec.'), 'text/plain'],
    ['un texte d’un ancien système', bytes('\xe9t\xe9'), 'text/plain'],
    ['un programme', bytes('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff'), undefined],
    ['une archive', bytes('PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0a'), undefined],
    ['une page animée', bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), undefined],
    ['des octets quelconques', Buffer.from([1, 2, 3, 0, 254]), undefined],
  ])('%s se reconnaît à son contenu', async (_, content, expected) => {
    expect(await mediaTypeOf(content)).toBe(expected)
  })

  it.each([
    ['facture.pdf', 'application/pdf', 'facture.pdf'],
    ['facture.PDF', 'application/pdf', 'facture.PDF'],
    ['facture.exe', 'application/pdf', 'facture.exe.pdf'],
    ['page.html', 'text/plain', 'page.html.txt'],
    ['courriel.eml', 'text/plain', 'courriel.eml'],
    ['Été – à Québec.txt', 'text/plain', 'Été – à Québec.txt'],
    ['photo', 'image/jpeg', 'photo.jpg'],
    ['', 'image/png', 'document.png'],
    ['...', 'image/png', 'document.png'],
    ['../../etc/passwd', 'text/plain', '_.._etc_passwd.txt'],
    ['c:\\temp\\a.txt', 'text/plain', 'c__temp_a.txt'],
    ['envoi\u202etxt.pdf', 'application/pdf', 'envoi_txt.pdf'],
    ['a\r\nSet-Cookie: b.pdf', 'application/pdf', 'a__Set-Cookie_ b.pdf'],
    [`${'é'.repeat(400)}.pdf`, 'application/pdf', `${'é'.repeat(150)}.pdf`],
  ])('« %s » de type %s est rendu sous le nom « %s »', (name, type, expected) => {
    expect(fileNameFor(name, type)).toBe(expected)
  })
})
