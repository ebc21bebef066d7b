/** One line that says how far a long work is: rewritten in a terminal, said now and then elsewhere. */
export const tellProgress =
  (work: string) =>
  (done: number, all: number): void => {
    const { stdout } = process
    const ended = done === all
    if (stdout.isTTY) stdout.write(`\r${work} : ${done} dossiers sur ${all}${ended ? '\n' : ''}`)
    else if (ended || done % 100 === 0) stdout.write(`${work} : ${done} dossiers sur ${all}\n`)
  }
