"""Runs an issuer of tokens and a Dateline that trusts it, and checks what tokens of PyJWT may do.

    pip install -r requirements.txt
    python sign_in.py target/debug/dateline

Signs with RSA, ECDSA and Ed25519, writes at the REST and the GraphQL door, changes the issuer's keys, and forges. It knows
the documentation and nothing else. Ends with 1, and says what was wrong, when the server does otherwise.
"""

import base64
import hashlib
import hmac
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from jwt.algorithms import ECAlgorithm, OKPAlgorithm, RSAAlgorithm

sys.path.insert(0, str(Path(__file__).parent.parent / "newsroom"))
from talk import Client, Wrong, check, equal, named, refused  # noqa: E402

AUDIENCE = "dateline"
MAPPING = "newsroom-editor=editor, newsroom-desk=read preview publish, newsroom-admin=admin"
PAUSE = 30  # seconds between two requests for keys, as the documentation has it


class Issuer:
    """Publishes keys, counts how often it is asked for them, and signs."""

    def __init__(self):
        self.keys, self.asked = {}, 0
        issuer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                told = issuer.tell(self.path)
                self.send_response(200 if told else 404)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(json.dumps(told).encode())

            def log_message(self, *_):
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/realms/press"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def tell(self, path):
        if path == "/realms/press/.well-known/openid-configuration":
            return {"issuer": self.url, "jwks_uri": f"{self.url}/certs"}
        if path == "/realms/press/certs":
            self.asked += 1
            return {"keys": [public(kid, *pair) for kid, pair in self.keys.items()]}
        return None

    def claims(self, subject, *roles, **others):
        now = int(time.time())
        roles = {"realm_access": {"roles": ["offline_access", *roles]}}
        return {"iss": self.url, "aud": ["account", AUDIENCE], "sub": subject, "iat": now, "exp": now + 300, **roles, **others}

    def token(self, kid, *claims, **others):
        algorithm, key = self.keys[kid]
        return jwt.encode(self.claims(*claims, **others), key, algorithm, {"kid": kid})


def public(kid, algorithm, key):
    writers = {"R": RSAAlgorithm, "P": RSAAlgorithm, "E": OKPAlgorithm if algorithm == "EdDSA" else ECAlgorithm}
    return {**writers[algorithm[0]].to_jwk(key.public_key(), as_dict=True), "kid": kid, "use": "sig", "alg": algorithm}


def make_keys():
    return {
        "r1": ("RS256", rsa.generate_private_key(65537, 2048)),
        "p1": ("PS512", rsa.generate_private_key(65537, 3072)),
        "e1": ("ES256", ec.generate_private_key(ec.SECP256R1())),
        "e2": ("ES384", ec.generate_private_key(ec.SECP384R1())),
        "d1": ("EdDSA", ed25519.Ed25519PrivateKey.generate()),
    }


class Server:
    """A Dateline that trusts an issuer, on an empty database."""

    def __init__(self, program, issuer, folder):
        settings = {"ISSUER": issuer.url, "AUDIENCE": AUDIENCE, "SCOPE_CLAIM": "realm_access.roles", "SCOPES": MAPPING}
        environment = {**os.environ, **{f"DATELINE_OIDC_{name}": value for name, value in settings.items()}}
        command = [program, "serve", "--listen", "127.0.0.1:0", "--database", f"sqlite://{folder}/oidc.db"]
        self.log = open(f"{folder}/log", "w+")
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=self.log, text=True)
        self.base = self.process.stdout.readline().strip().rsplit(" ", 1)[1]

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.log.seek(0)
        return self.log.read()


def sign_in(issuer, base):
    """Tokens of every algorithm are accepted, and say who somebody is."""
    for kid in issuer.keys:
        me = Client(base, kid, issuer.token(kid, "ann", "newsroom-editor")).send("GET", "/v1/whoami", status=200).json
        equal(f"ann by {kid}", (me["actor"], me["credential"], me["subject"]), (f"subject:{issuer.url} ann", "token", "ann"))
        equal(f"scopes by {kid}", me["scopes"], ["read", "preview", "write", "publish"])
    equal("requests for keys", issuer.asked, 1)


def write(issuer, base):
    """An editor writes, somebody of the desk publishes, the admin reads of both in the audit."""
    people = {"ann": "newsroom-editor", "bob": "newsroom-desk", "root": "newsroom-admin", "guest": "unknown"}
    ann, bob, root, guest = (Client(base, name, issuer.token("e1", name, role)) for name, role in people.items())
    content = {"locale": "en", "slug": named("signed"), "title": "Signed", "body": {"markdown": "In."}}
    article = ann.send("POST", "/v1/articles", content, status=201).json["id"]
    refused(bob.send("POST", "/v1/articles", content), 403, "FORBIDDEN")
    refused(guest.send("GET", "/v1/articles"), 403, "FORBIDDEN")
    query = """mutation ($input: PublishInput!) { articlePublish(input: $input) { entry { state } userErrors { code } } }"""
    done = bob.graphql(query, input={"id": article, "expectedRevision": 1})["articlePublish"]
    equal("published", done, {"entry": {"state": "PUBLIC"}, "userErrors": []})
    equal("public", Client(base, "public").get(f"/v1/articles/{article}").status, 200)
    told = root.get("/v1/audit", entry=article).json["data"]
    equal("audit", [(record["by"], record["action"]) for record in told],
          [(f"subject:{issuer.url} bob", "publish"), (f"subject:{issuer.url} ann", "create")])


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def forge(issuer, base):
    """Whatever is not signed by the issuer, for this server and now, is refused and never repeated."""
    claims, now = issuer.claims("root", "newsroom-admin"), int(time.time())
    message = ".".join(base64url(json.dumps(part).encode()) for part in ({"alg": "HS256", "kid": "r1"}, claims))
    pem = issuer.keys["r1"][1].public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    mine = rsa.generate_private_key(65537, 2048)
    forged = {
        "none": jwt.encode(claims, None, "none", {"kid": "r1"}),
        "the public key as a secret": f"{message}.{base64url(hmac.digest(pem, message.encode(), hashlib.sha256))}",
        "a key of somebody else": jwt.encode(claims, mine, "RS256", {"kid": "r1"}),
        "another algorithm of the key": jwt.encode(claims, issuer.keys["r1"][1], "RS512", {"kid": "r1"}),
        "an expired token": issuer.token("r1", "root", "newsroom-admin", exp=now - 61),
        "a token of tomorrow": issuer.token("r1", "root", "newsroom-admin", nbf=now + 3600),
        "a token for somebody else": issuer.token("r1", "root", "newsroom-admin", aud="account"),
        "a token of another realm": issuer.token("r1", "root", "newsroom-admin", iss=issuer.url + "2"),
        "half a token": issuer.token("r1", "root", "newsroom-admin")[:-100],
    }
    for what, token in forged.items():
        answer = Client(base, what, token).send("GET", "/v1/audit")
        problem = refused(answer, 401, "UNAUTHENTICATED")
        check('error="invalid_token"' in answer.headers["www-authenticate"], f"{what}: no challenge")
        check(not any(part in answer.text for part in token.split(".") if part), f"{what}: repeated in {problem}")
    return forged.values()


def change_keys(issuer, base, fetched):
    """The issuer signs with a new key: it is accepted once the server may ask again."""
    issuer.keys = {"r2": ("RS256", rsa.generate_private_key(65537, 2048))}
    time.sleep(max(0, fetched + PAUSE + 1 - time.time()))
    equal("a new key", Client(base, "ann", issuer.token("r2", "ann")).get("/v1/whoami").status, 200)
    equal("requests for keys", issuer.asked, 2)


def main(program):
    issuer = Issuer()
    issuer.keys = make_keys()
    with tempfile.TemporaryDirectory() as folder:
        server = Server(program, issuer, folder)
        try:
            sign_in(issuer, server.base)
            fetched = time.time()
            write(issuer, server.base)
            forged = forge(issuer, server.base)
            change_keys(issuer, server.base, fetched)
        finally:
            log = server.stop()
        check(not any(token[:60] in log for token in forged), "a token is in the log")
    print("tokens of PyJWT: accepted and refused as the documentation says")


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except Wrong as wrong:
        sys.exit(f"WRONG: {wrong}")
