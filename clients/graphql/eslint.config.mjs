// The schema against the rules that graphql-eslint recommends, and those for Relay. What is not followed says why.
//
// In the folder of the repository:
//   clients/graphql/node_modules/.bin/eslint --config clients/graphql/eslint.config.mjs schema.graphql
import graphql from "@graphql-eslint/eslint-plugin";

export default [
  {
    files: ["schema.graphql"],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: "schema.graphql" } } },
    plugins: { "@graphql-eslint": graphql },
    rules: {
      ...graphql.configs["flat/schema-recommended"].rules,
      ...graphql.configs["flat/schema-relay"].rules,

      // More than is recommended: fields, arguments and values are described as well. Only the arguments of the directives
      // that GraphQL itself defines are not ours to describe.
      "@graphql-eslint/require-description": [
        "error",
        {
          types: true,
          rootField: true,
          DirectiveDefinition: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
          ignoredSelectors: ["DirectiveDefinition > InputValueDefinition"],
        },
      ],

      // Entries have ids, and everything that stands in one is a value: a byline or a block is nothing apart from its
      // article, and a client that kept it by an id would keep it when the article has changed. The list is closed, so that
      // a new type must be thought about.
      "@graphql-eslint/strict-id-in-types": [
        "error",
        {
          exceptions: {
            suffixes: ["Block", "Connection", "Diff", "Edge", "Payload"],
            types: [
              "ArticleChange", "Body", "Byline", "Cell", "Change", "Correction", "DiffSegment", "Fact", "FocalPoint",
              "Highlights", "LocaleCount", "LocalizedText", "Mark", "Neighbours", "OverdueFact", "PageInfo",
              "Passage", "PassageSegment", "Publication", "RelatedArticle", "RelatedReasons", "RelatedTag",
              "Resolution", "Revision", "Rights", "Row", "Search", "SectionBranch", "SectionCounts", "Seo",
              "ShownFactBox", "Source", "Span", "Total", "TranslationOriginal", "UnavailableReference", "Usage", "UserError",
              "Viewer",
            ],
          },
        },
      ],

      // Connections have `nodes` beside `edges`, for whoever needs no cursors, and values come in plain lists. A correction
      // and an overdue fact are values too, so the edges of their lists lead to no Node.
      "@graphql-eslint/relay-edge-types": [
        "error",
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
    },
  },
];
