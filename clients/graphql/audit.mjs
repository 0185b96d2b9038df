// Audits the server with the suite of graphql-http, and reads its schema as other GraphQL tools do.
//
//   node audit.mjs http://127.0.0.1:8080/graphql ../../schema.graphql
import { readFile } from "node:fs/promises";
import { auditServer } from "graphql-http";
import { buildClientSchema, buildSchema, getIntrospectionQuery, printSchema, lexicographicSortSchema } from "graphql";

const [url, schemaFile] = process.argv.slice(2);
let failures = 0;

function check(name, ok, reason = "") {
  if (ok) return;
  failures += 1;
  console.error(`FAILED ${name} ${reason}`);
}

// Notices are what the specification allows either way; errors and warnings are not.
const results = await auditServer({ url });
for (const result of results) {
  check(`${result.id} ${result.name}`, result.status === "ok" || result.status === "notice", `${result.status}: ${result.reason}`);
}

const response = await fetch(url, {
  method: "POST",
  headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
  body: JSON.stringify({ query: getIntrospectionQuery({ oneOf: true, specifiedByUrl: true, inputValueDeprecation: true }) }),
});
const served = lexicographicSortSchema(buildClientSchema((await response.json()).data));
const committed = lexicographicSortSchema(buildSchema(await readFile(schemaFile, "utf8")));
const [asServed, asCommitted] = [served, committed].map(printSchema);
check("the schema that is served is the one that is committed", asServed === asCommitted, firstDifference(asServed, asCommitted));

function firstDifference(a, b) {
  const [left, right] = [a.split("\n"), b.split("\n")];
  const at = left.findIndex((line, index) => line !== right[index]);
  return `line ${at + 1}: ${left[at]} | ${right[at]}`;
}

console.log(`${results.length} audits, ${results.filter((r) => r.status === "notice").length} notices, ${failures} failures`);
process.exit(failures === 0 ? 0 : 1);
