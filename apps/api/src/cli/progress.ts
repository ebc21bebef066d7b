/** One line that says how far the demonstration is: rewritten in a terminal, said now and then elsewhere. */
export function tellProgress(done: number, all: number): void {
  const { stdout } = process
  const ended = done === all
  if (stdout.isTTY) stdout.write(`\rPréparation de la démonstration : ${done} dossiers sur ${all}${ended ? '\n' : ''}`)
  else if (ended || done % 100 === 0) stdout.write(`Préparation de la démonstration : ${done} dossiers sur ${all}\n`)
}
