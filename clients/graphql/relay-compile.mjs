// The compiler of Relay on the committed schema: it checks connections, Node and every type, and writes the manifest of
// documents that the application will send by their ids.
//
//   node relay-compile.mjs ../../schema.graphql MANIFEST
import { execFileSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const [schema, manifest] = process.argv.slice(2);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "relay-"));
try {
  await mkdir(join(folder, "src"));
  await copyFile(here("relay/Front.js"), join(folder, "src/Front.js"));
  await copyFile(schema, join(folder, "schema.graphql"));
  const config = {
    src: "./src",
    language: "javascript",
    schema: "./schema.graphql",
    eagerEsModules: true,
    artifactDirectory: "./artifacts",
    persistConfig: { file: "./manifest.json", algorithm: "SHA256" },
  };
  await mkdir(join(folder, "artifacts"));
  await writeFile(join(folder, "relay.config.json"), JSON.stringify(config));
  await writeFile(join(folder, "manifest.json"), "{}");
  execFileSync(here("node_modules/.bin/relay-compiler"), ["--repersist", "relay.config.json"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  await copyFile(join(folder, "manifest.json"), manifest);
  console.log(`Relay: ${(await readdir(join(folder, "artifacts"))).length} artifacts compiled`);
} finally {
  await rm(folder, { recursive: true });
}
