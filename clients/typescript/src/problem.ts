import type { Problem as ProblemDocument, ProblemField } from "./generated/openapi.js";

/** The sort of problem. `UNKNOWN` is what did not come from Dateline: a gateway that answers in its own words. */
export type ProblemCode = ProblemDocument["code"] | "UNKNOWN";

/** A request that was refused or failed, as the problem document of RFC 9457 that tells of it. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly status: number;
  readonly code: ProblemCode;
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  /** The fields and parameters at fault. */
  readonly errors: readonly ProblemField[];
  /** The answer, of which the body has been read. */
  readonly response: Response;

  constructor(document: Partial<ProblemDocument>, response: Response) {
    super(document.detail ?? document.title ?? `${response.status} ${response.statusText}`.trim());
    this.status = response.status;
    this.code = document.code ?? "UNKNOWN";
    this.type = document.type ?? "about:blank";
    this.title = document.title ?? response.statusText;
    this.detail = document.detail ?? this.message;
    this.errors = document.errors ?? [];
    this.response = response;
  }

  static async of(response: Response): Promise<Problem> {
    const text = await response.text();
    const json = (response.headers.get("content-type") ?? "").includes("json");
    try {
      const document: unknown = json ? JSON.parse(text) : undefined;
      if (typeof document === "object" && document !== null) return new Problem(document, response);
    } catch {
      // It is called JSON and is not: a gateway's.
    }
    return new Problem({}, response);
  }
}

/** An error in an answer of GraphQL. */
export interface GraphQLError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: ProblemCode; readonly errors?: readonly ProblemField[] };
}

/** An operation of GraphQL that was refused or failed. */
export class QueryError extends Error {
  override readonly name = "QueryError";
  /** The code of the first error. */
  readonly code: ProblemCode;

  constructor(
    readonly errors: readonly GraphQLError[],
    /** What could be answered all the same; null when nothing could. */
    readonly data: unknown = null,
  ) {
    super(errors.map(({ message }) => message).join(" "));
    this.code = errors[0]?.extensions?.code ?? "UNKNOWN";
  }
}
