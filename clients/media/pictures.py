"""Sends a picture, reads it back with a variant, and looks for it in the S3-compatible store where it must be.

    pictures.py SERVER STORE BUCKET PICTURE

With the key of somebody who may write in PICTURES_KEY. Shares no code with the server.
"""

import hashlib
import json
import os
import struct
import sys
import urllib.error
import urllib.request

SERVER, STORE, BUCKET, PICTURE = sys.argv[1:5]
KEY = os.environ["PICTURES_KEY"]


def ask(url, body=None, headers=()):
    request = urllib.request.Request(url, data=body, headers=dict(headers))
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, dict(refused.headers), refused.read()


def form(**parts):
    boundary = "pictures-of-the-day"
    body = b""
    for name, content in parts.items():
        body += f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="../x"\r\n\r\n'.encode()
        body += content + b"\r\n"
    body += f"--{boundary}--\r\n".encode()
    return body, {"content-type": f"multipart/form-data; boundary={boundary}"}


def objects():
    status, _, body = ask(f"{STORE}/{BUCKET}?list-type=2")
    assert status == 200, body
    return body.decode().count("<Key>"), body.decode()


def main():
    picture = open(PICTURE, "rb").read()
    body, headers = form(file=picture, data=json.dumps({"alt": "Dawn"}).encode())
    headers["authorization"] = f"Bearer {KEY}"
    for _ in range(2):
        status, _, answer = ask(f"{SERVER}/v1/images/upload", body, headers)
        assert status == 201, answer
    entry = json.loads(answer)
    file = entry["revision"]["content"]["file"]
    count, listing = objects()
    name = f"{file['digest']}.png"
    assert count == 1 and f"<Key>press/{name[:2]}/{name}</Key>" in listing, listing
    address = f"{SERVER}/v1/media/{entry['id']}/{name}"
    status, headers, kept = ask(address)
    assert (status, headers["content-type"]) == (200, "image/png"), status
    assert hashlib.sha256(kept).hexdigest() == file["digest"] and len(kept) == file["bytes"]
    status, headers, variant = ask(f"{address}?w=320&format=webp")
    assert (status, variant[:4], variant[8:16]) == (200, b"RIFF", b"WEBPVP8 "), status
    width, height = struct.unpack("<HH", variant[26:30])
    assert (width & 0x3FFF, height & 0x3FFF) == (320, 180), (width, height)
    # What the store has lost is a fault, and says nothing of the inside.
    ask(f"{STORE}/moto-api/reset", b"")
    status, _, problem = ask(address)
    assert status == 500 and b"press" not in problem, problem
    print("a picture went into the store and came back, with a variant")


main()
