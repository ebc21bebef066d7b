import { StartupRefusal } from '../startupRefusal.ts'

/** Asks for a password: twice and without showing it in a terminal, or the first line of what is piped in. */
export async function askPassword(person: string): Promise<string> {
  const { stdin, stderr } = process
  if (!stdin.isTTY) return firstLine(stdin)
  const chosen = await hidden(`Mot de passe de ${person} (douze caractères au moins) : `)
  const again = await hidden('Le même, une seconde fois : ')
  if (chosen === again) return chosen
  stderr.write('Les deux mots de passe diffèrent. Recommencez.\n')
  return askPassword(person)
}

async function firstLine(input: NodeJS.ReadStream): Promise<string> {
  let text = ''
  for await (const chunk of input) text += chunk
  return text.split(/\r?\n/)[0] ?? ''
}

/** One line typed in a terminal that shows nothing of it. */
function hidden(question: string): Promise<string> {
  const { stdin, stderr } = process
  stderr.write(question)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  return new Promise((resolve, reject) => {
    let typed: string[] = []
    const stop = () => {
      stdin.off('data', read)
      stdin.setRawMode(false)
      stdin.pause()
      stderr.write('\n')
    }
    const read = (keys: string) => {
      for (const key of keys) {
        if (key === '\r' || key === '\n') {
          stop()
          return resolve(typed.join(''))
        }
        if (key === '\u0003' || key === '\u0004') {
          stop()
          return reject(new StartupRefusal('Rien n’est changé.'))
        }
        if (key === '\u007f' || key === '\b') typed.pop()
        else if (key === '\u0015') typed = []
        else if (key >= ' ') typed.push(key)
      }
    }
    stdin.on('data', read)
  })
}
