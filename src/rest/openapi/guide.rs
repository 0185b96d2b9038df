//! The text at the head of the document: what a client must know once, for all operations.

use std::fmt::Write as _;

use crate::domain::ErrorCode;
use crate::http::problem;

const GUIDE: &str = "\
Dateline serves the articles of a newsroom, with their authors, fact boxes, sections, tags and images: what is public \
to everybody, and to the desk what it works on. The same content is at `/graphql`, and as feeds under `/feeds`.

## Entries

Ids are UUIDs and are the same through every door. Times are RFC 3339 in UTC with milliseconds. Members that can be \
`null` are always there; members that can be absent are never `null`. Further members may be added: ignore those \
that you do not know.

## Relations, bodies, members

Other entries are shown by id, `{\"id\": \"…\"}`. `include=authors,section` answers them whole instead, one level \
deep; `section,ancestors` with the sections above. What an article refers to and is not public is left out, or `null`; with `links=null` there is `null` wherever it \
would stand, and with `links=stub` `{\"unavailable\", \"kind\"}`: `withdrawn` is what was public once, `absent` all else. \
`include=unavailable` tells what is missing and where. `body=html,text` chooses the formats of the text: a list \
has none and a single article has `blocks`, unless you say. `fields=title,url` answers only these members, and \
always `id`: the schemas that end in `Fields`.

## Pages

Lists are cut into pages of 20, or of `first`, up to 100. `page.next` is the cursor to pass as `after` for the next \
page; the `Link` header has the whole address. A cursor is opaque and belongs to its list: with other filters or \
another order it is refused. What is published in between never repeats an entry nor skips one.

## The past

`asOf` answers as it would have been answered at that moment: every entry, list and relation as it was public then. \
The future needs the scope `preview`.

## The desk

Writing needs a key, `Authorization: Bearer dl_…`, with the scope that each operation names. Saving makes a revision; \
readers see nothing of it until it is published. Every change names the revision that it is made to, in `If-Match`: \
the `ETag` of the working copy. A write with an `Idempotency-Key` can be sent again. `perspective=draft` reads \
everything as the desk has it: of each entry the newest revision.

## Addresses

Articles and fact boxes are found by id or by language and slug; authors, sections and tags by id or slug. A former \
slug answers 301 with the present address. What was withdrawn answers 410; what was taken down for legal reasons, 451. \
`/v1/resolve` says what stands at an address of the newsroom's own site.

## Languages

Names and biographies come in one language, which the answer names, and in all. `locale=uk,en` chooses, or else \
`Accept-Language`; beside an article they are in its language. Where the header decided, the answer has \
`Vary: Accept-Language`.

## Conditional requests

Answers carry a strong `ETag`. Send it as `If-None-Match`, and an unchanged answer is 304 without a body. Caches may \
keep everything, and ask before they use it.

## Errors

Every error is a problem document (RFC 9457), `application/problem+json`. Unknown parameters and values are errors \
that name the nearest known one; nothing is ignored and nothing is cut silently. An empty value counts as not given. \
Decide by `code`, which never changes; show `detail` to people. The `type` is `tag:dateline,2026:problem/` and the \
code in lower case with hyphens.
";

/// The guide with the table of errors.
pub(super) fn text() -> String {
    let mut text = GUIDE.to_owned();
    text.push_str("\n| code | status | title |\n|---|---|---|\n");
    for code in ErrorCode::ALL {
        // Writing into a string cannot fail.
        let _ = writeln!(text, "| `{code}` | {} | {} |", problem::status(*code).as_u16(), code.title());
    }
    text
}
