import { describe, expect, it } from 'vitest'
import { MessageRefused, messageLimits, readMessage } from './readMessage.ts'

const now = new Date('2026-06-03T15:00:00Z')
const header =
  'From: "Quenneville, Zéphirine" <zeph@exemple.test>\r\nSubject: Ma plainte\r\nDate: Tue, 2 Jun 2026 10:00:00 -0400\r\n'
const plain = `${header}\r\nPersonne ne me répond.\r\n`
const multipart = (body: string, boundary = 'b1') =>
  `${header}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n${body}`
const part = (content: string, type = 'text/plain; charset=utf-8') =>
  `--b1\r\nContent-Type: ${type}\r\n\r\n${content}\r\n`

/** A small source of chance that the trial names by its seed: the same cases every time. */
function chance(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
}

/** Faults written by hand, each as mail servers have been seen to let pass. */
const written: Record<string, string | Buffer> = {
  vide: '',
  'un seul octet': 'x',
  'des zéros': Buffer.alloc(2_000),
  'un exécutable': Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500, 144)]),
  'sans en-tête': 'Bonjour, ceci n’est pas un message.',
  'en-tête sans expéditeur': 'Subject: Rien\r\n\r\nTexte.',
  'en-tête seul': header,
  'zéro dans l’en-tête': `From: a\0b <x@y.test>\r\n\r\nTexte`,
  'une partie sans frontière': multipart(''),
  'frontière jamais ouverte': multipart('Du texte sans frontière.'),
  'frontière jamais fermée': multipart(part('Un texte')),
  'frontière vide': multipart('--\r\n\r\nTexte', ''),
  'frontière absente': `${header}Content-Type: multipart/mixed\r\n\r\nTexte`,
  'base64 brisé': `${header}Content-Transfer-Encoding: base64\r\n\r\n####====@@@\r\nAAAA`,
  'imprimable brisé': `${header}Content-Transfer-Encoding: quoted-printable\r\n\r\n=ZZ=4=\r\n=`,
  'jeu de caractères inconnu': `${header}Content-Type: text/plain; charset=klingon-8\r\n\r\n\xff\xfe texte`,
  'date impossible': `From: x@y.test\r\nDate: Lundi 45 mai\r\n\r\nTexte.`,
  'date dans l’avenir': `From: x@y.test\r\nDate: Tue, 2 Jun 2099 10:00:00 -0400\r\n\r\nTexte.`,
  'en-tête sans fin': `From: x@y.test\r\n${'X-A: b\r\n'.repeat(60_000)}`,
  'ligne sans fin': `From: x@y.test\r\nSubject: ${'a'.repeat(300_000)}\r\n\r\nTexte.`,
  'adresse absurde': 'From: <<<@@@>>>;;,,\r\n\r\nTexte.',
  'nom replié': 'From: =?utf-8?B?w4k=\r\n =?= <x@y.test>\r\n\r\nTexte.',
  'nom mal codé': 'From: =?utf-8?B?####?= <x@y.test>\r\n\r\nTexte.',
  'html seul': `${header}Content-Type: text/html\r\n\r\n<p>Un <b>texte`,
  'html gigantesque': `${header}Content-Type: text/html\r\n\r\n${'<div>'.repeat(200_000)}`,
  'html imbriqué': `${header}Content-Type: text/html\r\n\r\n${'<table><tr><td>'.repeat(5_000)}x`,
  'message dans un message': `${header}Content-Type: message/rfc822\r\n\r\n${plain}`,
  'message sans fin dans un message': `${header}Content-Type: message/rfc822\r\n\r\n`.repeat(40),
  'deux frontières': `${header}Content-Type: multipart/mixed; boundary=a; boundary=b\r\n\r\n--a\r\n\r\nun\r\n--b\r\n\r\ndeux`,
  'frontière de 200 signes': multipart(`--${'z'.repeat(200)}\r\n\r\ntexte\r\n--${'z'.repeat(200)}--`, 'z'.repeat(200)),
  'joint sans nom': multipart(`--b1\r\nContent-Disposition: attachment\r\n\r\nabc\r\n--b1--`),
  'joint au nom piégé': multipart(
    `--b1\r\nContent-Disposition: attachment; filename="../../etc/passwd\u202Etxt.exe"\r\n\r\nabc\r\n--b1--`,
  ),
  'joint vide': multipart('--b1\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\n\r\n--b1--'),
  'retours seuls': plain.replaceAll('\r\n', '\n'),
  'retours mêlés': plain.replaceAll('\r\n', '\r'),
  'uuencode tronqué': `${header}\r\nbegin 644 a.txt\r\nM____`,
  'tnef tronqué': `${header}Content-Type: application/ms-tnef\r\n\r\n\x78\x9f\x3e\x22`,
  'calendrier brisé': multipart(part('BEGIN:VCALENDAR\r\nBEGIN:', 'text/calendar')),
  'utf-16 tronqué': `${header}Content-Type: text/plain; charset=utf-16\r\n\r\n\xff\xfea`,
  'sept bits menteurs': `${header}Content-Transfer-Encoding: 7bit\r\n\r\n${'é'.repeat(50)}`,
}

/** Sound messages that chance has cut, turned over and stuffed. */
function generated(seed: number): Buffer {
  const draw = chance(seed)
  const sound = [plain, multipart(`${part('Un texte.')}${part('<p>Deux</p>', 'text/html')}--b1--`)]
  const bytes = Buffer.from(sound[draw(sound.length)] ?? plain)
  for (let times = 1 + draw(30); times > 0; times--) {
    const at = draw(bytes.length)
    if (draw(3) === 0) bytes.copy(bytes, at, draw(bytes.length))
    else bytes[at] = draw(256)
  }
  return bytes.subarray(0, 1 + draw(bytes.length))
}

/** Read, or refused by name: never anything else. */
async function settled(raw: Buffer): Promise<string> {
  try {
    const { text, documents, receivedOn } = await readMessage(raw, now)
    expect(receivedOn <= '2026-06-03').toBe(true)
    expect(text).not.toMatch(/[^\P{Cc}\t\n]/u)
    expect(text.length + documents.length).toBeGreaterThan(0)
    return 'READ'
  } catch (error) {
    expect(error).toBeInstanceOf(MessageRefused)
    return (error as MessageRefused).refusal
  }
}

describe('un message mal formé', () => {
  for (const [name, raw] of Object.entries(written))
    it(`${name} : lu ou refusé, jamais une panne`, async () => {
      expect(await settled(Buffer.from(raw))).toMatch(/^(READ|NOT_A_MESSAGE|TOO_MANY_PARTS|UNREADABLE|EMPTY)$/)
    })

  it('brisé par le hasard de trois cents façons, il est lu ou refusé', async () => {
    const ends = new Set<string>()
    for (let seed = 1; seed <= 300; seed++) ends.add(await settled(generated(seed)))
    expect(ends).toContain('READ')
    expect(ends.size).toBeGreaterThan(1)
  })

  it('trop gros ou de mille parties, il est refusé par son nom', async () => {
    expect(await settled(Buffer.concat([Buffer.from(plain), Buffer.alloc(50_000_000, 97)]))).toBe('TOO_LARGE')
    expect(await settled(Buffer.from(multipart(`${part('Un texte.').repeat(1_000)}--b1--`)))).toBe('TOO_MANY_PARTS')
    const nested = Array.from(
      { length: 1_000 },
      (_, n) => `Content-Type: multipart/mixed; boundary="n${n}"\r\n\r\n--n${n}\r\n`,
    )
    expect(await settled(Buffer.from(`${header}${nested.join('')}`))).toBe('TOO_MANY_PARTS')
    const most = `${part('Un texte.').repeat(messageLimits.parts - 1)}--b1--`
    expect(await settled(Buffer.from(multipart(most)))).toBe('READ')
  })

  it('bien formé, il donne son texte, ses noms et ses documents', async () => {
    const attachment =
      '--b1\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="bail.pdf"\r\n\r\n%PDF-1.4\r\n'
    const read = await readMessage(Buffer.from(multipart(`${part('Personne ne me répond.')}${attachment}--b1--`)), now)
    expect(read).toMatchObject({
      fromName: 'Quenneville, Zéphirine',
      fromEmail: 'zeph@exemple.test',
      receivedOn: '2026-06-02',
      subject: 'Ma plainte',
      text: 'Personne ne me répond.',
    })
    expect(read.documents.map(({ name }) => name)).toEqual(['bail.pdf'])
  })
})
