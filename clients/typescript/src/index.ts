export { EtagCache } from "./cache.js";
export { type ClientOptions, createClient, type DatelineClient } from "./client.js";
export { type Document, TypedDocument } from "./document.js";
export type { QueryOptions } from "./graphql.js";
export type { Sequenced, SubscribeOptions } from "./live.js";
export { type GraphQLError, Problem, type ProblemCode, QueryError } from "./problem.js";
export type { GetPath, Got, ListPath, RestClient } from "./rest.js";
