/** What `bienfonde help` says. */
export const help = `Bienfondé : le traitement des plaintes d’un ministère.

Usage : bienfonde <commande>

  start     démarre l’application et affiche son adresse (Ctrl-C l’arrête)
  seed      ajoute les données de démonstration
  rebuild   refait les tableaux de lecture à partir du journal
  verify    recalcule la chaîne du journal et dit où elle est rompue (code 1 si elle l’est)
  migrate   amène les tables à la version présente
  scenarios joue un fichier de scénarios par l’API, sur une base jetable (--markdown <fichier> en écrit le tableau)
  help      affiche ce texte

Réglages, par variables d’environnement :

  PORT                            port d’écoute (4000)
  BIENFONDE_HOST                  adresse d’écoute (localhost)
  BIENFONDE_PUBLIC_URL            adresse publique ; en https, elle rend le cookie de session sûr
  BIENFONDE_TRUST_PROXY           mandataires crus sur l’adresse des visites (aucun)
  BIENFONDE_DATA                  dossier de la base embarquée et de sa clé (.data)
  BIENFONDE_POSTGRES              dossier d’un autre PostgreSQL pour la base embarquée
  DATABASE_URL                    serveur PostgreSQL (15 ou plus récent) à la place de la base embarquée
  BIENFONDE_MASTER_KEY_FILE       fichier de la clé maîtresse, exigé avec DATABASE_URL
  BIENFONDE_REQUESTS_PER_MINUTE   requêtes permises par adresse et par minute (3000)
  BIENFONDE_DEMONSTRATION         nombre de dossiers de la démonstration (400 ; 0 pour les seuls comptes)
  BIENFONDE_LOG_LEVEL             détail du journal technique : error, warn, info (warn)
`
