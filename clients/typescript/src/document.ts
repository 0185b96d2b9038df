/** A document of GraphQL that knows its result and its variables. The generator makes them. */
export class TypedDocument<Result, Variables> {
  /** Only for the compiler; what code generators of others mark their documents with. */
  declare readonly __apiType?: (variables: Variables) => Result;

  constructor(
    /** The document. */
    readonly text: string,
    /** The SHA-256 of the text, in hexadecimal digits. */
    readonly digest: string,
  ) {}

  toString(): string {
    return this.text;
  }
}

/** A `TypedDocument`, or what the client preset of GraphQL Code Generator makes with `documentMode: "string"`. */
export interface Document<Result, Variables> {
  readonly __apiType?: ((variables: Variables) => Result) | undefined;
  toString(): string;
}

const digests = new WeakMap<object, string>();

/** The SHA-256 of a document; undefined where the browser computes none, outside of secure contexts. */
export async function digestOf(document: Document<unknown, never>): Promise<string | undefined> {
  if (document instanceof TypedDocument) return document.digest;
  const known = digests.get(document);
  if (known !== undefined) return known;
  // A page that came by plain HTTP has no `subtle`.
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  const bytes = await subtle?.digest("SHA-256", new TextEncoder().encode(document.toString()));
  if (!bytes) return undefined;
  const digest = Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
  digests.set(document, digest);
  return digest;
}
