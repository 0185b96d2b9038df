// Serves the reader. It asks Dateline from the browser, from its own origin: the server's `cors_origins` must allow that.
//
//   node example/serve.mjs [DATELINE [HOST:PORT]]      npm run example -- http://localhost:8080
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { build } from "esbuild";

const [api = "http://localhost:8080", listen = "127.0.0.1:3000"] = process.argv.slice(2);
const here = (path) => new URL(path, import.meta.url);
const fonts = createRequire(import.meta.url).resolve("@fontsource-variable/source-serif-4/package.json").replace("package.json", "files/source-serif-4-");

const { outputFiles } = await build({
  entryPoints: [here("src/main.ts").pathname],
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  write: false,
});
const page = (await readFile(here("index.html"), "utf8")).replace("{{api}}", api).replace("{{poll}}", process.env.READER_POLL ?? "20");
const policy = `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src * data:; connect-src ${api}; base-uri 'none'; form-action 'self'`;
const fixed = {
  "/main.js": ["text/javascript", outputFiles[0].contents],
  "/style.css": ["text/css", await readFile(here("style.css"))],
};

const server = createServer(async ({ url }, response) => {
  const { pathname } = new URL(url, "http://localhost");
  const font = /^\/fonts\/((?:latin|latin-ext|cyrillic|cyrillic-ext)-opsz-(?:normal|italic)\.woff2)$/.exec(pathname);
  const [type, body] = font ? ["font/woff2", await readFile(fonts + font[1])] : (fixed[pathname] ?? ["text/html", page]);
  response.writeHead(200, {
    "content-type": type === "font/woff2" ? type : `${type}; charset=utf-8`,
    "content-security-policy": policy,
    "cache-control": font ? "public, max-age=31536000, immutable" : "no-cache",
    "x-content-type-options": "nosniff",
  });
  response.end(body);
});
const [, host, port] = /^(.*):(\d+)$/.exec(listen);
server.listen(Number(port), host, () => console.log(`The reader of ${api} is on http://${host}:${server.address().port}`));
