// What an application with Relay has in it: a page of articles that grows, an article that is fetched anew, an author whose
// articles are a page of their own, and a write. The compiler reads this; nobody runs it.
import { graphql } from "relay-runtime";

export const query = graphql`
  query FrontQuery($count: Int!) {
    ...Front_articles @arguments(count: $count)
  }
`;

export const articles = graphql`
  fragment Front_articles on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" })
  @refetchable(queryName: "FrontArticlesQuery") {
    articles(first: $count, after: $cursor) @connection(key: "Front_articles") {
      edges {
        node {
          id
          ...Front_teaser
        }
      }
    }
  }
`;

export const teaser = graphql`
  fragment Front_teaser on Article @refetchable(queryName: "FrontTeaserQuery") {
    title
    lead
    bylines {
      author {
        ...Front_author
      }
    }
  }
`;

export const author = graphql`
  fragment Front_author on Author
  @argumentDefinitions(count: { type: "Int", defaultValue: 1 }, cursor: { type: "String" })
  @refetchable(queryName: "FrontAuthorQuery") {
    slug
    articles(first: $count, after: $cursor) @connection(key: "Front_author_articles") {
      edges {
        node {
          title
        }
      }
    }
  }
`;

export const publish = graphql`
  mutation FrontPublishMutation($input: PublishInput!) {
    articlePublish(input: $input) {
      entry {
        id
      }
      userErrors {
        code
        message
      }
    }
  }
`;
