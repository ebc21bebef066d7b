import { roles } from '@bienfonde/domain'

/** What `bienfonde account` says when it is not understood. */
export const accountHelp = `Usage : bienfonde account <acte>

  add --email <adresse> --name <nom> --role <rôle> [--sector <code>]
                            ajoute un compte ; le secteur est celui que la personne représente
  list                      affiche les comptes
  disable <adresse>         désactive un compte et ferme ses sessions
  enable <adresse>          le rend de nouveau actif
  reset-password <adresse>  remplace un mot de passe et ferme les sessions du compte
  reset-second-factor <adresse>
                            retire le second facteur d’un compte qui l’a perdu, et ferme ses sessions
  link <adresse> --subject <sujet>
                            rattache un compte à la personne que l’organisation connaît sous ce sujet

Le mot de passe se tape sans paraître à l’écran, ou vient de l’entrée standard ; jamais de la ligne de commande.

Rôles :

${roles.map(({ code, label }) => `  ${code.padEnd(20)} ${label}`).join('\n')}
`

/** What `bienfonde help` says. */
export const help = `Bienfondé : le traitement des plaintes d’un ministère.

Usage : bienfonde <commande>

  start       démarre l’application et affiche son adresse (Ctrl-C l’arrête)
  seed        ajoute les données de démonstration
  rebuild     refait les tableaux de lecture à partir du journal
  verify      recalcule la chaîne du journal, la compare aux points de contrôle et dit où elle est rompue (code 1 si
              elle l’est) ; --checkpoint <fichier> et --key <clé publique> en prennent d’autres, --vault éprouve le coffre
  checkpoint  signe un point de contrôle du journal et l’affiche (--public-key affiche la clé publique)
  journal export <fichier>
              écrit le journal pour qui le vérifie avec d’autres outils (tools/verify_journal.py)
  verify-package <fichier>
              vérifie un envoi au Protecteur du citoyen, sans base ni réseau (--key <clé publique>)
  rotate-keys met tout sous la clé maîtresse suivante ; arrêtée, reprend où elle en était (--batch <dossiers par lot>)
  migrate     amène les tables à la version présente
  account     gère les comptes des personnes (account --help en dit plus)
  import      reprend un registre antérieur, CSV ou XLSX : import <fichier> --mapping <mappage> ; --dry-run n’écrit rien,
              --report <fichier> dit les lignes en cause, --partial reprend les autres ; --withdraw <registre>, sans
              fichier, retire tout ce qui a été repris de ce registre
  scenarios   joue un fichier de scénarios par l’API, sur une base jetable (--markdown <fichier> en écrit le tableau)
  letters gallery <fichier> --out <dossier>
              joue un fichier de scénarios et écrit leurs lettres en PDF, avec une de chaque genre
  help        affiche ce texte

Réglages, par variables d’environnement :

  PORT                            port d’écoute (4000)
  BIENFONDE_HOST                  adresse d’écoute (localhost)
  BIENFONDE_PUBLIC_URL            adresse publique ; en https, elle rend le cookie de session sûr
  BIENFONDE_TRUST_PROXY           mandataires crus sur l’adresse des visites (aucun)
  BIENFONDE_DATA                  dossier de la base embarquée et de sa clé (.data)
  BIENFONDE_POSTGRES              dossier d’un autre PostgreSQL pour la base embarquée
  DATABASE_URL                    serveur PostgreSQL (15 ou plus récent) à la place de la base embarquée
  BIENFONDE_MASTER_KEY_FILE       fichier de la clé maîtresse, exigé avec DATABASE_URL
  BIENFONDE_MASTER_KEY_NEXT_FILE  fichier de la clé maîtresse suivante, tant que dure une rotation
  BIENFONDE_CHECKPOINT_KEY_FILE   fichier de la clé qui signe les points de contrôle ; créé avec la base embarquée
  BIENFONDE_CHECKPOINTS           dossier des points de contrôle (checkpoints, dans le dossier des données)
  BIENFONDE_CHECKPOINT_URL        adresse à laquelle chaque point de contrôle est aussi envoyé, par POST (aucune)
  BIENFONDE_SECOND_FACTOR         1 pour exiger un second facteur des comptes locaux qui décident ou administrent
  BIENFONDE_CLAMAV                prise ou hôte:port du démon ClamAV qui examine les documents reçus (aucun antivirus)
  BIENFONDE_OIDC_ISSUER           fournisseur OpenID Connect qui connecte les personnes (aucun : comptes locaux)
  BIENFONDE_OIDC_CLIENT_ID        nom de Bienfondé au fournisseur
  BIENFONDE_OIDC_CLIENT_SECRET_FILE
                                  fichier du secret partagé avec le fournisseur (aucun : PKCE seul)
  BIENFONDE_OIDC_ROLES_FILE       fichier JSON qui dit quel rôle donne chaque valeur transmise
  BIENFONDE_OIDC_ROLE_CLAIM       renseignement transmis qui porte ces valeurs (groups)
  BIENFONDE_OIDC_NAME_CLAIM       celui qui porte le nom (name)
  BIENFONDE_OIDC_EMAIL_CLAIM      celui qui porte l’adresse de courriel (email)
  BIENFONDE_OIDC_SCOPE            ce qui est demandé au fournisseur (openid profile email)
  BIENFONDE_LOCAL_ACCOUNTS        1 pour que les comptes locaux ouvrent encore, en secours
  BIENFONDE_REQUESTS_PER_MINUTE   requêtes permises par adresse et par minute (3000)
  BIENFONDE_ANY_DOCUMENT          1 pour que /graphql exécute toute requête, et non celles du portail seules (essais)
  BIENFONDE_DEMONSTRATION         nombre de dossiers de la démonstration (400 ; 0 pour aucune démonstration)
  BIENFONDE_CLOCK                 off pour que ce processus ne fasse aucun travail de l’horloge (on)
  BIENFONDE_SMTP_URL              serveur d’où partent les lettres, smtp:// ou smtps:// (aucun)
  BIENFONDE_MAIL_FROM             adresse d’où elles partent, exigée avec le précédent
  BIENFONDE_IMAP_URL              boîte dont les messages proposent une inscription, imap:// ou imaps:// (aucune)
  BIENFONDE_IMAP_FOLDER           dossier de cette boîte (INBOX)
  BIENFONDE_LOG_LEVEL             détail du journal technique : error, warn, info (warn)
`
