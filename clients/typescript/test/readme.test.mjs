// The examples of the README: all are compiled strictly as one program, and run against the server.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { url } from "./server.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
// Below the package, where the compiler finds it by its name.
const folder = await mkdtemp(here(".work-"));
after(() => rm(folder, { recursive: true }));

test("the examples compile, and do what they say", async (t) => {
  const readme = await readFile(here("../README.md"), "utf8");
  const examples = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code);
  assert.ok(examples.length > 5);
  await writeFile(`${folder}/readme.ts`, examples.join("\n").replaceAll("http://localhost:8080", url));
  await writeFile(`${folder}/tsconfig.json`, '{ "extends": "../../tsconfig.json", "compilerOptions": { "noEmit": false, "outDir": ".", "rootDir": "." }, "include": [], "files": ["readme.ts"] }');
  const compiled = await promisify(execFile)(process.execPath, [here("../node_modules/typescript/bin/tsc"), "--project", folder]).catch((error) => error);
  assert.equal(compiled.stdout, "");
  const said = [];
  t.mock.method(console, "log", (...words) => said.push(words.join(" ")));
  await import(pathToFileURL(`${folder}/readme.js`).href);
  for (const expected of ["why-a-meadow-is-worth-a-breakwater", "404 NOT_FOUND", "It is at /en/harbour-tunnel-breaks-through now.", "The harbour tunnel in figures"]) {
    assert.ok(said.some((line) => line.includes(expected)), `${expected} is not in ${said.join("\n")}`);
  }
});
