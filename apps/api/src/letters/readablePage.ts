const style =
  'body{max-width:42rem;margin:2rem auto;padding:0 1rem;color:#223654;font:1rem/1.6 Georgia,serif}h1{font-size:1.4rem}h2{font-size:1.1rem}dt{font-weight:bold}'

/** The page that the compiler made, in its language, its title at the first level, and with the space it takes to read. */
export const readablePage = (html: string, language: string): string =>
  html
    .replace('<html>', `<html lang="${language}">`)
    .replace('</head>', `  <style>${style}</style>\n  </head>`)
    .replace(/<(\/?)h([2-6])>/g, (_, end: string, level: string) => `<${end}h${Number(level) - 1}>`)
