"""How somebody of the newsroom talks to the server, and what they say when its answer is not as expected."""

import http.client
import json
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

RUN = uuid4().hex[:8]


class Wrong(Exception):
    """The server did not do what the documentation says."""


def named(name):
    """A slug that no other run has."""
    return f"{name}-{RUN}"


def check(holds, otherwise):
    if not holds:
        raise Wrong(otherwise)


def equal(what, found, expected):
    check(found == expected, f"{what}\n  expected {expected}\n  found    {found}")


class Answer:
    """An answer, with its request for messages."""

    def __init__(self, request, response):
        self.request, self.status = request, response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.text = response.read().decode()

    @property
    def json(self):
        return json.loads(self.text)

    def __str__(self):
        return f"{self.request}\n  answered {self.status} {self.text[:2000]}"


def refused(answer, status, code):
    """The answer must be a problem document with this code. Returns it."""
    check(answer.status == status, f"{answer}\n  expected {status} {code}")
    check(answer.headers["content-type"] == "application/problem+json", f"{answer}\n  expected a problem document")
    problem = answer.json
    equal(str(answer), (problem["code"], problem["status"]), (code, status))
    equal(str(answer), problem["type"], "tag:dateline,2026:problem/" + code.lower().replace("_", "-"))
    return problem


class Client:
    """Somebody with a key, or the public without one. All of a newsroom share the list of what was `written`."""

    def __init__(self, base, name, key=None, key_id=None, written=None):
        self.base, self.name, self.key, self.id = base, name, key, key_id
        self.written = [] if written is None else written

    @property
    def actor(self):
        """What the audit calls them."""
        return f"key:{self.id}"

    def send(self, method, path, body=None, headers=None, status=None):
        """One request, without following redirects. With `status`, any other is wrong."""
        address = urlsplit(self.base)
        kind = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
        connection = kind(address.netloc, timeout=30)
        headers = {name: value for name, value in (headers or {}).items() if value is not None}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        if body is not None:
            headers.setdefault("Content-Type", "application/json")
        sent = "" if body is None else json.dumps(body)
        connection.request(method, address.path + path, sent or None, headers)
        answer = Answer(f"{self.name}: {method} {path} {sent}", connection.getresponse())
        connection.close()
        check(status in (None, answer.status), f"{answer}\n  expected {status}")
        return answer

    def get(self, path, etag=None, **parameters):
        query = urlencode({name: value for name, value in parameters.items() if value is not None})
        return self.send("GET", f"{path}?{query}" if query else path, headers={"If-None-Match": etag})

    def post(self, path, body=None, revision=None, idempotency_key=None, status=None, wrote=()):
        answer = self.send("POST", path, body, changing(revision, idempotency_key), status)
        self.written += [(self.actor, action, entry) for action, entry in wrote]
        return answer

    def patch(self, path, changes, revision=None, idempotency_key=None, status=None):
        headers = {**changing(revision, idempotency_key), "Content-Type": "application/merge-patch+json"}
        return self.send("PATCH", path, changes, headers, status)

    def create(self, path, content, idempotency_key=None):
        """Makes an entry that is a draft, at its address."""
        made = self.post(path, content, idempotency_key=idempotency_key, status=201)
        entry, place = made.json, (made.headers["etag"], made.headers["location"])
        equal("a new entry", (entry["state"], *place), ("draft", '"1.0"', f"{path}/{entry['id']}"))
        self.written.append((self.actor, "create", entry["id"]))
        return made

    def save(self, path, changes, revision, idempotency_key=None):
        """Saves a revision, which must get the next number."""
        saved = self.patch(path, changes, revision, idempotency_key, status=200)
        number, _decision = saved.headers["etag"].strip('"').split(".")
        equal(f"ETag after saving {path}", number, f"{revision + 1}")
        self.written.append((self.actor, "save", path.rsplit("/", 1)[1]))
        return saved

    def act(self, path, entry, action, revision, state, **body):
        """Does something to an entry, which must be in this state then; returns it as the desk has it."""
        done = self.post(f"{path}/{entry}/{action}", body, revision, status=200, wrote=[(action, entry)])
        check(done.json["state"] == state, f"{done}\n  expected the state {state}")
        return done.json

    def publish_by_graphql(self, kind, entry, revision):
        """Publishes the newest revision of an entry by a mutation such as `articlePublish`."""
        query = f"""mutation ($input: PublishInput!) {{
            {kind}Publish(input: $input) {{ entry {{ state }} userErrors {{ code message }} }} }}"""
        done = self.graphql(query, input={"id": entry, "expectedRevision": revision})[f"{kind}Publish"]
        equal(f"{kind}Publish", done, {"entry": {"state": "PUBLIC"}, "userErrors": []})
        self.written.append((self.actor, "publish", entry))

    def graphql(self, query, code=None, **variables):
        """The data of an answer without errors; with `code`, there must be such an error instead."""
        answer = self.send("POST", "/graphql", {"query": query, "variables": variables})
        codes = [error.get("extensions", {}).get("code") for error in answer.json.get("errors", [])]
        check(codes == [] if code is None else code in codes, f"{answer}\n  expected {code or 'no errors'}")
        return answer.json.get("data")


def changing(revision, idempotency_key):
    """The headers of a change."""
    return {"If-Match": None if revision is None else f'"{revision}"', "Idempotency-Key": idempotency_key}
