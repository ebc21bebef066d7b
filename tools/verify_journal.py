#!/usr/bin/env python3
"""Vérifie un journal exporté de Bienfondé, sans rien de Bienfondé.

  python3 verify_journal.py JOURNAL POINTS_DE_CONTROLE CLE_PUBLIQUE

JOURNAL              ce qu'écrit « bienfonde journal export » : une valeur JSON par rangée
POINTS_DE_CONTROLE   un ou plusieurs points de contrôle, gardés ailleurs que dans la base
CLE_PUBLIQUE         la clé publique Ed25519 en PEM, remise d'avance à qui vérifie

Ne demande que Python 3.8 et la commande openssl (3.0 ou plus récente), qui vérifie les signatures.
Le code de sortie est 0 si tout concorde, 1 sinon, et chaque écart est dit.

Ce qui est vérifié :
  1. chaque ligne porte l'empreinte SHA-256 du texte exact qui la dit ;
  2. chaque ligne d'un dossier (ou de l'administration) nomme l'empreinte de celle qui la précède ;
  3. la tête de chaque chaîne est sa dernière ligne ;
  4. la tête de tout le journal, après N lignes, est SHA-256(tête après N-1 lignes + empreinte de la ligne N) :
     chaque point de contrôle dit N et cette tête, et il est signé.
"""
import base64, hashlib, json, os, re, subprocess, sys, tempfile

BEGINNING = '0' * 64
LINE = re.compile(r'\{"hash":"([0-9a-f]{64})","line":(\{.*\})\}')
NOTE = re.compile(r'((\S+)\n(\d+)\n([0-9a-f]{64})\n)\n— (\S+) ([A-Za-z0-9+/]{91}=)\n\n?')


def sha256(text):
    return hashlib.sha256(text.encode('utf-8')).hexdigest()


def read_journal(path):
    """Gives the running head after each line, and what is wrong with the lines and the chains."""
    running, faults = [BEGINNING], []
    ends = {}  # chain -> (number of lines, hash of the last)
    closed = set()  # chains whose head was told
    with open(path, encoding='utf-8', newline='\n') as rows:
        for row_number, row in enumerate(rows, 1):
            found = LINE.fullmatch(row.rstrip('\n'))
            if found:
                digest, text = found.groups()
                line = json.loads(text)
                chain, (count, last) = line['dossier'], ends.get(line['dossier'], (0, BEGINNING))
                if sha256(text) != digest:
                    faults.append(f'rangée {row_number} : la ligne {line["seq"]} de {chain} a été modifiée')
                if line['seq'] != count + 1 or line['previousHash'] != last:
                    faults.append(f'rangée {row_number} : la ligne {line["seq"]} de {chain} ne suit pas la précédente')
                ends[chain] = (line['seq'], digest)
                running.append(sha256(running[-1] + digest))
            elif row.startswith('{"head":'):
                head = json.loads(row)['head']
                closed.add(head['dossier'])
                if (head['lines'], head['hash']) != ends.get(head['dossier'], (0, BEGINNING)):
                    faults.append(f'la tête de {head["dossier"]} n\'est pas sa dernière ligne')
            else:
                faults.append(f'la rangée {row_number} n\'est pas celle d\'un journal')
                running.append(sha256(running[-1] + row))
    faults += [f'le dossier {chain} a disparu, ses lignes restent' for chain in ends.keys() - closed]
    return running, faults


def read_notes(path):
    """Gives the notes of a file, or None when something else is in it."""
    with open(path, encoding='utf-8', newline='\n') as file:
        text, at, notes = file.read(), 0, []
    while at < len(text):
        found = NOTE.match(text, at)
        signature = base64.b64decode(found[6]) if found else b''
        if not found or found[2] != found[5] or base64.b64encode(signature).decode() != found[6]:
            return None
        notes.append((found[1], int(found[3]), found[4], signature))
        at = found.end()
    return notes


def is_signed(text, signature, public_key):
    """The first four bytes say which name and which key; openssl checks the sixty-four others."""
    with open(public_key, encoding='ascii') as file:
        pem = ''.join(line.strip() for line in file if not line.startswith('-----'))
    named = text.split('\n')[0].encode('utf-8') + b'\n\x01' + base64.b64decode(pem)[-32:]
    if hashlib.sha256(named).digest()[:4] != signature[:4]:
        return False
    with tempfile.TemporaryDirectory() as folder:
        said, signed = os.path.join(folder, 'text'), os.path.join(folder, 'signature')
        with open(said, 'wb') as file:
            file.write(text.encode('utf-8'))
        with open(signed, 'wb') as file:
            file.write(signature[4:])
        order = ['openssl', 'pkeyutl', '-verify', '-pubin', '-inkey', public_key]
        order += ['-rawin', '-in', said, '-sigfile', signed]
        return subprocess.run(order, capture_output=True).returncode == 0


def verify(journal, checkpoints, public_key):
    running, faults = read_journal(journal)
    notes = read_notes(checkpoints)
    if not notes:
        return running, faults + ['le fichier des points de contrôle ne peut être lu, ou il est vide']
    for text, size, head, signature in notes:
        if not is_signed(text, signature, public_key):
            faults.append(f'le point de contrôle de {size} lignes n\'est pas signé par cette clé')
        elif size >= len(running):
            faults.append(f'le journal a moins de lignes que le point de contrôle de {size} lignes')
        elif running[size] != head:
            faults.append(f'le journal ne suit plus le point de contrôle de {size} lignes')
    return running, faults


if __name__ == '__main__':
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    heads, wrong = verify(*sys.argv[1:])
    for fault in wrong:
        print(fault)
    print(f'{len(heads) - 1} lignes vérifiées, {len(wrong)} écarts. Sceau : {heads[-1]}')
    sys.exit(1 if wrong else 0)
