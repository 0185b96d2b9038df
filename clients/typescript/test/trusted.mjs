// Where only trusted documents run, and the manifest of the package was trusted.
//
//   node test/trusted.mjs http://127.0.0.1:8080
import assert from "node:assert/strict";
import { createClient } from "@dateline/client";
import { FrontPage } from "@dateline/client/documents";

const dateline = createClient({ url: process.argv[2] });
const { top } = await dateline.query(FrontPage, { locale: "en", locales: ["en"] });
assert.ok(top.nodes.length > 0);
await assert.rejects(dateline.query(new String("{ articles(first: 1) { nodes { id } } }")), { code: "DOCUMENT_NOT_TRUSTED" });
console.log("what the package asks is trusted, and nothing else");
