#!/usr/bin/env python3
"""Vérifie un envoi au Protecteur du citoyen, sans rien de Bienfondé.

  python3 verify_package.py ENVOI.zip… CLE_PUBLIQUE

ENVOI.zip…     un envoi, ou plusieurs, vérifiés chacun pour lui-même
CLE_PUBLIQUE   la clé publique Ed25519 en PEM, remise d'avance par le Ministère

Ne demande que Python 3.8 et la commande openssl (3.0 ou plus récente), qui vérifie la signature.
Le code de sortie est 0 si tout concorde, 1 sinon ; chaque écart est dit, après le nom de l'envoi.

Ce qui est vérifié :
  1. l'archive est écrite de la seule façon qu'un envoi peut l'être : rien n'est caché entre les pièces ;
  2. manifest.sig est la signature de manifest.json par cette clé ;
  3. les pièces sont celles du manifeste, chacune de son poids et de son empreinte SHA-256, et il n'y en a pas d'autre ;
  4. le journal joint se suit, ligne par ligne, jusqu'à celle qui prépara l'envoi.
"""
import hashlib, io, json, os, re, struct, subprocess, sys, tempfile, zipfile, zlib

BEGINNING = '0' * 64
LINE = re.compile(r'\{"hash":"([0-9a-f]{64})","line":(\{.*\})\}')
DATED = struct.pack('<HH', 0, 33)  # 1er janvier 1980, minuit


def written(files):
    """The archive that holds these files: stored as they are, one after the other, then their list."""
    body, listed = b'', b''
    for name, content in files:
        label = name.encode('utf-8')
        flags = 0 if label.isascii() else 0x800
        common = struct.pack('<HHH', 20, flags, 0) + DATED
        common += struct.pack('<LLLHH', zlib.crc32(content), len(content), len(content), len(label), 0)
        listed += b'PK\x01\x02' + struct.pack('<H', 20) + common + struct.pack('<HHHLL', 0, 0, 0, 0, len(body)) + label
        body += b'PK\x03\x04' + common + label + content
    count = len(files)
    return body + listed + b'PK\x05\x06' + struct.pack('<HHHHLLH', 0, 0, count, count, len(listed), len(body), 0)


def read(path):
    """Gives the files of an archive in their order, or None when it is written otherwise."""
    with open(path, 'rb') as file:
        whole = file.read()
    try:
        with zipfile.ZipFile(io.BytesIO(whole)) as archive:
            files = [(info.filename, archive.read(info)) for info in archive.infolist()]
    except Exception:
        return None
    names = [name for name, _ in files]
    return dict(files) if len(set(names)) == len(names) and written(files) == whole else None


def is_signed(text, signature, public_key):
    with tempfile.TemporaryDirectory() as folder:
        said, signed = os.path.join(folder, 'text'), os.path.join(folder, 'signature')
        for path, content in ((said, text), (signed, signature)):
            with open(path, 'wb') as file:
                file.write(content)
        order = ['openssl', 'pkeyutl', '-verify', '-pubin', '-inkey', public_key]
        return subprocess.run(order + ['-rawin', '-in', said, '-sigfile', signed], capture_output=True).returncode == 0


def chain_faults(rows, until):
    previous = BEGINNING
    for number, row in enumerate(rows, 1):
        found = LINE.fullmatch(row)
        if not found or hashlib.sha256(found[2].encode('utf-8')).hexdigest() != found[1]:
            return [f'la ligne {number} du journal joint a été modifiée']
        line = json.loads(found[2])
        if line['seq'] != number or line['previousHash'] != previous:
            return [f'la ligne {number} du journal joint ne suit pas la précédente']
        previous = found[1]
    return [] if len(rows) == until else ["le journal joint ne va pas jusqu'à la préparation de l'envoi"]


def verify(path, public_key):
    files = read(path)
    if files is None:
        return ["ce fichier n'est pas un envoi, ou son archive a été modifiée"]
    text, signature = files.pop('manifest.json', None), files.pop('manifest.sig', None)
    if text is None or signature is None or not is_signed(text, signature, public_key):
        return ["le manifeste manque, ou il n'est pas signé par cette clé"]
    manifest, faults = json.loads(text), []
    if manifest['format'] != 'bienfonde-envoi-1':
        return ["le format de l'envoi est inconnu"]
    for part in manifest['parts']:
        content = files.pop(part['name'], None)
        if content is None or len(content) != part['bytes'] or hashlib.sha256(content).hexdigest() != part['sha256']:
            faults.append(f'la pièce « {part["name"]} » manque, ou n\'est pas celle du manifeste')
        elif part['name'] == 'journal.ndjson':
            faults += chain_faults(content.decode('utf-8').split('\n')[:-1], manifest['line'])
    return faults + [f'la pièce « {name} » n\'est pas au manifeste' for name in files]


if __name__ == '__main__':
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    *paths, key = sys.argv[1:]
    refused = 0
    for path in paths:
        wrong = verify(path, key)
        for fault in wrong:
            print(f'{path} : {fault}')
        refused += bool(wrong)
        print(f"{path} : {'REFUSÉ' if wrong else 'entier, et signé par cette clé'}")
    sys.exit(1 if refused else 0)
