"""Plays a newsroom's day against a running server, and checks what everybody sees at each step.

    NEWSROOM_ADMIN_KEY=dl_… python3 day.py http://127.0.0.1:8080

The admin hands out keys. The writer makes a fact box, a tag, an author and two articles: one follows the box, one is
pinned to its first revision. The editor publishes, schedules, corrects, moves and withdraws; legal takes down. After
each step the public (no key), a partner (role reader) and a previewer knock at every door: REST, GraphQL and the feeds.

It knows the documentation and nothing else. Ends with 1, and says what was wrong, when the server does otherwise. Leaves
entries behind. Its clock must be the server's to a tenth of a second: it looks at both sides of a planned moment.
"""

import os
import sys
import time
from types import SimpleNamespace
from uuid import uuid4

from doors import FEEDS, atom_entry, inert_everywhere, moment, see, see_nothing, watch
from talk import Client, Wrong, check, equal, named, refused

ROLES = {"editor": "editor", "writer": "writer", "previewer": "previewer", "legal": "legal", "partner": "reader"}
SCRIPT = "<script>alert(1)</script>"
MARKDOWN = f"""The tram runs again. [Proof](javascript:alert(1)) {SCRIPT}

> We never doubted it.

## What comes next

<aside class="factbox" id="factbox-BOX"></aside>
"""


def hand_out_keys(admin):
    """The admin makes a key for everybody else; each is who the server takes them for."""
    people = SimpleNamespace(public=Client(admin.base, "public"))
    equal("the public", people.public.get("/v1/whoami").json["actor"], "anonymous")
    for name, role in ROLES.items():
        made = admin.post("/v1/keys", {"name": name, "role": role}, status=201).json
        client = Client(admin.base, name, made["token"], made["id"], admin.written)
        equal(f"whoami of {name}", client.get("/v1/whoami").json["actor"], client.actor)
        setattr(people, name, client)
    people.readers = [people.public, people.partner, people.previewer]
    return people


def make_the_box(writer):
    """The writer's connection is bad: the request is sent twice, and done once."""
    key, facts = uuid4().hex, [{"text": "It has *nine* stops."}]
    box = {"locale": "en", "slug": named("line"), "title": f"The line {SCRIPT}", "items": facts}
    made = writer.create("/v1/fact-boxes", box, key)
    again = writer.post("/v1/fact-boxes", box, idempotency_key=key)
    equal("a request sent again", (again.status, again.headers["etag"], again.text), (201, '"1.0"', made.text))
    drafts = writer.get("/v1/fact-boxes", perspective="draft", first=100).json["data"]
    equal("boxes made", [entry["slug"] for entry in drafts].count(named("line")), 1)
    refused(writer.post("/v1/fact-boxes", {**box, "items": []}, None, key), 422, "IDEMPOTENCY_KEY_REUSED")
    return made.json["id"]


def write_articles(writer, box):
    """The writer makes a tag and an author, an article that follows the box, and one that is pinned to revision 1."""
    tag = writer.create("/v1/tags", {"slug": named("tram"), "name": {"en": "Tram"}}).json["id"]
    author = writer.create("/v1/authors", {"slug": named("ada"), "name": {"en": "Ada"}}).json["id"]
    FEEDS.extend([f"tags/{named('tram')}.rss", f"authors/{named('ada')}.json"])
    article = {"locale": "en", "title": f"Tram {SCRIPT}", "tags": [tag], "bylines": [{"author": named("ada")}]}
    follows, pins = MARKDOWN.replace("BOX", box), MARKDOWN.replace('BOX"', f'{box}" data-pin="1"')
    made = writer.create("/v1/articles", {**article, "slug": named("tram-runs"), "body": {"markdown": follows}}).json
    styles = [block.get("style", block["_type"]) for block in made["revision"]["content"]["body"]]
    equal("blocks", styles, ["normal", "blockquote", "h2", "factBox"])
    pinned = writer.create("/v1/articles", {**article, "slug": named("tram-ran"), "body": {"markdown": pins}}).json
    return tag, author, made["id"], pinned["id"]


def nobody_sees_drafts(people, box, tag, author, article):
    """Drafts are nowhere, except for the previewer who asks for them."""
    slug = named("tram-runs")
    see(people.readers, 404, article, slug)
    see([people.previewer], 200, article, slug, perspective="draft")
    for who, status, code in ((people.public, 401, "UNAUTHENTICATED"), (people.partner, 403, "FORBIDDEN")):
        see_nothing(who, "/v1/fact-boxes", box, f"en/{named('line')}")
        see_nothing(who, "/v1/tags", tag, named("tram"))
        see_nothing(who, "/v1/authors", author, named("ada"))
        refused(who.get(f"/v1/articles/{article}", perspective="draft"), status, code)
        refused(who.get(f"/v1/articles/{article}/working-copy"), status, code)
        who.graphql("query ($id: ID!) { article(id: $id, perspective: DRAFT) { id } }", code, id=article)
        who.graphql("query ($id: ID!) { entry(id: $id, kind: ARTICLE) { id } }", code, id=article)


def two_edit_at_once(editor, writer, article):
    """Both have read revision 1. The slower is told what changed and by whom, reads again, and saves; once."""
    path = f"/v1/articles/{article}"
    equal("ETag of the working copy", writer.get(f"{path}/working-copy").headers["etag"], '"1.0"')
    refused(writer.patch(path, {"lead": "Nobody named a revision."}), 428, "PRECONDITION_REQUIRED")
    editor.save(path, {"title": f"Tram runs {SCRIPT}", "shortTitle": "Tram"}, 1)
    changes = {"lead": "It was closed for a year."}
    late = refused(writer.patch(path, changes, 1), 412, "PRECONDITION_FAILED")
    equal("what changed", sorted(error["pointer"] for error in late["errors"]), ["/shortTitle", "/title"])
    check(all(editor.actor in error["detail"] for error in late["errors"]), f"the 412 does not say who it was: {late}")
    newest = writer.get(f"{path}/working-copy").json["revision"]["number"]
    saved = writer.save(path, changes, newest, named("save"))
    again = writer.patch(path, changes, newest, named("save"))
    equal("a save sent again", (again.status, again.headers["etag"], again.text), (200, '"3.0"', saved.text))
    content = saved.json["revision"]["content"]
    equal("both changes", (content["shortTitle"], content["lead"]), ("Tram", "It was closed for a year."))
    equal("revisions", [made["number"] for made in writer.get(f"{path}/revisions").json["data"]], [3, 2, 1])


def publish_and_plan(people, box, tag, author, article, pinned):
    """The writer may not publish. The editor publishes what the article needs, and plans it two seconds ahead."""
    editor, writer, slug = people.editor, people.writer, named("tram-runs")
    refused(writer.post(f"/v1/articles/{article}/publish", {}, 3), 403, "FORBIDDEN")
    equal("handed in", writer.act("/v1/articles", article, "submit", 3, "draft")["submitted"], 3)
    editor.act("/v1/fact-boxes", box, "publish", 1, "public")
    editor.publish_by_graphql("author", author, 1)
    editor.publish_by_graphql("tag", tag, 1)
    editor.act("/v1/articles", pinned, "publish", 1, "public")
    before, at = moment(), moment(2)
    planned = editor.act("/v1/articles", article, "publish", 3, "scheduled", at=at)
    equal("the plan", (planned["timeline"][0]["from"], planned["submitted"]), (at, None))
    see([people.previewer], 200, article, slug, asOf=at)
    see([people.previewer], 200, article, slug, perspective="draft")
    for who in (people.public, people.partner):
        refused(who.get(f"/v1/articles/{article}", asOf=at), 400, "FUTURE_NOT_PUBLIC")
        who.graphql(f'{{ articles(first: 1, asOf: "{at}") {{ totalCount }} }}', "FUTURE_NOT_PUBLIC")
    looks = watch(people.readers, article, slug, at)
    check(looks[404] >= len(people.readers), f"answers were too slow to look before the moment: {looks}")
    see(people.readers, 404, article, slug, asOf=before)
    equal("the first public moment", people.public.get(f"/v1/articles/{article}").json["publishedAt"], at)


def nothing_runs(public, article):
    """What is hostile comes out as text, or not at all."""
    shown = public.get(f"/v1/articles/{article}", body="html").json
    equal("the title", shown["title"], f"Tram runs {SCRIPT}")
    check("The line &lt;script&gt;" in shown["body"]["html"], f"the title of the box is not in {shown['body']['html']}")
    inert_everywhere(public, article)


def revise_the_box(people, box, article, pinned):
    """The editor asks where the box is used, and revises it: the article that follows it moves, the other does not."""
    editor, public = people.editor, people.public
    used = editor.get(f"/v1/fact-boxes/{box}/used-in").json
    equal("used in", used["public"], [{"locale": "en", "count": 2}])
    refused(people.partner.get(f"/v1/fact-boxes/{box}/used-in"), 403, "FORBIDDEN")
    usage = "usedIn { public { locale count } drafts { locale count } }"
    asked = people.previewer.graphql(f"query ($id: ID!) {{ entry(id: $id, kind: FACT_BOX) {{ {usage} }} }}", id=box)
    equal("used in, through GraphQL", asked["entry"]["usedIn"], used)
    paths = [f"/v1/articles/{article}", f"/v1/articles/{pinned}"]
    before = [public.get(path, body="html") for path in paths]
    editor.save(f"/v1/fact-boxes/{box}", {"items": [{"text": "It has ten stops."}]}, 1)
    saved = public.get(paths[0], before[0].headers["etag"], body="html")
    equal("an article after the box was only saved", saved.status, 304)
    editor.act("/v1/fact-boxes", box, "publish", 2, "public")
    now, copy = [public.get(path, old.headers["etag"], body="html") for path, old in zip(paths, before)]
    equal("whether old copies are good", (now.status, copy.status), (200, 304))
    check(now.json["updatedAt"] > before[0].json["updatedAt"], "updatedAt did not move with the box")
    check("ten stops" in now.json["body"]["html"], "the article that follows the box shows the old one")
    query = "query ($id: ID!) { article(id: $id) { updatedAt factBoxes { pinned factBox { revision } } } }"
    for entry, answer, pin, revision in ((article, now, None, 2), (pinned, before[1], 1, 1)):
        shown, boxes = public.graphql(query, id=entry)["article"], [{"pinned": pin, "factBox": {"revision": revision}}]
        equal("through GraphQL", shown, {"updatedAt": answer.json["updatedAt"], "factBoxes": boxes})


def correct(editor, public, article):
    """The editor corrects, and every door tells the readers."""
    lead, text = "It was closed for 14 months.", "It was closed for 14 months, not a year."
    correction = {"kind": "correction", "text": text}
    editor.act("/v1/articles", article, "correct", 3, "public", patch={"lead": lead}, correction=correction)
    shown = public.get(f"/v1/articles/{article}").json
    told = [(made["kind"], made["text"]) for made in shown["corrections"]]
    equal("lead and corrections", (shown["lead"], told), (lead, [("correction", text)]))
    asked = public.graphql("query ($id: ID!) { article(id: $id) { corrections { kind text } } }", id=article)
    equal("the correction in GraphQL", asked["article"]["corrections"], [{"kind": "CORRECTION", "text": text}])
    check(text in atom_entry(public, article), "the Atom feed does not tell of the correction")


def move(people, article):
    """A new slug: once it is published, the former address leads to the present one."""
    old, new, public = named("tram-runs"), named("tram-is-back"), people.public
    people.writer.save(f"/v1/articles/{article}", {"slug": new}, 4)
    see([public], 200, article, old)
    refused(public.get(f"/v1/articles/en/{new}"), 404, "NOT_FOUND")
    people.editor.act("/v1/articles", article, "publish", 5, "public")
    see([public], 200, article, new)
    moved = public.get(f"/v1/articles/en/{old}", body="html")
    equal("the former address", (moved.status, moved.headers["location"]), (301, f"/v1/articles/en/{new}?body=html"))
    found = public.graphql('query ($slug: String!) { article(locale: "en", slug: $slug) { slug } }', slug=old)
    equal("the former slug in GraphQL", found["article"], {"slug": new})
    return new


def made_and_published(name):
    """The writes of a batch that makes a section and a tag, and publishes both."""
    entries = [("section", str(uuid4())), ("tag", str(uuid4()))]
    content = {"slug": named(name), "name": {"en": name}}
    made = [{"action": "create", "type": kind, "id": entry, "content": content} for kind, entry in entries]
    return made + [{"action": "publish", "type": kind, "id": entry, "expectedRevision": 1} for kind, entry in entries]


def batches(people):
    """One batch does everything at once; one that fails at its last write does nothing."""
    editor, good, bad = people.editor, made_and_published("harbour"), made_and_published("airport")
    wrote = [(write["action"], write["id"]) for write in good]
    done = editor.post("/v1/batch", {"writes": good}, status=200, wrote=wrote).json["data"]
    equal("batch", [(entry["id"], entry["state"]) for entry in done], [(entry, "public") for _, entry in wrote])
    bad[3]["expectedRevision"] = 7
    refused(editor.post("/v1/batch", {"writes": bad}), 412, "PRECONDITION_FAILED")
    refused(people.writer.post("/v1/batch", {"writes": made_and_published("station")}), 403, "FORBIDDEN")
    for path, made, unmade in zip(("/v1/sections", "/v1/tags"), good, bad):
        equal("status of what was published", people.public.get(f"{path}/{made['id']}").status, 200)
        see_nothing(people.public, path, unmade["id"], named("airport"))
        refused(editor.get(f"{path}/{unmade['id']}/working-copy"), 404, "NOT_FOUND")


def withdraw_and_return(people, article, slug):
    """Gone from every door, but not from the past; and back again, with the day on which it was first public."""
    editor, public = people.editor, people.public
    first, was = public.get(f"/v1/articles/{article}").json["publishedAt"], moment()
    time.sleep(0.2)
    silent = refused(editor.post(f"/v1/articles/{article}/withdraw", {}, 5), 422, "VALIDATION_FAILED")
    equal("what is missing", [error["pointer"] for error in silent["errors"]], ["/note"])
    editor.act("/v1/articles", article, "withdraw", 5, "withdrawn", note="The source took it back.")
    see(people.readers, 410, article, slug)
    see(people.readers, 200, article, slug, asOf=was)
    see([people.previewer], 200, article, slug, perspective="draft")
    between = moment()
    time.sleep(0.2)
    editor.publish_by_graphql("article", article, 5)
    see(people.readers, 200, article, slug)
    see(people.readers, 410, article, slug, asOf=between)
    equal("the first public moment", public.get(f"/v1/articles/{article}").json["publishedAt"], first)


def kill(people, article, slug):
    """Legal takes an article down: it is not there, and never was."""
    was = moment()
    see(people.readers, 200, article, slug)
    refused(people.editor.post(f"/v1/articles/{article}/kill", {"note": "May I?"}, 1), 403, "FORBIDDEN")
    people.legal.act("/v1/articles", article, "kill", 1, "killed", note="Court order 12/2026.")
    see(people.readers, 451, article, slug)
    see(people.readers, 451, article, slug, asOf=was)
    see([people.previewer], 451, article, slug, perspective="draft")
    for part in ("working-copy", "revisions", "revisions/1"):
        refused(people.legal.get(f"/v1/articles/{article}/{part}"), 451, "KILLED")


def audit(admin, people, article, pinned, since):
    """Every write is there with who did it, in order, and so is what was denied. Nobody else may read it."""
    found, more = [], True
    while more:
        page = admin.get("/v1/audit", since=since, first=20, before=found[-1]["number"] if found else None).json
        found, more = found + page["data"], page["hasMore"]
    told = [(line["outcome"], line["by"], line["action"], line["entry"]) for line in found[::-1] if line["entry"]]
    equal("writes", [line[1:] for line in told if line[0] == "done"], admin.written)
    for who, action, entry in ((people.writer, "publish", article), (people.editor, "kill", pinned)):
        check(("denied", who.actor, action, entry) in told, f"{who.name}: {action} was denied, but is not in {told}")
    reasons = [line["note"] for line in found if line["outcome"] == "done" and line["action"] in ("withdraw", "kill")]
    equal("reasons", reasons, ["Court order 12/2026.", "The source took it back."])
    refused(people.editor.get("/v1/audit"), 403, "FORBIDDEN")


def revoke(admin, writer):
    """A revoked key is worth less than none."""
    equal("status with the key", writer.get("/v1/articles").status, 200)
    check(admin.post(f"/v1/keys/{writer.id}/revoke", status=200).json["revokedAt"], "the key was not revoked")
    for answer in (writer.get("/v1/whoami"), writer.get("/v1/articles"), writer.post("/v1/tags", {"slug": "late"})):
        refused(answer, 401, "UNAUTHENTICATED")
    writer.graphql("{ viewer { actor } }", "UNAUTHENTICATED")


def day(base, key):
    admin, since = Client(base, "admin", key), moment(-1)
    people = hand_out_keys(admin)
    box = make_the_box(people.writer)
    tag, author, article, pinned = write_articles(people.writer, box)
    nobody_sees_drafts(people, box, tag, author, article)
    two_edit_at_once(people.editor, people.writer, article)
    publish_and_plan(people, box, tag, author, article, pinned)
    nothing_runs(people.public, article)
    revise_the_box(people, box, article, pinned)
    correct(people.editor, people.public, article)
    slug = move(people, article)
    batches(people)
    withdraw_and_return(people, article, slug)
    kill(people, pinned, named("tram-ran"))
    audit(admin, people, article, pinned, since)
    revoke(admin, people.writer)
    print(f"   {len(admin.written)} writes, and everybody saw what the documentation says")


if __name__ == "__main__":
    if len(sys.argv) != 2 or "NEWSROOM_ADMIN_KEY" not in os.environ:
        sys.exit("usage: NEWSROOM_ADMIN_KEY=dl_… day.py URL")
    try:
        day(sys.argv[1].rstrip("/"), os.environ["NEWSROOM_ADMIN_KEY"])
    except Wrong as wrong:
        sys.exit(f"NOT AS DOCUMENTED: {wrong}")
    except OSError as error:
        sys.exit(f"The server cannot be reached: {error}")
