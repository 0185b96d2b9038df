#!/usr/bin/env python3
"""An agent, with the official SDK for Python: it searches, reads, cites, follows the log, and proposes a draft.

    agent.py http://127.0.0.1:8080 KEY
"""

import asyncio
import json
import sys
import urllib.error
import urllib.request

from mcp import ClientSession
from mcp.client.streamable_http import create_mcp_http_client, streamable_http_client

BASE, KEY = sys.argv[1], sys.argv[2]


def rest(path, key=None):
    """Status and JSON of a read through the other door."""
    request = urllib.request.Request(BASE + path, headers={"Authorization": f"Bearer {key}"} if key else {})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refusal:
        return refusal.code, json.load(refusal)


async def told(session, tool, **arguments):
    result = await session.call_tool(tool, arguments)
    assert not result.is_error, result
    return result.structured_content, result.content[0].text


async def with_session(key, work):
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    async with create_mcp_http_client(headers=headers) as http:
        async with streamable_http_client(f"{BASE}/mcp", http_client=http) as streams:
            async with ClientSession(streams[0], streams[1]) as session:
                return await work(session)


async def anybody(session):
    hello = await session.initialize()
    assert hello.server_info.name == "dateline", hello
    names = [tool.name for tool in (await session.list_tools()).tools]
    assert names == ["search", "read_article", "read_fact_box", "list_changes"], names
    found, _ = await told(session, "search", query="harbour tunnel", locale="en", first=3)
    best = found["results"][0]
    read, text = await told(session, "read_article", id=best["id"])
    status, article = rest(f"/v1/articles/{best['id']}")
    assert (status, article["title"], article["url"]) == (200, read["title"], read["url"]), read
    assert f"revision {article['revision']}" in text, text
    log, _ = await told(session, "list_changes")
    return log["next"]


async def editor(session):
    await session.initialize()
    assert "propose_draft" in [tool.name for tool in (await session.list_tools()).tools]
    saved, _ = await told(session, "propose_draft", note="A summary", locale="en", slug="from-an-agent",
                          title="From an agent", body="All that *happened*.")
    assert rest("/v1/articles/en/from-an-agent")[0] == 404, "nothing is public"
    status, copy = rest(saved["workingCopy"], KEY)
    assert (status, copy["revision"]["note"]) == (200, "A summary"), copy
    refused = await session.call_tool("propose_draft", {"note": "x", "id": saved["id"], "title": "Blind"})
    assert refused.is_error and refused.structured_content["code"] == "PRECONDITION_REQUIRED", refused


async def main():
    await with_session(None, anybody)
    await with_session(KEY, editor)
    print("mcp: two agents")


asyncio.run(main())
