"""What somebody meets at every door: REST, GraphQL and the feeds."""

import time
import xml.etree.ElementTree as xml
from datetime import datetime, timedelta, timezone

from talk import check, equal, refused

QUERY = """query ($id: ID!, $slug: String!, $asOf: DateTime, $perspective: Perspective) {
  byId: article(id: $id, asOf: $asOf, perspective: $perspective) { id }
  bySlug: article(locale: "en", slug: $slug, asOf: $asOf, perspective: $perspective) { id }
  nodes(ids: [$id], asOf: $asOf, perspective: $perspective) { id }
  articles(first: 100, asOf: $asOf, perspective: $perspective) { nodes { id } }
}"""
FEEDS = ["all.rss", "all.atom", "all.json", "locales/en.atom"]
ABSENT = {404: "NOT_FOUND", 410: "GONE", 451: "KILLED"}
TOLERANCE = 0.1  # seconds by which the clocks of client and server may differ


def moment(seconds=0.0, after=None):
    """So many seconds after a moment, or after now, as the server writes it."""
    start = datetime.fromisoformat(after) if after else datetime.now(timezone.utc)
    return (start + timedelta(seconds=seconds)).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def doors(who, article, slug, **when):
    """What somebody meets at each door: the status at an address, and elsewhere whether the article is there."""
    answers = [who.get(path, **when) for path in (f"/v1/articles/{article}", f"/v1/articles/en/{slug}")]
    for answer in answers:
        if answer.status in ABSENT:
            refused(answer, answer.status, ABSENT[answer.status])
    met = {f"GET /v1/articles/{way}": answer.status for way, answer in zip(("by id", "by slug"), answers)}
    met["GET /v1/articles"] = article in who.get("/v1/articles", first=100, **when).text
    if not when:
        met |= {f"GET /feeds/{feed}": article in who.get(f"/feeds/{feed}", first=100).text for feed in FEEDS}
    names = {name: value.upper() if name == "perspective" else value for name, value in when.items()}
    data = who.graphql(QUERY, id=article, slug=slug, **names)
    met |= {f"GraphQL {field}": data[field] is not None for field in ("byId", "bySlug")}
    met["GraphQL nodes"] = data["nodes"] != [None]
    met["GraphQL articles"] = {"id": article} in data["articles"]["nodes"]
    return met


def wrong_doors(met, status):
    """The doors that do not say that the article is there (200), or is not (any other status)."""
    return {door: seen for door, seen in met.items()
            if seen != (status if door.startswith("GET /v1/articles/") else status == 200)}


def see(people, status, article, slug, **when):
    """Everybody must meet the same at every door: 200 for the article, or the status of its absence."""
    for who in people:
        wrong = wrong_doors(doors(who, article, slug, **when), status)
        check(not wrong, f"{who.name} should meet {status} everywhere ({when or 'now'}), but: {wrong}")


def watch(people, article, slug, at):
    """Looks at every door until a planned moment has passed: absent before it, there after it. Counts the looks."""
    looks = {404: 0, 200: 0}
    while looks[200] < len(people):
        for who in people:
            began, met, ended = moment(), doors(who, article, slug), moment()
            before, after = ended < moment(-TOLERANCE, at), began > moment(TOLERANCE, at)
            if before or after:
                status = 200 if after else 404
                wrong = wrong_doors(met, status)
                check(not wrong, f"{who.name} from {began} to {ended}, planned for {at}: {wrong}")
                looks[status] += 1
        time.sleep(0.05)
    return looks


def see_nothing(who, path, entry, address):
    """An entry of any kind that is not public: not by id nor address, not in its list, not in GraphQL."""
    refused(who.get(f"{path}/{entry}"), 404, "NOT_FOUND")
    refused(who.get(f"{path}/{address}"), 404, "NOT_FOUND")
    check(entry not in who.get(path, first=100).text, f"{who.name} finds a draft at {path}")
    query = "query ($id: ID!) { node(id: $id) { id } }"
    equal(f"GraphQL node of {path}/{entry}", who.graphql(query, id=entry), {"node": None})


def inert(html, where):
    """No script, and no link that runs one."""
    check("<script" not in html.lower() and "javascript:" not in html.lower(), f"{where} is not inert: {html}")


def inert_everywhere(who, article):
    """The text as HTML in REST and GraphQL; feeds as they are, and once unescaped as feed readers do."""
    inert(who.get(f"/v1/articles/{article}", body="html").json["body"]["html"], "body=html")
    asked = who.graphql("query ($id: ID!) { article(id: $id) { body { html } } }", id=article)
    inert(asked["article"]["body"]["html"], "html in GraphQL")
    for name in ("all.rss", "all.atom"):
        feed = who.get(f"/feeds/{name}", first=100).text
        inert(feed, name)
        for element in xml.fromstring(feed).iter():
            if element.tag.endswith(("}content", "}encoded", "description")):
                inert(element.text or "", f"{element.tag} of {name}")
    for item in who.get("/feeds/all.json", first=100).json["items"]:
        inert(item.get("content_html", ""), "content_html of all.json")


def atom_entry(who, article):
    """The text of an entry of the Atom feed."""
    atom = {"": "http://www.w3.org/2005/Atom"}
    entries = xml.fromstring(who.get("/feeds/all.atom", first=100).text).findall("entry", atom)
    return "".join("".join(entry.itertext()) for entry in entries if entry.findtext("id", "", atom).endswith(article))
