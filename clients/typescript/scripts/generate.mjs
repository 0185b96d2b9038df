// Writes `src/generated` from the two schemas of the repository and the documents in `src/documents`.
//
//   node scripts/generate.mjs            writes
//   node scripts/generate.mjs --check    fails when something else would be written
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { codegen } from "@graphql-codegen/core";
import * as types from "@graphql-codegen/typescript";
import * as operations from "@graphql-codegen/typescript-operations";
import { buildSchema, Kind, parse, print, visit } from "graphql";
import openapiTS, { astToString } from "openapi-typescript";

const here = new URL("../", import.meta.url);
const root = new URL("../../", here);
const banner = (source) => `// Generated from ${source} by \`npm run generate\`. Do not edit.\n`;

const description = JSON.parse(await readFile(new URL("openapi/openapi.json", root), "utf8"));

async function rest() {
  const plain = JSON.stringify(description, (_name, it) => (it?.in === "query" && it.content ? { ...it, schema: it.content["application/json"].schema, content: undefined } : it));
  const tree = await openapiTS(JSON.parse(plain), { alphabetize: true, rootTypes: true, rootTypesNoSchemaPrefix: true });
  return `${banner("openapi/openapi.json")}\n${astToString(tree)}`;
}

// How arrays and objects stand in an address differs between parameters, and openapi-fetch does not read it there.
function parameters() {
  const written = { comma: new Set(), json: new Set(), repeated: new Set() };
  for (const { parameters = [] } of Object.values(description.paths).flatMap(Object.values)) {
    for (const { name, in: place, schema, content, explode } of parameters) {
      if (place !== "query") continue;
      if (content) written.json.add(name);
      else if (schema.type === "array") (explode === false ? written.comma : written.repeated).add(name);
    }
  }
  const { comma, json, repeated } = written;
  const twice = [...comma].filter((name) => repeated.has(name) || json.has(name));
  if (twice.length > 0) throw new Error(`written in two ways: ${twice.join(", ")}`);
  return [
    banner("openapi/openapi.json"),
    "/** Parameters whose values are joined by commas. */",
    `export const JOINED: ReadonlySet<string> = new Set(${JSON.stringify([...comma].sort())});`,
    "/** Parameters whose value is JSON. */",
    `export const AS_JSON: ReadonlySet<string> = new Set(${JSON.stringify([...json].sort())});`,
    "",
  ].join("\n");
}

async function documents() {
  const text = await readFile(new URL("schema.graphql", root), "utf8");
  const schema = buildSchema(text);
  const folder = new URL("src/documents/", here);
  const files = (await readdir(folder)).filter((name) => name.endsWith(".graphql")).sort();
  const parsed = await Promise.all(
    files.map(async (location) => ({ location, document: parse(await readFile(new URL(location, folder), "utf8")) })),
  );
  // What the server cannot do yet waits in its file.
  const there = parsed.filter(({ location, document }) => {
    const asked = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    const missing = asked.find(({ operation }) => !schema.getRootType(operation));
    if (missing) console.log(`${location} waits: the schema has no ${missing.operation}`);
    return !missing;
  });
  const string = "string";
  return codegen({
    filename: "documents.ts",
    schema: parse(text),
    documents: there,
    config: {
      useTypeImports: true,
      skipTypename: true,
      enumsAsTypes: true,
      onlyOperationTypes: true,
      avoidOptionals: { field: true },
      strictScalars: true,
      dedupeFragments: true,
      scalars: { Date: string, DateTime: string, JSON: "unknown", Locale: string, Moment: string, Sequence: string },
    },
    plugins: [{ head: {} }, { types: {} }, { operations: {} }, { texts: {} }],
    pluginMap: { head: { plugin: () => head }, types, operations, texts: { plugin: texts } },
  });
}

const head = `import { TypedDocument } from "../document.js";\n`;

// Each operation with the fragments that it needs, and the digest that names it.
function texts(_schema, files) {
  const all = files.flatMap(({ document }) => document.definitions);
  const fragments = new Map(all.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((it) => [it.name.value, it]));
  const needed = (definition, known = new Set()) => {
    visit(definition, {
      FragmentSpread({ name: { value } }) {
        if (!known.has(value)) needed(fragments.get(value), known.add(value));
      },
    });
    return [...known].sort().map((name) => fragments.get(name));
  };
  const named = all.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return named
    .map((operation) => {
      const name = operation.name.value;
      const kind = operation.operation[0].toUpperCase() + operation.operation.slice(1);
      const text = print({ kind: Kind.DOCUMENT, definitions: [operation, ...needed(operation)] });
      const digest = createHash("sha256").update(text).digest("hex");
      const type = `TypedDocument<${name}${kind}, ${name}${kind}Variables>`;
      return `export const ${name} = new ${type}(\n  ${JSON.stringify(text)},\n  ${JSON.stringify(digest)},\n);`;
    })
    .join("\n\n");
}

// What a server that runs only trusted documents is told.
function manifest(source) {
  const pairs = [...source.matchAll(/new TypedDocument<.*>\(\n {2}(".*"),\n {2}(".*"),\n\)/g)];
  return `${JSON.stringify(Object.fromEntries(pairs.map(([, text, digest]) => [JSON.parse(digest), JSON.parse(text)])), null, 2)}\n`;
}

const written = await documents();
const files = {
  "openapi.ts": await rest(),
  "parameters.ts": parameters(),
  "documents.ts": `${banner("schema.graphql and src/documents")}\n${written.trimEnd()}\n`,
  "persisted-documents.json": manifest(written),
};
const target = new URL("src/generated/", here);
await mkdir(target, { recursive: true });
for (const [name, text] of Object.entries(files)) {
  const file = new URL(name, target);
  if (!process.argv.includes("--check")) await writeFile(file, text);
  else if ((await readFile(file, "utf8").catch(() => "")) !== text) {
    console.error(`src/generated/${name} is not what the schemas give: run \`npm run generate\` in clients/typescript`);
    process.exitCode = 1;
  }
}
