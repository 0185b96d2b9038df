// urql: queries, persisted queries by GET, errors, and subscriptions as server-sent events.
//
//   node urql.mjs http://127.0.0.1:8080/graphql
import { Client, fetchExchange, gql } from "@urql/core";
import { persistedExchange } from "@urql/exchange-persisted";
import { check, done, url } from "./check.mjs";

function client() {
  const requests = [];
  const counted = (address, options) => {
    requests.push(options.method);
    return fetch(address, options);
  };
  const persisted = persistedExchange({ preferGetForPersistedQueries: true });
  return { urql: new Client({ url, fetch: counted, preferGetMethod: false, exchanges: [persisted, fetchExchange] }), requests };
}

const TAGS = gql`query Tags($first: Int!) { tags(first: $first) { nodes { id slug name { text } } totalCount } }`;

const { urql, requests } = client();
const first = await urql.query(TAGS, { first: 2 }).toPromise();
check("the text follows a digest that is not known", [first.error, first.data.tags.nodes.length, requests.length], [undefined, 2, 2]);
check("everything is counted", first.data.tags.totalCount >= 2);

const another = client();
const known = await another.urql.query(TAGS, { first: 1 }).toPromise();
check("the digest alone is enough for the next client, by GET", [known.error, another.requests], [undefined, ["GET"]]);
check("and answers the same", known.data.tags.nodes[0], first.data.tags.nodes[0]);

const wrong = await urql.query(gql`query Wrong { tags(first: 0) { nodes { id } } }`, {}).toPromise();
check("errors are those of GraphQL, with their codes", wrong.error.graphQLErrors[0].extensions.code, "INVALID_PAGE");

// What urql needs for subscriptions is one option: they come as events in the answer.
const follower = new Client({ url, preferGetMethod: false, fetchSubscriptions: true, exchanges: [fetchExchange] });
const CHANGES = gql`subscription Changes { changes(since: "0") { sequence type entryId } }`;
const event = await new Promise((resolve, refuse) => {
  const { unsubscribe } = follower.subscription(CHANGES, {}).subscribe(({ data, error }) => {
    if (error) refuse(error);
    else resolve(data.changes);
    setTimeout(() => unsubscribe());
  });
});
check("a subscription comes as events", event.type, "PUBLISHED");

done("urql");
