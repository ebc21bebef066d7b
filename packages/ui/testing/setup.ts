import '../src/tokens.css'
import '../src/base.css'

document.documentElement.lang = 'fr-CA'
