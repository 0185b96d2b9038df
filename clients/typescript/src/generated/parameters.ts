// Generated from openapi/openapi.json by `npm run generate`. Do not edit.

/** Parameters whose values are joined by commas. */
export const JOINED: ReadonlySet<string> = new Set(["body","fields","include","kind","locale"]);
/** Parameters whose value is JSON. */
export const AS_JSON: ReadonlySet<string> = new Set(["filter"]);
