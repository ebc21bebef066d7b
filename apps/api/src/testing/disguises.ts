import { createHash } from 'node:crypto'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding)
const sha = (name: string, text: string) => createHash(name).update(text).digest()
const withoutAccents = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')

/** Base64 tells a text differently according to what stands before it; the ends, which depend on neighbours, are left out. */
const inside = (text: string, shift: number, encoding: 'base64' | 'base64url') => {
  const told = Buffer.concat([Buffer.alloc(shift), bytes(text)]).toString(encoding)
  return told.slice(Math.ceil((shift * 4) / 3) + 1, -4)
}
const escaped = (text: string, tell: (code: string) => string, all = false) =>
  [...text]
    .map(char => (all || char > '~' ? tell((char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')) : char))
    .join('')

/** The ways in which a secret could leave without being told plainly. */
export const disguises: Record<string, (secret: string) => string | Buffer> = {
  'tel quel': secret => secret,
  'en minuscules': secret => secret.toLowerCase(),
  'en majuscules': secret => secret.toUpperCase(),
  'sans accents': withoutAccents,
  'sans accents, en minuscules': secret => withoutAccents(secret).toLowerCase(),
  décomposé: secret => secret.normalize('NFD'),
  'à l’envers': secret => [...secret].reverse().join(''),
  'sans espaces ni ponctuation': secret =>
    withoutAccents(secret)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, ''),
  'espaces insécables': secret => secret.replaceAll(' ', '\u00a0'),
  'base64, premier décalage': secret => inside(secret, 0, 'base64'),
  'base64, deuxième décalage': secret => inside(secret, 1, 'base64'),
  'base64, troisième décalage': secret => inside(secret, 2, 'base64'),
  'base64url, premier décalage': secret => inside(secret, 0, 'base64url'),
  'base64url, deuxième décalage': secret => inside(secret, 1, 'base64url'),
  'base64url, troisième décalage': secret => inside(secret, 2, 'base64url'),
  'hexadécimal minuscule': secret => bytes(secret).toString('hex'),
  'hexadécimal majuscule': secret => bytes(secret).toString('hex').toUpperCase(),
  'adresse (%)': secret => encodeURIComponent(secret),
  'formulaire (+)': secret => encodeURIComponent(secret).replaceAll('%20', '+'),
  'adresse (%), deux fois': secret => encodeURIComponent(encodeURIComponent(secret)),
  'JSON échappé': secret => escaped(secret, code => `\\u${code}`),
  'JSON tout échappé': secret => escaped(secret, code => `\\u${code}`, true),
  'JSON dans JSON': secret => JSON.stringify(JSON.stringify(secret)).slice(3, -3),
  'entités HTML': secret => escaped(secret, code => `&#x${code.replace(/^0+/, '')};`),
  'entités HTML décimales': secret => escaped(secret, code => `&#${Number.parseInt(code, 16)};`),
  'courriel (quoted-printable)': secret =>
    [...bytes(secret)]
      .map(byte => (byte > 126 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)))
      .join(''),
  'UTF-16 petit-boutiste': secret => bytes(secret, 'utf16le'),
  'UTF-16 gros-boutiste': secret => bytes(secret, 'utf16le').swap16(),
  'latin 1': secret => bytes(secret, 'latin1'),
  rot13: secret =>
    secret.replace(/[a-z]/gi, char =>
      String.fromCharCode((((char.charCodeAt(0) & 31) + 12) % 26) + (char < 'a' ? 65 : 97)),
    ),
  'empreinte MD5': secret => sha('md5', secret).toString('hex'),
  'empreinte SHA-1': secret => sha('sha1', secret).toString('hex'),
  'empreinte SHA-256': secret => sha('sha256', secret).toString('hex'),
  'empreinte SHA-256 en octets': secret => sha('sha256', secret),
  'empreinte SHA-256 sans casse': secret => sha('sha256', secret.toLowerCase()).toString('hex'),
}

/** Under which disguise a secret is in what was caught; nothing when it is not. */
export function disguiseIn(caught: Buffer, secret: string): string | undefined {
  return Object.entries(disguises).find(([, disguise]) => {
    const told = disguise(secret)
    // Too short a trace would be found anywhere.
    return told.length >= 5 && caught.includes(told)
  })?.[0]
}
