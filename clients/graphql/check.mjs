// What all programs here share: arguments, checks that count, and a plain request.
import assert from "node:assert/strict";

export const [url, ...rest] = process.argv.slice(2);

let count = 0;

// A sentence and what must hold of it.
export function check(sentence, actual, expected = true) {
  assert.deepEqual(actual, expected, sentence);
  count += 1;
}

export function done(name) {
  console.log(`${name}: ${count} checks`);
  process.exit(0);
}

export async function ask(body, headers = {}) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json", ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, ...(await response.json()) };
}
