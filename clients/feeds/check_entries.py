"""Checks what feedparser understood of a feed of the sample newsroom: one JSON object per line on standard input."""
import json
import sys

name = sys.argv[1]
lines = [json.loads(line) for line in sys.stdin if line.strip()]
print(f"   {name}: {len(lines)} lines")
assert len(lines) >= 4, "a feed has entries"
text = json.dumps(lines, ensure_ascii=False)
assert "tag:meridian.example.org,2026:article/" in text, "entries have stable ids"
assert "https://meridian.example.org/" in text, "entries link to the newsroom's own pages"
assert "&lt;" not in text and "&amp;amp;" not in text, "nothing is escaped twice"
