document.documentElement.lang = 'fr-CA'
