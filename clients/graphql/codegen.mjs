// GraphQL Code Generator: types and typed documents from the committed schema, a program compiled strictly against them,
// and that program run against the server.
//
//   node codegen.mjs http://127.0.0.1:8080/graphql ../../schema.graphql
import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as documents from "@graphql-codegen/typed-document-node";
import * as types from "@graphql-codegen/typescript";
import * as operations from "@graphql-codegen/typescript-operations";
import { parse } from "graphql";
import { check, done, rest, url } from "./check.mjs";

const [schemaFile] = rest;
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
// Below the packages, where the compiler finds them.
const folder = await mkdtemp(here(".work-"));
try {
  const text = "string";
  const generated = await codegen({
    filename: "generated.ts",
    schema: parse(await readFile(schemaFile, "utf8")),
    documents: [{ location: "front.graphql", document: parse(await readFile(here("codegen/front.graphql"), "utf8")) }],
    config: {
      useTypeImports: true,
      strictScalars: true,
      scalars: { Date: text, DateTime: text, JSON: "unknown", Locale: text, Moment: text, Sequence: text },
    },
    plugins: [{ types: {} }, { operations: {} }, { documents: {} }],
    pluginMap: { types, operations, documents },
  });
  await writeFile(`${folder}/generated.ts`, generated);
  await cp(here("codegen/main.ts"), `${folder}/main.ts`);
  await writeFile(`${folder}/package.json`, '{ "type": "module" }');
  const options = ["--strict", "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes", "--skipLibCheck"];
  const target = ["--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom", "--types", "", `${folder}/main.ts`];
  execFileSync(here("node_modules/.bin/tsc"), [...options, ...target], { stdio: "inherit" });
  const { main } = await import(pathToFileURL(`${folder}/main.js`).href);
  for (const [sentence, actual, expected] of await main(url)) check(sentence, actual, expected);
} finally {
  await rm(folder, { recursive: true });
}
done("GraphQL Code Generator");
