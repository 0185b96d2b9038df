// Generated from openapi/openapi.json by `npm run generate`. Do not edit.

export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What stands where
         * @description The newsroom's name, the server's version and where to begin. Whoever names `text/html`, as browsers do, gets a page for people, where the server has them.
         */
        get: operations["get_index"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The feed of everything
         * @description The newest articles as RSS 2.0, Atom or JSON Feed, by the ending of the file.
         */
        get: operations["get_feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/{part}/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The feed of a section, tag, author or language
         * @description The newest articles of one part of the newsroom as RSS 2.0, Atom or JSON Feed, by the ending of the file.
         */
        get: operations["get_feed_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/graphql": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A GraphQL query by GET
         * @description One operation on the schema in `schema.graphql`, over HTTP as the GraphQL-over-HTTP draft has it. Subscriptions come as `text/event-stream` to whoever accepts that (graphql-sse, `EventSource`), or over a WebSocket at the same address (graphql-transport-ws).
         */
        get: operations["get_graphql"];
        put?: never;
        /**
         * A GraphQL query by POST
         * @description One operation on the schema in `schema.graphql`, over HTTP as the GraphQL-over-HTTP draft has it. Subscriptions come as `text/event-stream` to whoever accepts that (graphql-sse, `EventSource`), or over a WebSocket at the same address (graphql-transport-ws).
         */
        post: operations["post_graphql"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process runs
         * @description Always answers while the process runs, whatever the state of the database. Restart it when it does not.
         */
        get: operations["get_liveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether requests can be answered
         * @description Asks the database. While it does not answer, send requests elsewhere.
         */
        get: operations["get_readiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mcp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A message of an agent
         * @description One message of the Model Context Protocol (JSON-RPC 2.0), without a session. Errors of tools and of the protocol are in answers with status 200; notifications are answered with 202.
         */
        post: operations["post_mcp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document
         * @description The description of the interface that you are reading, for programs.
         */
        get: operations["get_openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List articles
         * @description The public articles that meet all conditions, page by page.
         */
        get: operations["list_articles"];
        put?: never;
        /**
         * Create an article
         * @description Makes an entry of a document. Readers see nothing of it until it is published. References are ids, or slugs; the body is blocks, `{"markdown": …}` or `{"html": …}`. Needs the scope `write`.
         */
        post: operations["create_article"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One article by id
         * @description The article with this id.
         */
        get: operations["get_article"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Save a revision of an article
         * @description Changes the newest revision by a JSON Merge Patch (RFC 7396) and saves the result as a new one. `If-Match` must name the newest revision. Readers see nothing of it until it is published. Needs the scope `write`.
         */
        patch: operations["save_article"];
        trace?: never;
    };
    "/v1/articles/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive an article
         * @description Puts the entry away: no list of drafts has it. Needs the scope `write`.
         */
        post: operations["archive_article"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct an article
         * @description Changes a public article, tells its readers what was wrong, and publishes it, in one step. Needs the scope `publish`.
         */
        post: operations["correct_article"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/kill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take down for legal reasons an article
         * @description Nothing of the entry, its past included, is shown to anybody any more. Cannot be undone. Needs a `note`. Needs the scope `kill`.
         */
        post: operations["kill_article"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/neighbours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The previous and the next article
         * @description The articles right before and right behind one in a list, in the order of the list: with `-publishedAt`, which is usual, `next` is the older one. The parameters are those of the list of articles. Without any condition it is the list of its section in its language. An article that is not in the list has the neighbours between which it would stand.
         */
        get: operations["get_neighbours_of_article"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/preview-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The preview links of an article
         * @description All preview links, the oldest first, without their secrets. Needs the scope `write`.
         */
        get: operations["list_preview_links_of_article"];
        put?: never;
        /**
         * Share a preview of an article
         * @description Makes a link that shows one revision to whoever holds it, for 7 days or until `expiresAt`, at most 90 days. The `token` is in this answer and nowhere else: send it as `Authorization: Bearer dp_…`, and every read shows the entry in that revision, and all else as it is public. A request that comes again with its `Idempotency-Key` makes no other link, and is told which one it has made. Needs the scope `write`.
         */
        post: operations["create_preview_link_of_article"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish an article
         * @description Makes a revision public, now or `at` a time, for good or `until` a time. What was public ends there. Needs the scope `publish`.
         */
        post: operations["publish_article"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List related articles
         * @description The articles that have most in common with one: fact boxes, links from one to the other, tags, of which rare ones count for more, similar texts, and the section. Those in its language come first, and the latest of those that share as much; never its own translations, and of each other piece one translation. There is one page.
         */
        get: operations["list_related_articles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore an article
         * @description Saves an old revision as a new one. Needs the scope `write`.
         */
        post: operations["restore_article"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The history of an article
         * @description The revisions, newest first, without content. Needs the scope `preview`.
         */
        get: operations["list_revisions_of_article"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A revision of an article
         * @description One revision, with its document. Needs the scope `preview`.
         */
        get: operations["get_revision_of_article"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/revisions/{number}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two revisions of an article
         * @description What distinguishes a revision from another: members, and blocks or facts, with words that were inserted and deleted. Blocks are known by their keys. Needs the scope `preview`.
         */
        get: operations["compare_revisions_of_article"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit an article
         * @description Hands the newest revision to whoever publishes. Needs the scope `write`.
         */
        post: operations["submit_article"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch back an article
         * @description Fetches an entry back that was put away. Needs the scope `write`.
         */
        post: operations["unarchive_article"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw an article
         * @description Ends what is public, now or `at` a time, and cancels what is planned for later. Needs a `note`. Needs the scope `publish`.
         */
        post: operations["withdraw_article"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/working-copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest revision of an article
         * @description The document as it was saved last, and where the entry stands in its life. Its `ETag` is what `If-Match` names in a change. Needs the scope `preview`.
         */
        get: operations["get_working_copy_of_article"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{locale}/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One article by language and slug
         * @description The article at its address. A former slug answers 301 with the present address.
         */
        get: operations["get_article_by_slug"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit
         * @description Every write, and every attempt that was denied, newest first. Needs the scope `admin`.
         */
        get: operations["list_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List authors
         * @description The public authors that meet all conditions, page by page.
         */
        get: operations["list_authors"];
        put?: never;
        /**
         * Create an author
         * @description Makes an entry of a document. Readers see nothing of it until it is published. References are ids, or slugs; the body is blocks, `{"markdown": …}` or `{"html": …}`. Needs the scope `write`.
         */
        post: operations["create_author"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One author by id or slug
         * @description The author with this id or slug. A former slug answers 301 with the present address.
         */
        get: operations["get_author"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Save a revision of an author
         * @description Changes the newest revision by a JSON Merge Patch (RFC 7396) and saves the result as a new one. `If-Match` must name the newest revision. Readers see nothing of it until it is published. Needs the scope `write`.
         */
        patch: operations["save_author"];
        trace?: never;
    };
    "/v1/authors/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive an author
         * @description Puts the entry away: no list of drafts has it. Needs the scope `write`.
         */
        post: operations["archive_author"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/kill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take down for legal reasons an author
         * @description Nothing of the entry, its past included, is shown to anybody any more. Cannot be undone. Needs a `note`. Needs the scope `kill`.
         */
        post: operations["kill_author"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/preview-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The preview links of an author
         * @description All preview links, the oldest first, without their secrets. Needs the scope `write`.
         */
        get: operations["list_preview_links_of_author"];
        put?: never;
        /**
         * Share a preview of an author
         * @description Makes a link that shows one revision to whoever holds it, for 7 days or until `expiresAt`, at most 90 days. The `token` is in this answer and nowhere else: send it as `Authorization: Bearer dp_…`, and every read shows the entry in that revision, and all else as it is public. A request that comes again with its `Idempotency-Key` makes no other link, and is told which one it has made. Needs the scope `write`.
         */
        post: operations["create_preview_link_of_author"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish an author
         * @description Makes a revision public, now or `at` a time, for good or `until` a time. What was public ends there. Needs the scope `publish`.
         */
        post: operations["publish_author"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore an author
         * @description Saves an old revision as a new one. Needs the scope `write`.
         */
        post: operations["restore_author"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The history of an author
         * @description The revisions, newest first, without content. Needs the scope `preview`.
         */
        get: operations["list_revisions_of_author"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A revision of an author
         * @description One revision, with its document. Needs the scope `preview`.
         */
        get: operations["get_revision_of_author"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/revisions/{number}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two revisions of an author
         * @description What distinguishes a revision from another: members, and blocks or facts, with words that were inserted and deleted. Blocks are known by their keys. Needs the scope `preview`.
         */
        get: operations["compare_revisions_of_author"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit an author
         * @description Hands the newest revision to whoever publishes. Needs the scope `write`.
         */
        post: operations["submit_author"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch back an author
         * @description Fetches an entry back that was put away. Needs the scope `write`.
         */
        post: operations["unarchive_author"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw an author
         * @description Ends what is public, now or `at` a time, and cancels what is planned for later. Needs a `note`. Needs the scope `publish`.
         */
        post: operations["withdraw_author"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/working-copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest revision of an author
         * @description The document as it was saved last, and where the entry stands in its life. Its `ETag` is what `If-Match` names in a change. Needs the scope `preview`.
         */
        get: operations["get_working_copy_of_author"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Several writes at once
         * @description Up to 100 writes in one transaction, in their order: all of them or none. Each names `action`, `type`, `id` and `expectedVersion` or `expectedRevision`, and what its own operation takes; `create` has `content`, `save` has `patch`. Pointers in errors begin with `/writes/` and the number of the write.
         */
        post: operations["batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List corrections
         * @description The public articles that were corrected, the latest correction first, each with its corrections, page by page.
         */
        get: operations["list_corrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fact-boxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List fact boxes
         * @description The public fact boxes that meet all conditions, page by page.
         */
        get: operations["list_fact_boxes"];
        put?: never;
        /**
         * Create a fact box
         * @description Makes an entry of a document. Readers see nothing of it until it is published. References are ids, or slugs; the body is blocks, `{"markdown": …}` or `{"html": …}`. Needs the scope `write`.
         */
        post: operations["create_fact_box"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fact-boxes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One fact box by id
         * @description The fact box with this id.
         */
        get: operations["get_fact_box"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Save a revision of a fact box
         * @description Changes the newest revision by a JSON Merge Patch (RFC 7396) and saves the result as a new one. `If-Match` must name the newest revision. Readers see nothing of it until it is published. Needs the scope `write`.
         */
        patch: operations["save_fact_box"];
        trace?: never;
    };
    "/v1/fact-boxes/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a fact box
         * @description Puts the entry away: no list of drafts has it. Needs the scope `write`.
         */
        post: operations["archive_fact_box"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fact-boxes/{id}/kill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take down for legal reasons a fact box
         * @description Nothing of the entry, its past included, is shown to anybody any more. Cannot be undone. Needs a `note`. Needs the scope `kill`.
         */
        post: operations["kill_fact_box"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fact-boxes/{id}/preview-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The preview links of a fact box
         * @description All preview links, the oldest first, without their secrets. Needs the scope `write`.
         */
        get: operations["list_preview_links_of_fact_box"];
        put?: never;
        /**
         * Share a preview of a fact box
         * @description Makes a link that shows one revision to whoever holds it, for 7 days or until `expiresAt`, at most 90 days. The `token` is in this answer and nowhere else: send it as `Authorization: Bearer dp_…`, and every read shows the entry in that revision, and all else as it is public. A request that comes again with its `Idempotency-Key` makes no other link, and is told which one it has made. Needs the scope `write`.
         */
        post: operations["create_preview_link_of_fact_box"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fact-boxes/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a fact box
         * @description Makes a revision public, now or `at` a time, for good or `until` a time. What was public ends there. Needs the scope `publish`.
         */
        post: operations["publish_fact_box"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fact-boxes/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a fact box
         * @description Saves an old revision as a new one. Needs the scope `write`.
         */
        post: operations["restore_fact_box"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fact-boxes/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The history of a fact box
         * @description The revisions, newest first, without content. Needs the scope `preview`.
         */
        get: operations["list_revisions_of_fact_box"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fact-boxes/{id}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A revision of a fact box
         * @description One revision, with its document. Needs the scope `preview`.
         */
        get: operations["get_revision_of_fact_box"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fact-boxes/{id}/revisions/{number}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two revisions of a fact box
         * @description What distinguishes a revision from another: members, and blocks or facts, with words that were inserted and deleted. Blocks are known by their keys. Needs the scope `preview`.
         */
        get: operations["compare_revisions_of_fact_box"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fact-boxes/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit a fact box
         * @description Hands the newest revision to whoever publishes. Needs the scope `write`.
         */
        post: operations["submit_fact_box"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fact-boxes/{id}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch back a fact box
         * @description Fetches an entry back that was put away. Needs the scope `write`.
         */
        post: operations["unarchive_fact_box"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fact-boxes/{id}/used-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where it is used, of a fact box
         * @description How many articles show the box, by language: public ones, and working copies. Ask before you change it. Needs the scope `preview`.
         */
        get: operations["count_uses_of_fact_box"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fact-boxes/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a fact box
         * @description Ends what is public, now or `at` a time, and cancels what is planned for later. Needs a `note`. Needs the scope `publish`.
         */
        post: operations["withdraw_fact_box"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fact-boxes/{id}/working-copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest revision of a fact box
         * @description The document as it was saved last, and where the entry stands in its life. Its `ETag` is what `If-Match` names in a change. Needs the scope `preview`.
         */
        get: operations["get_working_copy_of_fact_box"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fact-boxes/{locale}/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One fact box by language and slug
         * @description The fact box at its address. A former slug answers 301 with the present address.
         */
        get: operations["get_fact_box_by_slug"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fact-boxes/overdue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List facts that are past review
         * @description The fact boxes of the desk with facts that somebody should have looked at by now, the earliest day first, each with these facts, page by page. A cursor is good for the day it was made for. Needs the scope `preview`.
         */
        get: operations["list_overdue_facts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List images
         * @description The public images that meet all conditions, page by page.
         */
        get: operations["list_images"];
        put?: never;
        /**
         * Create an image
         * @description Makes an entry of a document. Readers see nothing of it until it is published. References are ids, or slugs; the body is blocks, `{"markdown": …}` or `{"html": …}`. Needs the scope `write`.
         */
        post: operations["create_image"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One image by id
         * @description The image with this id.
         */
        get: operations["get_image"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Save a revision of an image
         * @description Changes the newest revision by a JSON Merge Patch (RFC 7396) and saves the result as a new one. `If-Match` must name the newest revision. Readers see nothing of it until it is published. Needs the scope `write`.
         */
        patch: operations["save_image"];
        trace?: never;
    };
    "/v1/images/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive an image
         * @description Puts the entry away: no list of drafts has it. Needs the scope `write`.
         */
        post: operations["archive_image"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the file of an image
         * @description Saves a new revision with another picture, sent as in an upload; `data` is a merge patch. The focal point goes with the old picture unless there is a new one. `If-Match` must name the newest revision. Needs the scope `write`.
         */
        post: operations["replace_file_of_image"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/{id}/kill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take down for legal reasons an image
         * @description Nothing of the entry, its past included, is shown to anybody any more. Cannot be undone. Needs a `note`. Needs the scope `kill`.
         */
        post: operations["kill_image"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/{id}/preview-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The preview links of an image
         * @description All preview links, the oldest first, without their secrets. Needs the scope `write`.
         */
        get: operations["list_preview_links_of_image"];
        put?: never;
        /**
         * Share a preview of an image
         * @description Makes a link that shows one revision to whoever holds it, for 7 days or until `expiresAt`, at most 90 days. The `token` is in this answer and nowhere else: send it as `Authorization: Bearer dp_…`, and every read shows the entry in that revision, and all else as it is public. A request that comes again with its `Idempotency-Key` makes no other link, and is told which one it has made. Needs the scope `write`.
         */
        post: operations["create_preview_link_of_image"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish an image
         * @description Makes a revision public, now or `at` a time, for good or `until` a time. What was public ends there. Needs the scope `publish`.
         */
        post: operations["publish_image"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore an image
         * @description Saves an old revision as a new one. Needs the scope `write`.
         */
        post: operations["restore_image"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The history of an image
         * @description The revisions, newest first, without content. Needs the scope `preview`.
         */
        get: operations["list_revisions_of_image"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/{id}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A revision of an image
         * @description One revision, with its document. Needs the scope `preview`.
         */
        get: operations["get_revision_of_image"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/{id}/revisions/{number}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two revisions of an image
         * @description What distinguishes a revision from another: members, and blocks or facts, with words that were inserted and deleted. Blocks are known by their keys. Needs the scope `preview`.
         */
        get: operations["compare_revisions_of_image"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit an image
         * @description Hands the newest revision to whoever publishes. Needs the scope `write`.
         */
        post: operations["submit_image"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/{id}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch back an image
         * @description Fetches an entry back that was put away. Needs the scope `write`.
         */
        post: operations["unarchive_image"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw an image
         * @description Ends what is public, now or `at` a time, and cancels what is planned for later. Needs a `note`. Needs the scope `publish`.
         */
        post: operations["withdraw_image"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/{id}/working-copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest revision of an image
         * @description The document as it was saved last, and where the entry stands in its life. Its `ETag` is what `If-Match` names in a change. Needs the scope `preview`.
         */
        get: operations["get_working_copy_of_image"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/fetch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch an image
         * @description The same, of what is at `url`, an address of the public internet; the other members are said of it. Needs the scope `write`.
         */
        post: operations["fetch_image"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload an image
         * @description Makes an entry of a picture: the part `file` of a form, a JPEG, PNG or WebP, and in the part `data` what is said of it, as JSON. The file is known by its content, and all that it tells besides pixels and colours is removed. Readers see nothing of the entry until it is published. Needs the scope `write`.
         */
        post: operations["upload_image"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All keys
         * @description All keys, the oldest first, without their secrets. Needs the scope `admin`.
         */
        get: operations["list_keys"];
        put?: never;
        /**
         * Make a key
         * @description Makes a key with a `role` or with `scopes`. The key itself is in this answer and nowhere else. A request that comes again with its `Idempotency-Key` makes no other key, and is told which one it has made. Needs the scope `admin`.
         */
        post: operations["create_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a key
         * @description Ends a key at once. Needs the scope `admin`.
         */
        post: operations["revoke_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate a key
         * @description Makes a key that takes the place of another, which is accepted for another 24 hours. Needs the scope `admin`.
         */
        post: operations["rotate_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/media/{id}/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A stored picture, or a variant of it
         * @description The picture of an image, as its `url` names it. What is below an address never changes, so caches may keep it for ever. A variant is never larger than the picture. One that is cut (`fit=cover` with `w` and `h`) without `focus` follows the focal point of the image, and caches must ask whether it has moved. Whoever was interrupted may go on with `Range` and `If-Range`.
         */
        get: operations["get_media"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persisted-documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All trusted documents
         * @description The documents of GraphQL that are trusted, by id, without their texts. Needs the scope `trust`.
         */
        get: operations["list_documents"];
        put?: never;
        /**
         * Trust documents
         * @description Trusts the documents of a manifest, up to 2,000, all of them or none: an object of ids and texts, as Relay and GraphQL Code Generator write it, or a manifest of Apollo. Each must fit the schema and the limits. Sent again, it changes nothing. Needs the scope `trust`.
         */
        post: operations["trust_documents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persisted-documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A trusted document
         * @description A trusted document with its text. Needs the scope `trust`.
         */
        get: operations["get_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persisted-documents/{document}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a document
         * @description Trusts a document no longer: at once on the node that is asked, within ten seconds on all others. Needs the scope `trust`.
         */
        post: operations["revoke_document"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/preview-links/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a preview link
         * @description Ends a preview link at once. Needs the scope `write`.
         */
        post: operations["revoke_preview_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What stands at an address
         * @description What an address of the newsroom's site leads to: an entry, its new address since when it moved, or since when it is gone and whether it was withdrawn or taken down for legal reasons. An address of another host, and one where nothing ever stood in public, is answered with 404.
         */
        get: operations["resolve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sections
         * @description The public sections that meet all conditions, page by page.
         */
        get: operations["list_sections"];
        put?: never;
        /**
         * Create a section
         * @description Makes an entry of a document. Readers see nothing of it until it is published. References are ids, or slugs; the body is blocks, `{"markdown": …}` or `{"html": …}`. Needs the scope `write`.
         */
        post: operations["create_section"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One section by id or slug
         * @description The section with this id or slug. A former slug answers 301 with the present address.
         */
        get: operations["get_section"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Save a revision of a section
         * @description Changes the newest revision by a JSON Merge Patch (RFC 7396) and saves the result as a new one. `If-Match` must name the newest revision. Readers see nothing of it until it is published. Needs the scope `write`.
         */
        patch: operations["save_section"];
        trace?: never;
    };
    "/v1/sections/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a section
         * @description Puts the entry away: no list of drafts has it. Needs the scope `write`.
         */
        post: operations["archive_section"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sections/{id}/kill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take down for legal reasons a section
         * @description Nothing of the entry, its past included, is shown to anybody any more. Cannot be undone. Needs a `note`. Needs the scope `kill`.
         */
        post: operations["kill_section"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sections/{id}/preview-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The preview links of a section
         * @description All preview links, the oldest first, without their secrets. Needs the scope `write`.
         */
        get: operations["list_preview_links_of_section"];
        put?: never;
        /**
         * Share a preview of a section
         * @description Makes a link that shows one revision to whoever holds it, for 7 days or until `expiresAt`, at most 90 days. The `token` is in this answer and nowhere else: send it as `Authorization: Bearer dp_…`, and every read shows the entry in that revision, and all else as it is public. A request that comes again with its `Idempotency-Key` makes no other link, and is told which one it has made. Needs the scope `write`.
         */
        post: operations["create_preview_link_of_section"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sections/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a section
         * @description Makes a revision public, now or `at` a time, for good or `until` a time. What was public ends there. Needs the scope `publish`.
         */
        post: operations["publish_section"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sections/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a section
         * @description Saves an old revision as a new one. Needs the scope `write`.
         */
        post: operations["restore_section"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sections/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The history of a section
         * @description The revisions, newest first, without content. Needs the scope `preview`.
         */
        get: operations["list_revisions_of_section"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sections/{id}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A revision of a section
         * @description One revision, with its document. Needs the scope `preview`.
         */
        get: operations["get_revision_of_section"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sections/{id}/revisions/{number}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two revisions of a section
         * @description What distinguishes a revision from another: members, and blocks or facts, with words that were inserted and deleted. Blocks are known by their keys. Needs the scope `preview`.
         */
        get: operations["compare_revisions_of_section"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sections/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit a section
         * @description Hands the newest revision to whoever publishes. Needs the scope `write`.
         */
        post: operations["submit_section"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sections/{id}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch back a section
         * @description Fetches an entry back that was put away. Needs the scope `write`.
         */
        post: operations["unarchive_section"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sections/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a section
         * @description Ends what is public, now or `at` a time, and cancels what is planned for later. Needs a `note`. Needs the scope `publish`.
         */
        post: operations["withdraw_section"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sections/{id}/working-copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest revision of a section
         * @description The document as it was saved last, and where the entry stands in its life. Its `ETag` is what `If-Match` names in a change. Needs the scope `preview`.
         */
        get: operations["get_working_copy_of_section"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sections/tree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tree of sections
         * @description All sections, each below its parent, siblings in the order of their names, with the numbers of their public articles. The tree has at most 10 levels: what lies deeper stands on the tenth. Of sections that stand below each other in a circle, the first stands at the top. More than 1,000 sections are not answered as a tree.
         */
        get: operations["get_section_tree"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tags
         * @description The public tags that meet all conditions, page by page.
         */
        get: operations["list_tags"];
        put?: never;
        /**
         * Create a tag
         * @description Makes an entry of a document. Readers see nothing of it until it is published. References are ids, or slugs; the body is blocks, `{"markdown": …}` or `{"html": …}`. Needs the scope `write`.
         */
        post: operations["create_tag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tags/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One tag by id or slug
         * @description The tag with this id or slug. A former slug answers 301 with the present address.
         */
        get: operations["get_tag"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Save a revision of a tag
         * @description Changes the newest revision by a JSON Merge Patch (RFC 7396) and saves the result as a new one. `If-Match` must name the newest revision. Readers see nothing of it until it is published. Needs the scope `write`.
         */
        patch: operations["save_tag"];
        trace?: never;
    };
    "/v1/tags/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a tag
         * @description Puts the entry away: no list of drafts has it. Needs the scope `write`.
         */
        post: operations["archive_tag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tags/{id}/kill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take down for legal reasons a tag
         * @description Nothing of the entry, its past included, is shown to anybody any more. Cannot be undone. Needs a `note`. Needs the scope `kill`.
         */
        post: operations["kill_tag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tags/{id}/preview-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The preview links of a tag
         * @description All preview links, the oldest first, without their secrets. Needs the scope `write`.
         */
        get: operations["list_preview_links_of_tag"];
        put?: never;
        /**
         * Share a preview of a tag
         * @description Makes a link that shows one revision to whoever holds it, for 7 days or until `expiresAt`, at most 90 days. The `token` is in this answer and nowhere else: send it as `Authorization: Bearer dp_…`, and every read shows the entry in that revision, and all else as it is public. A request that comes again with its `Idempotency-Key` makes no other link, and is told which one it has made. Needs the scope `write`.
         */
        post: operations["create_preview_link_of_tag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tags/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a tag
         * @description Makes a revision public, now or `at` a time, for good or `until` a time. What was public ends there. Needs the scope `publish`.
         */
        post: operations["publish_tag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tags/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a tag
         * @description Saves an old revision as a new one. Needs the scope `write`.
         */
        post: operations["restore_tag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tags/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The history of a tag
         * @description The revisions, newest first, without content. Needs the scope `preview`.
         */
        get: operations["list_revisions_of_tag"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tags/{id}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A revision of a tag
         * @description One revision, with its document. Needs the scope `preview`.
         */
        get: operations["get_revision_of_tag"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tags/{id}/revisions/{number}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two revisions of a tag
         * @description What distinguishes a revision from another: members, and blocks or facts, with words that were inserted and deleted. Blocks are known by their keys. Needs the scope `preview`.
         */
        get: operations["compare_revisions_of_tag"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tags/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit a tag
         * @description Hands the newest revision to whoever publishes. Needs the scope `write`.
         */
        post: operations["submit_tag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tags/{id}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch back a tag
         * @description Fetches an entry back that was put away. Needs the scope `write`.
         */
        post: operations["unarchive_tag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tags/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a tag
         * @description Ends what is public, now or `at` a time, and cancels what is planned for later. Needs a `note`. Needs the scope `publish`.
         */
        post: operations["withdraw_tag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tags/{id}/working-copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest revision of a tag
         * @description The document as it was saved last, and where the entry stands in its life. Its `ETag` is what `If-Match` names in a change. Needs the scope `preview`.
         */
        get: operations["get_working_copy_of_tag"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/whoami": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who am I
         * @description Who the server takes you for, and what you may do.
         */
        get: operations["get_whoami"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description Use by machine learning.
         * @enum {string}
         */
        AiUse: "allowed" | "noTraining" | "forbidden";
        /** @description Any JSON but null. */
        Anything: (string | number | boolean | Record<string, never>) | unknown[];
        /** @description An article as it is public. */
        Article: {
            /** @description The text in the formats asked for; absent when none was. */
            body?: components["schemas"]["Body"];
            /** @description Who is credited, in the order printed. */
            bylines: components["schemas"]["Byline"][];
            /** @description The address of the original, when this is a copy. */
            canonicalUrl: string | null;
            /**
             * Format: date-time
             * @description When something changed of which readers should be told.
             */
            contentUpdatedAt: string;
            /** @description What was corrected, newest last. */
            corrections: components["schemas"]["Correction"][];
            /**
             * Format: date-time
             * @description Until when it is under embargo, for partners who read it before; null for all else.
             */
            embargoedUntil: string | null;
            /** @description The fact boxes in the body, in reading order. */
            factBoxes: components["schemas"]["ShownFactBox"][];
            /**
             * Format: uuid
             * @description The id; the same through every door.
             */
            id: string;
            /** @description The genre. */
            kind: components["schemas"]["ArticleKind"];
            /** @description The paragraph that says it all, without markup. */
            lead: string | null;
            leadImage: components["schemas"]["RelatedImage"] | null;
            /** @description The language it is written in. */
            locale: string;
            /**
             * Format: date-time
             * @description The first public moment; never changes. Of what never was public: the planned one, or when it was made.
             */
            publishedAt: string;
            /**
             * Format: int32
             * @description The number of the revision shown.
             */
            revision: number;
            /** @description What others may do with it. */
            rights: components["schemas"]["Rights"];
            section: components["schemas"]["RelatedSection"] | null;
            /** @description What search engines and link previews show instead. */
            seo: components["schemas"]["Seo"];
            /** @description A headline for narrow places. */
            shortTitle: string | null;
            /** @description Its name in the address. */
            slug: string;
            /** @description Where the report comes from. */
            sources: components["schemas"]["Source"][];
            /** @description Topics, most important first. */
            tags: (components["schemas"]["RelatedTag"] | null)[];
            /** @description The headline, without markup. */
            title: string;
            translationOf: components["schemas"]["Original"] | null;
            /** @description The same piece in other languages; only when included. Where one was withdrawn stands what `links` says. */
            translations?: (components["schemas"]["RelatedTranslation"] | null)[];
            /** @description Always `article`. */
            type: string;
            /** @description What it refers to and is not there, or to the desk, what was withdrawn; only when included. */
            unavailable?: components["schemas"]["UnavailableReference"][];
            /**
             * Format: date-time
             * @description When anything changed, a followed fact box included.
             */
            updatedAt: string;
            /** @description Its page on the newsroom's own site. */
            url: string;
        };
        /** @description Some members of the article: those named in `fields`, and `id`. */
        ArticleFields: {
            /** @description The text in the formats asked for; absent when none was. */
            body?: components["schemas"]["Body"];
            /** @description Who is credited, in the order printed. */
            bylines?: components["schemas"]["Byline"][];
            /** @description The address of the original, when this is a copy. */
            canonicalUrl?: string | null;
            /**
             * Format: date-time
             * @description When something changed of which readers should be told.
             */
            contentUpdatedAt?: string;
            /** @description What was corrected, newest last. */
            corrections?: components["schemas"]["Correction"][];
            /**
             * Format: date-time
             * @description Until when it is under embargo, for partners who read it before; null for all else.
             */
            embargoedUntil?: string | null;
            /** @description The fact boxes in the body, in reading order. */
            factBoxes?: components["schemas"]["ShownFactBox"][];
            /**
             * Format: uuid
             * @description The id; the same through every door.
             */
            id: string;
            /** @description The genre. */
            kind?: components["schemas"]["ArticleKind"];
            /** @description The paragraph that says it all, without markup. */
            lead?: string | null;
            leadImage?: components["schemas"]["RelatedImage"] | null;
            /** @description The language it is written in. */
            locale?: string;
            /**
             * Format: date-time
             * @description The first public moment; never changes. Of what never was public: the planned one, or when it was made.
             */
            publishedAt?: string;
            /**
             * Format: int32
             * @description The number of the revision shown.
             */
            revision?: number;
            /** @description What others may do with it. */
            rights?: components["schemas"]["Rights"];
            section?: components["schemas"]["RelatedSection"] | null;
            /** @description What search engines and link previews show instead. */
            seo?: components["schemas"]["Seo"];
            /** @description A headline for narrow places. */
            shortTitle?: string | null;
            /** @description Its name in the address. */
            slug?: string;
            /** @description Where the report comes from. */
            sources?: components["schemas"]["Source"][];
            /** @description Topics, most important first. */
            tags?: (components["schemas"]["RelatedTag"] | null)[];
            /** @description The headline, without markup. */
            title?: string;
            translationOf?: components["schemas"]["Original"] | null;
            /** @description The same piece in other languages; only when included. Where one was withdrawn stands what `links` says. */
            translations?: (components["schemas"]["RelatedTranslation"] | null)[];
            /**
             * @description Always `article`.
             * @enum {string}
             */
            type?: "article";
            /** @description What it refers to and is not there, or to the desk, what was withdrawn; only when included. */
            unavailable?: components["schemas"]["UnavailableReference"][];
            /**
             * Format: date-time
             * @description When anything changed, a followed fact box included.
             */
            updatedAt?: string;
            /** @description Its page on the newsroom's own site. */
            url?: string;
        };
        /** @description Which articles a list holds. All conditions must hold; what is null counts as not given. */
        ArticleFilter: {
            /** @description All of these filters hold. */
            and?: components["schemas"]["ArticleFilter"][];
            /** @description Credited to at least one of these authors. */
            anyAuthor?: string[];
            /** @description Showing at least one of these fact boxes. */
            anyFactBox?: string[];
            /** @description With at least one of these tags. */
            anyTag?: string[];
            /** @description Credited to this author: id or slug. Several: to all of them. */
            authors?: string[];
            /**
             * @description Something of which readers should be told changed last at this moment or later.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            contentUpdatedAfter?: string;
            /**
             * @description Something of which readers should be told changed last before this moment.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            contentUpdatedBefore?: string;
            /** @description With corrections, or without. */
            corrected?: boolean;
            /**
             * @description Last corrected at this moment or later.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            correctedAfter?: string;
            /**
             * @description Last corrected before this moment.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            correctedBefore?: string;
            /** @description Showing this fact box: id, `locale/slug`, or the slug alone together with `locale`. */
            factBox?: string[];
            /** @description With an image at the top, or without. */
            hasImage?: boolean;
            /** @description With this image at the top: its id. */
            image?: string[];
            /** @description Of this genre. Several: of one of them. */
            kind?: ("news" | "feature" | "analysis" | "opinion" | "interview" | "explainer" | "live")[];
            /**
             * @description Written in this language.
             * @example en
             * @example pt-BR
             */
            locale?: string;
            /** @description Credited to none of these authors. */
            noAuthor?: string[];
            /** @description Showing none of these fact boxes. */
            noFactBox?: string[];
            /** @description This filter does not hold. */
            not?: components["schemas"]["ArticleFilter"];
            /** @description With none of these tags. */
            noTag?: string[];
            /**
             * @description Not translated into this language, as what is written in it is not.
             * @example en
             * @example pt-BR
             */
            notTranslatedInto?: string;
            /** @description At least one of these filters holds. */
            or?: components["schemas"]["ArticleFilter"][];
            /**
             * @description First published at this moment or later: RFC 3339, or as far from the present as `now-12h` or `today-7d`.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            publishedAfter?: string;
            /**
             * @description First published before this moment.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            publishedBefore?: string;
            /**
             * @description Found by this search query: words in any of their forms, `"several words"` exactly so, `-word` not there, `word*` the beginning of a word. At most 500 characters and 20 words.
             * @example harbour tunnel
             */
            q?: string;
            /** @description In this section: id or slug. */
            section?: string[];
            /** @description In this section or in one below it: id or slug. */
            sectionTree?: string[];
            /**
             * @description Naming this outlet, agency, document or person as its source, in upper or lower case. In JSON also one of several.
             * @example Reuters
             */
            source?: string;
            /** @description Translated from a revision than which a newer one is public, or not: what translators have to look at. */
            stale?: boolean;
            /** @description With this tag: id or slug. Several: with all of them. */
            tags?: string[];
            /**
             * @description Written in another language, and also public in this one.
             * @example en
             * @example pt-BR
             */
            translatedInto?: string;
            /**
             * @description Last updated at this moment or later.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            updatedAfter?: string;
            /**
             * @description Last updated before this moment.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            updatedBefore?: string;
        };
        /** @description An article, whole or with the members named in `fields`. */
        ArticleInView: components["schemas"]["Article"] | components["schemas"]["ArticleFields"];
        /**
         * @description The genre of an article.
         * @enum {string}
         */
        ArticleKind: "news" | "feature" | "analysis" | "opinion" | "interview" | "explainer" | "live";
        /** @description A page of articles. */
        ArticleList: {
            /** @description The entries, in the order of the list. */
            data: (components["schemas"]["Article"] | components["schemas"]["ArticleFields"])[];
            /** @description Where the page stands. */
            page: components["schemas"]["Page"];
            /** @description What there is to say of the search, when the list is searched. */
            search?: components["schemas"]["Search"];
        };
        /** @description The articles that refer to an entry. */
        ArticlesBelow: {
            /**
             * Format: int64
             * @description How many there are.
             */
            count: number;
            /** @description Whether that is exact; otherwise there are at least so many. */
            exact: boolean;
            /** @description The latest 20, without their bodies. */
            latest: components["schemas"]["Article"][];
        };
        /** @description A part of the audit. */
        Audit: {
            /** @description The newest first. */
            data: components["schemas"]["Happening"][];
            /** @description Whether there are older ones: ask with `before` and the last number. */
            hasMore: boolean;
        };
        /** @description An author as they are public. */
        Author: {
            /** @description The articles credited to the author, in any role; only when included. */
            articles?: components["schemas"]["ArticlesBelow"];
            bio: components["schemas"]["LocalizedText"] | null;
            /** @description The biography in all languages. */
            bios: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description Until when it is under embargo, for partners who read it before; null for all else.
             */
            embargoedUntil: string | null;
            /**
             * Format: uuid
             * @description The id; the same through every door.
             */
            id: string;
            image: components["schemas"]["RelatedImage"] | null;
            /** @description Pages about the author elsewhere. */
            links: string[];
            name: components["schemas"]["LocalizedText"] | null;
            /** @description The name in all languages. */
            names: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description The first public moment; never changes. Of what never was public: the planned one, or when it was made.
             */
            publishedAt: string;
            /**
             * Format: int32
             * @description The number of the revision shown.
             */
            revision: number;
            /** @description The name in addresses. */
            slug: string;
            /**
             * @description Always `author`.
             * @enum {string}
             */
            type: "author";
            /**
             * Format: date-time
             * @description When anything changed.
             */
            updatedAt: string;
        };
        /** @description Some members of the author: those named in `fields`, and `id`. */
        AuthorFields: {
            /** @description The articles credited to the author, in any role; only when included. */
            articles?: components["schemas"]["ArticlesBelow"];
            bio?: components["schemas"]["LocalizedText"] | null;
            /** @description The biography in all languages. */
            bios?: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description Until when it is under embargo, for partners who read it before; null for all else.
             */
            embargoedUntil?: string | null;
            /**
             * Format: uuid
             * @description The id; the same through every door.
             */
            id: string;
            image?: components["schemas"]["RelatedImage"] | null;
            /** @description Pages about the author elsewhere. */
            links?: string[];
            name?: components["schemas"]["LocalizedText"] | null;
            /** @description The name in all languages. */
            names?: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description The first public moment; never changes. Of what never was public: the planned one, or when it was made.
             */
            publishedAt?: string;
            /**
             * Format: int32
             * @description The number of the revision shown.
             */
            revision?: number;
            /** @description The name in addresses. */
            slug?: string;
            /**
             * @description Always `author`.
             * @enum {string}
             */
            type?: "author";
            /**
             * Format: date-time
             * @description When anything changed.
             */
            updatedAt?: string;
        };
        /** @description A page of authors. */
        AuthorList: {
            /** @description The entries, in the order of the list. */
            data: (components["schemas"]["Author"] | components["schemas"]["AuthorFields"])[];
            /** @description Where the page stands. */
            page: components["schemas"]["Page"];
            /** @description What there is to say of the search, when the list is searched. */
            search?: components["schemas"]["Search"];
        };
        /** @description One block of Portable Text. `_type` says which: `block` is text in `children` and `markDefs`; the others have members of their own. */
        Block: {
            /** @description Stays with the block through edits. */
            _key: string;
            /**
             * @example block
             * @example image
             */
            _type: string;
        };
        /** @description What became of a block. */
        BlockDiff: {
            after: components["schemas"]["Block"] | null;
            /** @description How many blocks come before it; null when it is gone. */
            afterIndex: number | null;
            before: components["schemas"]["Block"] | null;
            /** @description How many blocks came before it; null when it is new. */
            beforeIndex: number | null;
            /** @description Its key; of one that is gone, that which it had. */
            key: string;
            /** @description Whether it stands elsewhere among the others. */
            moved: boolean;
            /** @description Its words; what it refers to stands in square brackets. All equal when it differs in marks or details alone. */
            segments: components["schemas"]["Segment"][];
            /** @description Whether it is new, gone or different. */
            status: components["schemas"]["DiffStatus"];
        };
        /** @description The text of an article in the formats asked for. */
        Body: {
            /** @description Portable Text. */
            blocks?: components["schemas"]["Block"][];
            /** @description HTML, safe to put into a page. */
            html?: string;
            /** @description CommonMark with tables and strike-through. */
            markdown?: string;
            /** @description Plain text. */
            text?: string;
        };
        /** @description A credit. */
        Byline: {
            author: components["schemas"]["RelatedAuthor"] | null;
            /** @description The credit as printed, where it differs from the name. */
            credit: string | null;
            /** @description What they did. */
            role: components["schemas"]["BylineRole"];
        };
        /**
         * @description What somebody credited did.
         * @enum {string}
         */
        BylineRole: "author" | "contributor" | "editor" | "photographer" | "translator";
        /** @description An article that was corrected, with its corrections. */
        CorrectedArticle: {
            /**
             * Format: date-time
             * @description When it was last corrected.
             */
            correctedAt: string;
            /** @description What was corrected, newest first. */
            corrections: components["schemas"]["Correction"][];
            /**
             * Format: uuid
             * @description The id of the article; the same through every door.
             */
            id: string;
            /** @description The language it is written in. */
            locale: string;
            /** @description Its name in the address. */
            slug: string;
            /** @description The headline, without markup. */
            title: string;
            /** @description Always `article`. */
            type: string;
            /** @description Its page on the newsroom's own site. */
            url: string;
        };
        /** @description A correction. */
        Correction: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            at: string;
            /** @description The block that was corrected. */
            blockKey: string | null;
            /** @description How grave it is. */
            kind: components["schemas"]["CorrectionKind"];
            /** @description What was wrong and what is right. */
            text: string;
        };
        /**
         * @description The kind of a correction.
         * @enum {string}
         */
        CorrectionKind: "correction" | "clarification" | "update" | "editorsNote" | "retraction";
        /**
         * @description By what somebody is known.
         * @enum {string}
         */
        CredentialName: "none" | "key" | "previewLink" | "token";
        /**
         * @description How an entry left the public.
         * @enum {string}
         */
        Departure: "withdrawn" | "killed";
        /** @description Two revisions compared. */
        Diff: {
            /** @description All blocks of an article, as they stand in `to`; what was deleted stands where it was. */
            blocks: components["schemas"]["BlockDiff"][];
            /**
             * Format: int32
             * @description The number of the revision that is compared with.
             */
            from: number;
            /** @description All facts of a fact box, likewise. */
            items: components["schemas"]["FactDiff"][];
            /** @description The members that differ, but for `body` and the `items` of a fact box. */
            members: components["schemas"]["MemberDiff"][];
            /**
             * Format: int32
             * @description The number of the revision.
             */
            to: number;
        };
        /**
         * @description What became of words.
         * @enum {string}
         */
        DiffEdit: "equal" | "deleted" | "inserted";
        /**
         * @description What became of a block or a fact.
         * @enum {string}
         */
        DiffStatus: "unchanged" | "changed" | "inserted" | "deleted";
        /** @description What an entry says, in the form in which it is sent: docs/ndjson.md lists the members of each kind. References are ids or slugs; `en/slug` names a language too. The same holds for links, pictures and fact boxes in Markdown and HTML. */
        Document: {
            [key: string]: unknown;
        };
        /** @description A part of what an entry says, in the form in which it is sent. */
        DocumentPart: {
            [key: string]: unknown;
        };
        /** @description The entries as they are now, one for each write, in their order. */
        Entries: {
            /** @description The entries. */
            data: components["schemas"]["Entry"][];
        };
        /** @description An entry as the desk has it. */
        Entry: {
            /**
             * Format: uuid
             * @description The id; the same through every door.
             */
            id: string;
            /** @description The newest revision. */
            revision: components["schemas"]["Revision"];
            /** @description Where it stands in its life. */
            state: components["schemas"]["EntryState"];
            /**
             * Format: int32
             * @description The revision that waits for whoever publishes.
             */
            submitted: number | null;
            /** @description Which revision is public when, oldest first: plans too. */
            timeline: components["schemas"]["Publication"][];
            /** @description The kind of entry. */
            type: components["schemas"]["EntryKind"];
            /**
             * @description What a change names as `expectedVersion`, and as `If-Match` in quotation marks: the newest revision and the latest
             *     decision, such as a publication.
             */
            version: string;
        };
        /** @description Which authors or images a list holds. All conditions must hold; what is null counts as not given. */
        EntryFilter: {
            /** @description All of these filters hold. */
            and?: components["schemas"]["EntryFilter"][];
            /** @description This filter does not hold. */
            not?: components["schemas"]["EntryFilter"];
            /** @description At least one of these filters holds. */
            or?: components["schemas"]["EntryFilter"][];
            /**
             * @description First published at this moment or later: RFC 3339, or as far from the present as `now-12h` or `today-7d`.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            publishedAfter?: string;
            /**
             * @description First published before this moment.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            publishedBefore?: string;
            /**
             * @description Found by this search query: words in any of their forms, `"several words"` exactly so, `-word` not there, `word*` the beginning of a word. At most 500 characters and 20 words.
             * @example harbour tunnel
             */
            q?: string;
            /**
             * @description Last updated at this moment or later.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            updatedAfter?: string;
            /**
             * @description Last updated before this moment.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            updatedBefore?: string;
        };
        /**
         * @description The kinds of entry.
         * @enum {string}
         */
        EntryKind: "article" | "author" | "factBox" | "section" | "tag" | "image";
        /**
         * @description Where an entry stands in its life.
         * @enum {string}
         */
        EntryState: "draft" | "scheduled" | "public" | "withdrawn" | "archived" | "killed";
        /** @description One fact. */
        Fact: {
            /**
             * Format: date
             * @description The day on which it was known to be true.
             */
            asOf: string | null;
            /** @description The fact as HTML, safe to put into a page. */
            html: string;
            /**
             * Format: date
             * @description The day by which somebody must look at it again.
             */
            reviewBy: string | null;
            /** @description The fact as Portable Text: `markDefs` and `children`. */
            richText: components["schemas"]["RichText"];
            /** @description What it rests on. */
            sources: components["schemas"]["Source"][];
            /** @description The fact as plain text. */
            text: string;
        };
        /** @description A fact box as it is public. */
        FactBox: {
            /**
             * Format: date-time
             * @description When a fact changed of which readers should be told.
             */
            contentUpdatedAt: string;
            /**
             * Format: date-time
             * @description Until when it is under embargo, for partners who read it before; null for all else.
             */
            embargoedUntil: string | null;
            /**
             * Format: uuid
             * @description The id; the same through every door.
             */
            id: string;
            /** @description The facts, in reading order. */
            items: components["schemas"]["Fact"][];
            /** @description The language it is written in. */
            locale: string;
            /**
             * Format: date-time
             * @description The first public moment; never changes. Of what never was public: the planned one, or when it was made.
             */
            publishedAt: string;
            /**
             * Format: int32
             * @description The number of the revision shown.
             */
            revision: number;
            /** @description Its name in addresses. */
            slug: string;
            /** @description What it is about. */
            title: string;
            /** @description The same box in other languages; only when included. */
            translations?: components["schemas"]["Translation"][];
            /**
             * @description Always `factBox`.
             * @enum {string}
             */
            type: "factBox";
            /**
             * Format: date-time
             * @description When anything changed.
             */
            updatedAt: string;
        };
        /** @description Some members of the fact box: those named in `fields`, and `id`. */
        FactBoxFields: {
            /**
             * Format: date-time
             * @description When a fact changed of which readers should be told.
             */
            contentUpdatedAt?: string;
            /**
             * Format: date-time
             * @description Until when it is under embargo, for partners who read it before; null for all else.
             */
            embargoedUntil?: string | null;
            /**
             * Format: uuid
             * @description The id; the same through every door.
             */
            id: string;
            /** @description The facts, in reading order. */
            items?: components["schemas"]["Fact"][];
            /** @description The language it is written in. */
            locale?: string;
            /**
             * Format: date-time
             * @description The first public moment; never changes. Of what never was public: the planned one, or when it was made.
             */
            publishedAt?: string;
            /**
             * Format: int32
             * @description The number of the revision shown.
             */
            revision?: number;
            /** @description Its name in addresses. */
            slug?: string;
            /** @description What it is about. */
            title?: string;
            /** @description The same box in other languages; only when included. */
            translations?: components["schemas"]["Translation"][];
            /**
             * @description Always `factBox`.
             * @enum {string}
             */
            type?: "factBox";
            /**
             * Format: date-time
             * @description When anything changed.
             */
            updatedAt?: string;
        };
        /** @description Which fact boxes a list holds. All conditions must hold; what is null counts as not given. */
        FactBoxFilter: {
            /** @description All of these filters hold. */
            and?: components["schemas"]["FactBoxFilter"][];
            /**
             * @description Written in this language.
             * @example en
             * @example pt-BR
             */
            locale?: string;
            /** @description This filter does not hold. */
            not?: components["schemas"]["FactBoxFilter"];
            /**
             * @description Not translated into this language, as what is written in it is not.
             * @example en
             * @example pt-BR
             */
            notTranslatedInto?: string;
            /** @description At least one of these filters holds. */
            or?: components["schemas"]["FactBoxFilter"][];
            /**
             * @description First published at this moment or later: RFC 3339, or as far from the present as `now-12h` or `today-7d`.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            publishedAfter?: string;
            /**
             * @description First published before this moment.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            publishedBefore?: string;
            /**
             * @description Found by this search query: words in any of their forms, `"several words"` exactly so, `-word` not there, `word*` the beginning of a word. At most 500 characters and 20 words.
             * @example harbour tunnel
             */
            q?: string;
            /**
             * Format: date
             * @description With a fact that somebody must look at before this day.
             * @example 2026-11-24
             */
            reviewBefore?: string;
            /**
             * @description Written in another language, and also public in this one.
             * @example en
             * @example pt-BR
             */
            translatedInto?: string;
            /**
             * @description Last updated at this moment or later.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            updatedAfter?: string;
            /**
             * @description Last updated before this moment.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            updatedBefore?: string;
        };
        /** @description A page of fact boxes. */
        FactBoxList: {
            /** @description The entries, in the order of the list. */
            data: (components["schemas"]["FactBox"] | components["schemas"]["FactBoxFields"])[];
            /** @description Where the page stands. */
            page: components["schemas"]["Page"];
            /** @description What there is to say of the search, when the list is searched. */
            search?: components["schemas"]["Search"];
        };
        /** @description What became of a fact. */
        FactDiff: {
            after: components["schemas"]["DocumentPart"] | null;
            /** @description How many facts come before it; null when it is gone. */
            afterIndex: number | null;
            before: components["schemas"]["DocumentPart"] | null;
            /** @description How many facts came before it; null when it is new. */
            beforeIndex: number | null;
            /** @description Whether it stands elsewhere among the others. */
            moved: boolean;
            /** @description Its words. All equal when it differs in marks, sources or dates alone. */
            segments: components["schemas"]["Segment"][];
            /** @description Whether it is new, gone or different. */
            status: components["schemas"]["DiffStatus"];
        };
        /** @description A point of a picture, in thousandths of its width and height from the upper left. */
        FocalPoint: {
            /**
             * Format: int32
             * @description 0 is the left edge, 1000 the right.
             */
            x: number;
            /**
             * Format: int32
             * @description 0 is the upper edge, 1000 the lower.
             */
            y: number;
        };
        /** @description Something that was done or denied. */
        Happening: {
            /**
             * @description What: the name of an action on an entry, such as `create`, `save`, `upload`, `replace file` or `publish`;
             *     `create key`, `rotate key`, `revoke key`, `list keys`; `create preview link`, `revoke preview link`,
             *     `list preview links`, `preview`; `trust documents`, `revoke document`, `list documents`; `read`, `read drafts`,
             *     `read under embargo`, `read audit`.
             */
            action: string;
            /** @description From where. */
            address: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who. */
            by: string;
            /**
             * Format: uuid
             * @description The entry.
             */
            entry: string | null;
            /** @description The kind of the entry. */
            entryType: string | null;
            /** @description Why. */
            note: string | null;
            /**
             * Format: int64
             * @description Its number.
             */
            number: number;
            /** @description `done` or `denied`. */
            outcome: string;
            /**
             * Format: int32
             * @description And after.
             */
            revisionAfter: number | null;
            /**
             * Format: int32
             * @description Its newest revision before.
             */
            revisionBefore: number | null;
        };
        /** @description Where a query stands in an entry. */
        Highlights: {
            body: components["schemas"]["Passage"] | null;
            lead: components["schemas"]["Passage"] | null;
            /** @description The whole title or name. */
            title: components["schemas"]["Passage"];
        };
        /** @description A part of a history, newest first. */
        History: {
            /** @description The revisions. */
            data: components["schemas"]["Revision"][];
            /** @description Whether there are older ones: ask with `before` and the last number. */
            hasMore: boolean;
        };
        /** @description An image as it is public. */
        Image: {
            /** @description What can be seen; empty for a picture that only decorates. */
            alt: string;
            /** @description What readers should know about it. */
            caption: string | null;
            /** @description Whose it is, as printed. */
            credit: string | null;
            /**
             * Format: date-time
             * @description Until when it is under embargo, for partners who read it before; null for all else.
             */
            embargoedUntil: string | null;
            focalPoint: components["schemas"]["FocalPoint"] | null;
            /**
             * Format: int32
             * @description Height in pixels, when known.
             */
            height: number | null;
            /**
             * Format: uuid
             * @description The id; the same through every door.
             */
            id: string;
            /** @description An SPDX id or a URL. */
            licence: string | null;
            /**
             * Format: date-time
             * @description The first public moment; never changes. Of what never was public: the planned one, or when it was made.
             */
            publishedAt: string;
            /**
             * Format: int32
             * @description The number of the revision shown.
             */
            revision: number;
            /**
             * @description Always `image`.
             * @enum {string}
             */
            type: "image";
            /**
             * Format: date-time
             * @description When anything changed.
             */
            updatedAt: string;
            /** @description Where the picture is. Of one that is stored here it never changes, and its variants are below it. */
            url: string;
            /**
             * Format: int32
             * @description Width in pixels, when known.
             */
            width: number | null;
        };
        /** @description Some members of the image: those named in `fields`, and `id`. */
        ImageFields: {
            /** @description What can be seen; empty for a picture that only decorates. */
            alt?: string;
            /** @description What readers should know about it. */
            caption?: string | null;
            /** @description Whose it is, as printed. */
            credit?: string | null;
            /**
             * Format: date-time
             * @description Until when it is under embargo, for partners who read it before; null for all else.
             */
            embargoedUntil?: string | null;
            focalPoint?: components["schemas"]["FocalPoint"] | null;
            /**
             * Format: int32
             * @description Height in pixels, when known.
             */
            height?: number | null;
            /**
             * Format: uuid
             * @description The id; the same through every door.
             */
            id: string;
            /** @description An SPDX id or a URL. */
            licence?: string | null;
            /**
             * Format: date-time
             * @description The first public moment; never changes. Of what never was public: the planned one, or when it was made.
             */
            publishedAt?: string;
            /**
             * Format: int32
             * @description The number of the revision shown.
             */
            revision?: number;
            /**
             * @description Always `image`.
             * @enum {string}
             */
            type?: "image";
            /**
             * Format: date-time
             * @description When anything changed.
             */
            updatedAt?: string;
            /** @description Where the picture is. Of one that is stored here it never changes, and its variants are below it. */
            url?: string;
            /**
             * Format: int32
             * @description Width in pixels, when known.
             */
            width?: number | null;
        };
        /** @description A page of images. */
        ImageList: {
            /** @description The entries, in the order of the list. */
            data: (components["schemas"]["Image"] | components["schemas"]["ImageFields"])[];
            /** @description Where the page stands. */
            page: components["schemas"]["Page"];
            /** @description What there is to say of the search, when the list is searched. */
            search?: components["schemas"]["Search"];
        };
        /** @description A key, without its secret. */
        Key: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /** @description By whom. */
            createdBy: string;
            /**
             * Format: date-time
             * @description The first moment at which it is not accepted any more.
             */
            expiresAt: string | null;
            /**
             * Format: uuid
             * @description Its id; it stands in the key too.
             */
            id: string;
            /**
             * Format: date-time
             * @description When it was used last, to the minute.
             */
            lastUsedAt: string | null;
            /** @description What it is for. */
            name: string;
            /**
             * Format: date-time
             * @description When it was revoked.
             */
            revokedAt: string | null;
            /** @description What it may do. */
            scopes: components["schemas"]["ScopeName"][];
            /** @description The key itself; only in the answer that makes it. */
            token?: string;
        };
        /** @description All keys. */
        Keys: {
            /** @description The oldest first. */
            data: components["schemas"]["Key"][];
        };
        /** @description How many articles in a language. */
        LocaleCount: {
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
            /** @description The language. */
            locale: string;
        };
        /** @description A text, and the language that it is in. */
        LocalizedText: {
            /** @description The language served. */
            locale: string;
            /** @description The text. */
            text: string;
        };
        /** @description What became of a manifest. */
        ManifestTaken: {
            /** @description The documents that were added, in their order. */
            data: components["schemas"]["TrustedDocument"][];
            /** @description How many were trusted already. */
            unchanged: number;
        };
        /** @description A member that differs. */
        MemberDiff: {
            after: components["schemas"]["Anything"] | null;
            before: components["schemas"]["Anything"] | null;
            /** @description A JSON Pointer into the document (RFC 6901). */
            pointer: string;
            /** @description The words of texts for readers, such as `title` and `lead`; empty for all else. */
            segments: components["schemas"]["Segment"][];
        };
        /** @description The neighbours of an article in a list. */
        Neighbours: {
            next: components["schemas"]["ArticleInView"] | null;
            previous: components["schemas"]["ArticleInView"] | null;
        };
        /** @description A key to be made: with a role or with scopes. */
        NewKey: {
            /**
             * Format: date-time
             * @description The first moment at which it is not accepted any more.
             */
            expiresAt?: string | null;
            /** @description What it is for. */
            name: string;
            role?: components["schemas"]["RoleName"] | null;
            /** @description What it may do. */
            scopes?: components["schemas"]["ScopeName"][] | null;
        };
        /** @description A preview link to be made. */
        NewPreviewLink: {
            /**
             * Format: date-time
             * @description The first moment at which it shows nothing any more.
             * @default null
             */
            expiresAt: string | null;
            /**
             * @description For whom it is.
             * @default null
             */
            note: string | null;
            /**
             * Format: int32
             * @description The revision; the newest, unless it is said.
             * @default null
             */
            revision: number | null;
        };
        /** @description What an article was translated from. */
        Original: {
            /** @description The article in the other language. */
            article: components["schemas"]["RelatedOriginal"];
            /**
             * @description Whether a newer revision of it is public: the translation may say what is not so any more. Only with
             *     `include=translationOf`.
             */
            isStale?: boolean;
            /**
             * Format: int32
             * @description The revision of it that was translated.
             */
            revision: number;
        };
        /**
         * @description What stands at an address.
         * @enum {string}
         */
        Outcome: "found" | "moved" | "gone";
        /** @description A fact that is past review. */
        OverdueFact: {
            /** @description Its place among the `items` of the box, from 0 on. */
            index: number;
            /**
             * Format: date
             * @description The day by which somebody should have looked at it again.
             */
            reviewBy: string | null;
            /** @description The fact as plain text. */
            text: string;
        };
        /** @description A fact box with facts that are past review, as the desk has it. */
        OverdueFactBox: {
            /** @description The facts, the earliest first. */
            facts: components["schemas"]["OverdueFact"][];
            /**
             * Format: uuid
             * @description The id of the fact box; the same through every door.
             */
            id: string;
            /** @description The language it is written in. */
            locale: string;
            /**
             * Format: date
             * @description The earliest of the days of review that are over.
             */
            reviewBy: string | null;
            /**
             * Format: int32
             * @description The number of the newest revision.
             */
            revision: number;
            /** @description Its name in addresses. */
            slug: string;
            /** @description What it is about. */
            title: string;
            /** @description Always `factBox`. */
            type: string;
            /**
             * Format: int64
             * @description How many public articles show it.
             */
            usedIn: number;
        };
        /** @description Where a page stands in its list. */
        Page: {
            /** @description Whether entries follow. */
            hasNext: boolean;
            /** @description Whether entries precede. */
            hasPrevious: boolean;
            /** @description The cursor to pass as `after` for the next page; null on the last. */
            next: string | null;
            /** @description The cursor to pass as `before` for the previous page; null on the first. */
            previous: string | null;
            /** @description The length of the whole list, when it was asked for. */
            total?: components["schemas"]["Total"];
        };
        /** @description A part of a text. */
        Passage: {
            /** @description As HTML: what was looked for in `<mark>`, everything else escaped. */
            html: string;
            /** @description The same in pieces, for whoever shows no HTML. */
            segments: components["schemas"]["Segment"][];
        };
        /** @description A link that shows one revision to whoever holds it. */
        PreviewLink: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /** @description By whom. */
            createdBy: string;
            /**
             * Format: uuid
             * @description The entry.
             */
            entry: string;
            /** @description The kind of entry. */
            entryType: components["schemas"]["EntryKind"];
            /**
             * Format: date-time
             * @description The first moment at which it shows nothing any more.
             */
            expiresAt: string;
            /**
             * Format: uuid
             * @description Its id; it stands in the token too.
             */
            id: string;
            /**
             * Format: date-time
             * @description When it was used last, to the minute.
             */
            lastUsedAt: string | null;
            /** @description For whom it is. */
            note: string | null;
            /**
             * Format: int32
             * @description The revision that it shows.
             */
            revision: number;
            /**
             * Format: date-time
             * @description When it was revoked.
             */
            revokedAt: string | null;
            /** @description What its holder sends; only in the answer that makes it. */
            token?: string;
        };
        /** @description All preview links of an entry. */
        PreviewLinks: {
            /** @description The oldest first. */
            data: components["schemas"]["PreviewLink"][];
        };
        /** @description What went wrong, as a problem document of RFC 9457. */
        Problem: {
            /**
             * @description The sort of problem, for programs; the same in GraphQL.
             * @example NOT_FOUND
             * @enum {string}
             */
            code: "NOT_FOUND" | "GONE" | "KILLED" | "UNAUTHENTICATED" | "FORBIDDEN" | "VALIDATION_FAILED" | "MALFORMED_REQUEST" | "INVALID_ID" | "INVALID_TIME" | "INVALID_LOCALE" | "INVALID_SLUG" | "INVALID_CURSOR" | "INVALID_PAGE" | "UNKNOWN_PARAMETER" | "INVALID_PARAMETER" | "FUTURE_NOT_PUBLIC" | "TOO_LARGE" | "TOO_COMPLEX" | "PERSISTED_QUERY_NOT_FOUND" | "PERSISTED_QUERY_NOT_SUPPORTED" | "DOCUMENT_NOT_TRUSTED" | "METHOD_NOT_ALLOWED" | "NOT_ACCEPTABLE" | "UNSUPPORTED_MEDIA_TYPE" | "PRECONDITION_REQUIRED" | "PRECONDITION_FAILED" | "IDEMPOTENCY_KEY_REUSED" | "CONFLICT" | "RATE_LIMITED" | "UNAVAILABLE" | "INTERNAL";
            /** @description What happened here, and what to do about it. */
            detail: string;
            /** @description The fields or parameters at fault. */
            errors?: components["schemas"]["ProblemField"][];
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description The sort of problem, for people. */
            title: string;
            /**
             * @description Identifies the sort of problem; never changes.
             * @example tag:dateline,2026:problem/not-found
             */
            type: string;
        };
        /** @description One field or parameter at fault. */
        ProblemField: {
            /** @description What is wrong with it. */
            detail: string;
            /** @description A JSON Pointer into the body (RFC 6901), or `?name` for a parameter. */
            pointer: string;
        };
        /** @description A revision that is public for an interval. */
        Publication: {
            /** @description Whether partners may read it before. */
            embargo: boolean;
            /**
             * Format: date-time
             * @description The first public moment.
             */
            from: string;
            /** @description Whether readers are told of the change. */
            material: boolean;
            /**
             * Format: int32
             * @description The number of the revision.
             */
            revision: number;
            /**
             * Format: date-time
             * @description The first moment after; null while there is no end.
             */
            until: string | null;
        };
        /** @description Another entry by its id. */
        Reference: {
            /**
             * Format: uuid
             * @description The id.
             */
            id: string;
        };
        /**
         * @description In which capacity one entry refers to another.
         * @enum {string}
         */
        ReferenceRole: "byline" | "section" | "tag" | "factBox" | "leadImage" | "image" | "related" | "translation";
        /** @description An article that has something in common with another. */
        RelatedArticle: {
            /** @description The article. */
            article: components["schemas"]["ArticleInView"];
            /** @description What they have in common. */
            reasons: components["schemas"]["RelatedReasons"];
        };
        /** @description Related articles. */
        RelatedArticles: {
            /** @description The most related first. */
            data: components["schemas"]["RelatedArticle"][];
        };
        /** @description An author: by id, whole when included, or a stub when it is not there and `links` asks for that. */
        RelatedAuthor: components["schemas"]["Reference"] | components["schemas"]["Author"] | components["schemas"]["Stub"];
        /** @description A fact box: by id, whole when included, or a stub when it is not there and `links` asks for that. */
        RelatedFactBox: components["schemas"]["Reference"] | components["schemas"]["FactBox"] | components["schemas"]["Stub"];
        /** @description An image: by id, whole when included, or a stub when it is not there and `links` asks for that. */
        RelatedImage: components["schemas"]["Reference"] | components["schemas"]["Image"] | components["schemas"]["Stub"];
        /** @description An article that was translated: by id, with its headline when included. */
        RelatedOriginal: components["schemas"]["Reference"] | components["schemas"]["Translation"];
        /** @description What two articles have in common. */
        RelatedReasons: {
            /** @description Whether this one links to the article that is asked about. */
            linkedFrom: boolean;
            /** @description Whether the article that is asked about links to this one. */
            linksTo: boolean;
            /** @description Whether both are in the same section. */
            sameSection: boolean;
            /** @description The fact boxes that both show. */
            sharedFactBoxes: components["schemas"]["RelatedFactBox"][];
            /** @description The tags that both have. */
            sharedTags: components["schemas"]["RelatedTag"][];
            /**
             * Format: int32
             * @description How much of what the text of the article that is asked about is about this one is about as well, by the words
             *     that tell them from others: 0, or 30 to 100 percent. `null` at another moment than now, when texts are not compared.
             */
            textSimilarity: number | null;
        };
        /** @description A section: by id, whole when included, or a stub when it is not there and `links` asks for that. */
        RelatedSection: components["schemas"]["Reference"] | components["schemas"]["Section"] | components["schemas"]["Stub"];
        /** @description A tag: by id, whole when included, or a stub when it is not there and `links` asks for that. */
        RelatedTag: components["schemas"]["Reference"] | components["schemas"]["Tag"] | components["schemas"]["Stub"];
        /** @description The same piece in another language, or a stub when it was withdrawn. */
        RelatedTranslation: components["schemas"]["Translation"] | components["schemas"]["Stub"];
        /** @description What an address leads to. */
        Resolution: {
            /**
             * Format: uuid
             * @description The entry, unless it is gone.
             */
            id: string | null;
            /** @description `found`: it is the address of an entry. `moved`: the entry is at `url` now. `gone`: it was taken back. */
            outcome: components["schemas"]["Outcome"];
            /** @description The present address without scheme and host, unless it is gone. */
            path: string | null;
            reason: components["schemas"]["Departure"] | null;
            /**
             * Format: int32
             * @description The number of the revision shown, unless it is gone.
             */
            revision: number | null;
            /**
             * Format: date-time
             * @description Since when it has moved or is gone.
             */
            since: string | null;
            /** @description The kind of entry. */
            type: components["schemas"]["EntryKind"];
            /** @description The present address, unless it is gone. */
            url: string | null;
        };
        /** @description A saved state. */
        Revision: {
            /** @description The document, as it can be sent back; absent in a history, and of what was taken down. */
            content?: components["schemas"]["Document"];
            /** @description Why. */
            note: string | null;
            /**
             * Format: int32
             * @description Its number, from 1 on without gaps.
             */
            number: number;
            /**
             * Format: date-time
             * @description When it was saved.
             */
            savedAt: string;
            /** @description By whom: `key:` and an id, `subject:` with issuer and subject, or `operator`. */
            savedBy: string;
        };
        /** @description Text of one paragraph in Portable Text. */
        RichText: {
            /** @description The spans, cut where the marks change. */
            children: Record<string, never>[];
            /** @description The links that marks refer to. */
            markDefs: Record<string, never>[];
        };
        /** @description What others may do with a piece. */
        Rights: {
            aiUse: components["schemas"]["AiUse"] | null;
            /** @description Who holds the copyright. */
            holder: string | null;
            /** @description An SPDX id or a URL. */
            licence: string | null;
            /** @description ISO 3166-1 codes; empty means everywhere. */
            territories: string[];
            /** @description Conditions in words. */
            usageTerms: string | null;
        };
        /**
         * @description A usual set of scopes.
         * @enum {string}
         */
        RoleName: "reader" | "partner" | "previewer" | "writer" | "editor" | "legal" | "admin";
        /**
         * @description What may be done.
         * @enum {string}
         */
        ScopeName: "read" | "preview" | "embargo" | "write" | "publish" | "kill" | "admin" | "trust";
        /** @description What there is to say of a search. */
        Search: {
            /** @description Where the query stands in the entries of the page, by their ids; when it was asked for. */
            highlights?: {
                [key: string]: components["schemas"]["Highlights"];
            };
            /** @description Whether nothing has all words of the query, so that what lacks one of them is in the list. */
            relaxed: boolean;
            /** @description A query that finds something, in place of a misspelt one. */
            suggestion: string | null;
        };
        /** @description A section as it is public. */
        Section: {
            /** @description The sections above it, the top first: breadcrumbs; only when included. */
            ancestors?: components["schemas"]["Section"][];
            /** @description The articles of the section itself; only when included. */
            articles?: components["schemas"]["ArticlesBelow"];
            /**
             * Format: date-time
             * @description Until when it is under embargo, for partners who read it before; null for all else.
             */
            embargoedUntil: string | null;
            /**
             * Format: uuid
             * @description The id; the same through every door.
             */
            id: string;
            name: components["schemas"]["LocalizedText"] | null;
            /** @description The name in all languages. */
            names: {
                [key: string]: string;
            };
            parent: components["schemas"]["RelatedSection"] | null;
            /**
             * Format: date-time
             * @description The first public moment; never changes. Of what never was public: the planned one, or when it was made.
             */
            publishedAt: string;
            /**
             * Format: int32
             * @description The number of the revision shown.
             */
            revision: number;
            /** @description The name in addresses. */
            slug: string;
            /**
             * @description Always `section`.
             * @enum {string}
             */
            type: "section";
            /**
             * Format: date-time
             * @description When anything changed.
             */
            updatedAt: string;
        };
        /** @description A section in the tree. */
        SectionBranch: {
            /** @description The numbers of its articles. */
            articles: components["schemas"]["SectionCounts"];
            /** @description The sections below. */
            children: components["schemas"]["SectionBranch"][];
            /** @description The section. */
            section: components["schemas"]["Section"];
        };
        /** @description The numbers of a section's articles. */
        SectionCounts: {
            /**
             * Format: int64
             * @description In the section itself.
             */
            own: number;
            /**
             * Format: int64
             * @description With those of all sections below.
             */
            total: number;
        };
        /** @description Some members of the section: those named in `fields`, and `id`. */
        SectionFields: {
            /** @description The sections above it, the top first: breadcrumbs; only when included. */
            ancestors?: components["schemas"]["Section"][];
            /** @description The articles of the section itself; only when included. */
            articles?: components["schemas"]["ArticlesBelow"];
            /**
             * Format: date-time
             * @description Until when it is under embargo, for partners who read it before; null for all else.
             */
            embargoedUntil?: string | null;
            /**
             * Format: uuid
             * @description The id; the same through every door.
             */
            id: string;
            name?: components["schemas"]["LocalizedText"] | null;
            /** @description The name in all languages. */
            names?: {
                [key: string]: string;
            };
            parent?: components["schemas"]["RelatedSection"] | null;
            /**
             * Format: date-time
             * @description The first public moment; never changes. Of what never was public: the planned one, or when it was made.
             */
            publishedAt?: string;
            /**
             * Format: int32
             * @description The number of the revision shown.
             */
            revision?: number;
            /** @description The name in addresses. */
            slug?: string;
            /**
             * @description Always `section`.
             * @enum {string}
             */
            type?: "section";
            /**
             * Format: date-time
             * @description When anything changed.
             */
            updatedAt?: string;
        };
        /** @description Which sections a list holds. All conditions must hold; what is null counts as not given. */
        SectionFilter: {
            /** @description All of these filters hold. */
            and?: components["schemas"]["SectionFilter"][];
            /** @description This filter does not hold. */
            not?: components["schemas"]["SectionFilter"];
            /** @description At least one of these filters holds. */
            or?: components["schemas"]["SectionFilter"][];
            /** @description Directly below this section: id or slug. */
            parent?: string[];
            /**
             * @description First published at this moment or later: RFC 3339, or as far from the present as `now-12h` or `today-7d`.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            publishedAfter?: string;
            /**
             * @description First published before this moment.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            publishedBefore?: string;
            /**
             * @description Found by this search query: words in any of their forms, `"several words"` exactly so, `-word` not there, `word*` the beginning of a word. At most 500 characters and 20 words.
             * @example harbour tunnel
             */
            q?: string;
            /**
             * @description Last updated at this moment or later.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            updatedAfter?: string;
            /**
             * @description Last updated before this moment.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            updatedBefore?: string;
        };
        /** @description A page of sections. */
        SectionList: {
            /** @description The entries, in the order of the list. */
            data: (components["schemas"]["Section"] | components["schemas"]["SectionFields"])[];
            /** @description Where the page stands. */
            page: components["schemas"]["Page"];
            /** @description What there is to say of the search, when the list is searched. */
            search?: components["schemas"]["Search"];
        };
        /** @description The tree of sections. */
        SectionTree: {
            /** @description The sections at the top. */
            data: components["schemas"]["SectionBranch"][];
        };
        /** @description Some words. */
        Segment: {
            /** @description What became of them. */
            edit: components["schemas"]["DiffEdit"];
            /** @description The words with their white space. */
            text: string;
        };
        /** @description Texts for search engines and link previews. */
        Seo: {
            /** @description Replaces the lead. */
            description: string | null;
            /** @description Asks search engines not to list the piece. */
            noIndex: boolean;
            /** @description Replaces the headline. */
            title: string | null;
        };
        /** @description A fact box as an article shows it. */
        ShownFactBox: {
            factBox: components["schemas"]["RelatedFactBox"] | null;
            /**
             * Format: int32
             * @description The revision it is held at; null when the article follows the box.
             */
            pinned: number | null;
        };
        /** @description Where a report or a fact comes from. */
        Source: {
            /** @description The outlet, agency, document or person. */
            name: string;
            /** @description What it contributed. */
            role: components["schemas"]["SourceRole"];
            /** @description Where it can be read. */
            url: string | null;
        };
        /**
         * @description What a source contributed.
         * @enum {string}
         */
        SourceRole: "reported" | "original" | "document" | "quoted";
        /** @description What stands for an entry that is not there, with `links=stub`. */
        Stub: {
            /** @description The kind of entry. */
            kind: components["schemas"]["EntryKind"];
            /** @description Why: it was `withdrawn`, or it is `absent`. */
            unavailable: components["schemas"]["Unavailable"];
        };
        /** @description A tag as it is public. */
        Tag: {
            /** @description The articles with this tag; only when included. */
            articles?: components["schemas"]["ArticlesBelow"];
            /**
             * Format: date-time
             * @description Until when it is under embargo, for partners who read it before; null for all else.
             */
            embargoedUntil: string | null;
            /**
             * Format: uuid
             * @description The id; the same through every door.
             */
            id: string;
            /** @description The sort of thing it names. */
            kind: components["schemas"]["TagKind"];
            name: components["schemas"]["LocalizedText"] | null;
            /** @description The name in all languages. */
            names: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description The first public moment; never changes. Of what never was public: the planned one, or when it was made.
             */
            publishedAt: string;
            /** @description The tags that most often stand together with it, at most 20; only when included. */
            relatedTags?: components["schemas"]["TagBeside"][];
            /**
             * Format: int32
             * @description The number of the revision shown.
             */
            revision: number;
            /** @description The same thing in public vocabularies. */
            sameAs: string[];
            /** @description The name in addresses. */
            slug: string;
            /**
             * @description Always `tag`.
             * @enum {string}
             */
            type: "tag";
            /**
             * Format: date-time
             * @description When anything changed.
             */
            updatedAt: string;
        };
        /** @description A tag that stands together with another. */
        TagBeside: {
            /**
             * Format: int64
             * @description How many articles have both, out of the latest 200 with the other.
             */
            articles: number;
            /** @description The tag. */
            tag: components["schemas"]["Tag"];
        };
        /** @description Some members of the tag: those named in `fields`, and `id`. */
        TagFields: {
            /** @description The articles with this tag; only when included. */
            articles?: components["schemas"]["ArticlesBelow"];
            /**
             * Format: date-time
             * @description Until when it is under embargo, for partners who read it before; null for all else.
             */
            embargoedUntil?: string | null;
            /**
             * Format: uuid
             * @description The id; the same through every door.
             */
            id: string;
            /** @description The sort of thing it names. */
            kind?: components["schemas"]["TagKind"];
            name?: components["schemas"]["LocalizedText"] | null;
            /** @description The name in all languages. */
            names?: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description The first public moment; never changes. Of what never was public: the planned one, or when it was made.
             */
            publishedAt?: string;
            /** @description The tags that most often stand together with it, at most 20; only when included. */
            relatedTags?: components["schemas"]["TagBeside"][];
            /**
             * Format: int32
             * @description The number of the revision shown.
             */
            revision?: number;
            /** @description The same thing in public vocabularies. */
            sameAs?: string[];
            /** @description The name in addresses. */
            slug?: string;
            /**
             * @description Always `tag`.
             * @enum {string}
             */
            type?: "tag";
            /**
             * Format: date-time
             * @description When anything changed.
             */
            updatedAt?: string;
        };
        /** @description Which tags a list holds. All conditions must hold; what is null counts as not given. */
        TagFilter: {
            /** @description All of these filters hold. */
            and?: components["schemas"]["TagFilter"][];
            /** @description Of this sort. Several: of one of them. */
            kind?: ("topic" | "person" | "place" | "organisation")[];
            /** @description This filter does not hold. */
            not?: components["schemas"]["TagFilter"];
            /** @description At least one of these filters holds. */
            or?: components["schemas"]["TagFilter"][];
            /**
             * @description First published at this moment or later: RFC 3339, or as far from the present as `now-12h` or `today-7d`.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            publishedAfter?: string;
            /**
             * @description First published before this moment.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            publishedBefore?: string;
            /**
             * @description Found by this search query: words in any of their forms, `"several words"` exactly so, `-word` not there, `word*` the beginning of a word. At most 500 characters and 20 words.
             * @example harbour tunnel
             */
            q?: string;
            /**
             * @description Last updated at this moment or later.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            updatedAfter?: string;
            /**
             * @description Last updated before this moment.
             * @example 2026-11-24T07:00:00.000Z
             * @example now-12h
             * @example today-7d
             */
            updatedBefore?: string;
        };
        /**
         * @description The sort of a tag.
         * @enum {string}
         */
        TagKind: "topic" | "person" | "place" | "organisation";
        /** @description A page of tags. */
        TagList: {
            /** @description The entries, in the order of the list. */
            data: (components["schemas"]["Tag"] | components["schemas"]["TagFields"])[];
            /** @description Where the page stands. */
            page: components["schemas"]["Page"];
            /** @description What there is to say of the search, when the list is searched. */
            search?: components["schemas"]["Search"];
        };
        /** @description How many entries a whole list has. */
        Total: {
            /**
             * Format: int64
             * @description The number.
             */
            count: number;
            /** @description Whether it is exact; otherwise there are at least so many. */
            exact: boolean;
        };
        /** @description The same piece in another language. */
        Translation: {
            /**
             * Format: uuid
             * @description The id.
             */
            id: string;
            /** @description The language. */
            locale: string;
            /** @description Its name in the address. */
            slug: string;
            /** @description The headline. */
            title: string;
            /** @description Its page on the newsroom's own site; of articles. */
            url?: string;
        };
        /** @description A document of GraphQL that is trusted. */
        TrustedDocument: {
            /**
             * Format: date-time
             * @description When it was trusted.
             */
            addedAt: string;
            /** @description By whom. */
            addedBy: string;
            /** @description The length of its text, in bytes. */
            bytes: number;
            /** @description `sha256:` and the digest of its text, which names it too. */
            digest: string;
            /** @description By what clients name it. */
            id: string;
            /**
             * Format: date-time
             * @description When it was used last, to the day.
             */
            lastUsedAt: string | null;
            /** @description The names of its operations, joined by commas. */
            operations: string;
            /** @description Its text; only where it is asked for alone. */
            text?: string;
        };
        /** @description A part of the list of trusted documents. */
        TrustedDocuments: {
            /** @description By id. */
            data: components["schemas"]["TrustedDocument"][];
            /** @description Whether there are more: ask with `after` and the last id. */
            hasMore: boolean;
        };
        /**
         * @description Why an entry is not there.
         * @enum {string}
         */
        Unavailable: "withdrawn" | "absent";
        /** @description A reference that leads nowhere, and where it stands. */
        UnavailableReference: {
            /** @description The key of its block, when it stands in the body. */
            blockKey: string | null;
            /** @description The kind of entry. */
            kind: components["schemas"]["EntryKind"];
            /** @description Its place from 0 on: among the bylines, the tags, or the blocks of the whole body. */
            position: number;
            /** @description In which capacity it is referred to. */
            role: components["schemas"]["ReferenceRole"];
            /** @description Why it is not there. */
            state: components["schemas"]["Unavailable"];
        };
        /** @description Where a fact box is used. */
        Usage: {
            /** @description By working copies. */
            drafts: components["schemas"]["LocaleCount"][];
            /** @description By public articles. */
            public: components["schemas"]["LocaleCount"][];
        };
        /** @description Who the server takes a client for. */
        Whoami: {
            /** @description `anonymous`, `key:` and an id, or `subject:` with issuer and subject. */
            actor: string;
            /** @description By what you are known. */
            credential: components["schemas"]["CredentialName"];
            /**
             * Format: date-time
             * @description The first moment at which your key, link or token is not accepted any more.
             */
            expiresAt: string | null;
            key: components["schemas"]["Key"] | null;
            /** @description What may be done. */
            scopes: components["schemas"]["ScopeName"][];
            /** @description What the issuer of your token calls you, when you have one. */
            subject: string | null;
        };
    };
    responses: {
        /** @description A parameter is unknown or has a value that it cannot have. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It cannot be done in the state that the entry is in, or somebody else holds the slug. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The credentials do not allow this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It was published there and has been withdrawn. */
        Gone: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Some fields break rules: all of them are named. */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It was taken down for legal reasons. */
        Killed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The slug is a former one. */
        Moved: {
            headers: {
                Location: components["headers"]["Location"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Nothing public stands there. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nothing has changed since the copy that you have. */
        NotModified: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The part of the picture that `Range` asks for. */
        Part: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "Content-Range": components["headers"]["ContentRange"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Somebody else was faster; `errors` says what changed. */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `If-Match` must name the version that was seen. */
        PreconditionRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests in a minute. */
        TooMany: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No credentials, or none that are accepted. */
        Unauthenticated: {
            headers: {
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The database cannot be reached or is busy. */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of a media type that is not read here. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
        IdempotencyKey: string;
        /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
        IfMatch: string;
        /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
        IfNoneMatch: string;
    };
    requestBodies: never;
    headers: {
        /** @description What caches may do: keep everything, and ask before using it. */
        CacheControl: string;
        /** @description Which of how many bytes the answer has (RFC 9110 §14.4). */
        ContentRange: string;
        /** @description A strong validator: the same for the same bytes and for no others. */
        ETag: string;
        /** @description `requested=30, maximum=10000` (RFC 9651): how many objects the answer could hold, and may. */
        GraphQlCost: string;
        /** @description The addresses of the next and the previous page, `rel="next"` and `rel="prev"` (RFC 8288). Absent when there is only one page. */
        Link: string;
        /** @description The present address, with the same parameters; of what was made, its own. */
        Location: string;
        /** @description After how many seconds to try again. */
        RetryAfter: string;
        /** @description How to authenticate (RFC 6750). */
        WwwAuthenticate: string;
    };
    pathItems: never;
}
export type AiUse = components['schemas']['AiUse'];
export type Anything = components['schemas']['Anything'];
export type Article = components['schemas']['Article'];
export type ArticleFields = components['schemas']['ArticleFields'];
export type ArticleFilter = components['schemas']['ArticleFilter'];
export type ArticleInView = components['schemas']['ArticleInView'];
export type ArticleKind = components['schemas']['ArticleKind'];
export type ArticleList = components['schemas']['ArticleList'];
export type ArticlesBelow = components['schemas']['ArticlesBelow'];
export type Audit = components['schemas']['Audit'];
export type Author = components['schemas']['Author'];
export type AuthorFields = components['schemas']['AuthorFields'];
export type AuthorList = components['schemas']['AuthorList'];
export type Block = components['schemas']['Block'];
export type BlockDiff = components['schemas']['BlockDiff'];
export type Body = components['schemas']['Body'];
export type Byline = components['schemas']['Byline'];
export type BylineRole = components['schemas']['BylineRole'];
export type CorrectedArticle = components['schemas']['CorrectedArticle'];
export type Correction = components['schemas']['Correction'];
export type CorrectionKind = components['schemas']['CorrectionKind'];
export type CredentialName = components['schemas']['CredentialName'];
export type Departure = components['schemas']['Departure'];
export type Diff = components['schemas']['Diff'];
export type DiffEdit = components['schemas']['DiffEdit'];
export type DiffStatus = components['schemas']['DiffStatus'];
export type Document = components['schemas']['Document'];
export type DocumentPart = components['schemas']['DocumentPart'];
export type Entries = components['schemas']['Entries'];
export type Entry = components['schemas']['Entry'];
export type EntryFilter = components['schemas']['EntryFilter'];
export type EntryKind = components['schemas']['EntryKind'];
export type EntryState = components['schemas']['EntryState'];
export type Fact = components['schemas']['Fact'];
export type FactBox = components['schemas']['FactBox'];
export type FactBoxFields = components['schemas']['FactBoxFields'];
export type FactBoxFilter = components['schemas']['FactBoxFilter'];
export type FactBoxList = components['schemas']['FactBoxList'];
export type FactDiff = components['schemas']['FactDiff'];
export type FocalPoint = components['schemas']['FocalPoint'];
export type Happening = components['schemas']['Happening'];
export type Highlights = components['schemas']['Highlights'];
export type History = components['schemas']['History'];
export type Image = components['schemas']['Image'];
export type ImageFields = components['schemas']['ImageFields'];
export type ImageList = components['schemas']['ImageList'];
export type Key = components['schemas']['Key'];
export type Keys = components['schemas']['Keys'];
export type LocaleCount = components['schemas']['LocaleCount'];
export type LocalizedText = components['schemas']['LocalizedText'];
export type ManifestTaken = components['schemas']['ManifestTaken'];
export type MemberDiff = components['schemas']['MemberDiff'];
export type Neighbours = components['schemas']['Neighbours'];
export type NewKey = components['schemas']['NewKey'];
export type NewPreviewLink = components['schemas']['NewPreviewLink'];
export type Original = components['schemas']['Original'];
export type Outcome = components['schemas']['Outcome'];
export type OverdueFact = components['schemas']['OverdueFact'];
export type OverdueFactBox = components['schemas']['OverdueFactBox'];
export type Page = components['schemas']['Page'];
export type Passage = components['schemas']['Passage'];
export type PreviewLink = components['schemas']['PreviewLink'];
export type PreviewLinks = components['schemas']['PreviewLinks'];
export type Problem = components['schemas']['Problem'];
export type ProblemField = components['schemas']['ProblemField'];
export type Publication = components['schemas']['Publication'];
export type Reference = components['schemas']['Reference'];
export type ReferenceRole = components['schemas']['ReferenceRole'];
export type RelatedArticle = components['schemas']['RelatedArticle'];
export type RelatedArticles = components['schemas']['RelatedArticles'];
export type RelatedAuthor = components['schemas']['RelatedAuthor'];
export type RelatedFactBox = components['schemas']['RelatedFactBox'];
export type RelatedImage = components['schemas']['RelatedImage'];
export type RelatedOriginal = components['schemas']['RelatedOriginal'];
export type RelatedReasons = components['schemas']['RelatedReasons'];
export type RelatedSection = components['schemas']['RelatedSection'];
export type RelatedTag = components['schemas']['RelatedTag'];
export type RelatedTranslation = components['schemas']['RelatedTranslation'];
export type Resolution = components['schemas']['Resolution'];
export type Revision = components['schemas']['Revision'];
export type RichText = components['schemas']['RichText'];
export type Rights = components['schemas']['Rights'];
export type RoleName = components['schemas']['RoleName'];
export type ScopeName = components['schemas']['ScopeName'];
export type Search = components['schemas']['Search'];
export type Section = components['schemas']['Section'];
export type SectionBranch = components['schemas']['SectionBranch'];
export type SectionCounts = components['schemas']['SectionCounts'];
export type SectionFields = components['schemas']['SectionFields'];
export type SectionFilter = components['schemas']['SectionFilter'];
export type SectionList = components['schemas']['SectionList'];
export type SectionTree = components['schemas']['SectionTree'];
export type Segment = components['schemas']['Segment'];
export type Seo = components['schemas']['Seo'];
export type ShownFactBox = components['schemas']['ShownFactBox'];
export type Source = components['schemas']['Source'];
export type SourceRole = components['schemas']['SourceRole'];
export type Stub = components['schemas']['Stub'];
export type Tag = components['schemas']['Tag'];
export type TagBeside = components['schemas']['TagBeside'];
export type TagFields = components['schemas']['TagFields'];
export type TagFilter = components['schemas']['TagFilter'];
export type TagKind = components['schemas']['TagKind'];
export type TagList = components['schemas']['TagList'];
export type Total = components['schemas']['Total'];
export type Translation = components['schemas']['Translation'];
export type TrustedDocument = components['schemas']['TrustedDocument'];
export type TrustedDocuments = components['schemas']['TrustedDocuments'];
export type Unavailable = components['schemas']['Unavailable'];
export type UnavailableReference = components['schemas']['UnavailableReference'];
export type Usage = components['schemas']['Usage'];
export type Whoami = components['schemas']['Whoami'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseConflict = components['responses']['Conflict'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseGone = components['responses']['Gone'];
export type ResponseInvalid = components['responses']['Invalid'];
export type ResponseKilled = components['responses']['Killed'];
export type ResponseMoved = components['responses']['Moved'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseNotModified = components['responses']['NotModified'];
export type ResponsePart = components['responses']['Part'];
export type ResponsePreconditionFailed = components['responses']['PreconditionFailed'];
export type ResponsePreconditionRequired = components['responses']['PreconditionRequired'];
export type ResponseTooLarge = components['responses']['TooLarge'];
export type ResponseTooMany = components['responses']['TooMany'];
export type ResponseUnauthenticated = components['responses']['Unauthenticated'];
export type ResponseUnavailable = components['responses']['Unavailable'];
export type ResponseUnsupportedMediaType = components['responses']['UnsupportedMediaType'];
export type ParameterIdempotencyKey = components['parameters']['IdempotencyKey'];
export type ParameterIfMatch = components['parameters']['IfMatch'];
export type ParameterIfNoneMatch = components['parameters']['IfNoneMatch'];
export type HeaderCacheControl = components['headers']['CacheControl'];
export type HeaderContentRange = components['headers']['ContentRange'];
export type HeaderETag = components['headers']['ETag'];
export type HeaderGraphQlCost = components['headers']['GraphQlCost'];
export type HeaderLink = components['headers']['Link'];
export type HeaderLocation = components['headers']['Location'];
export type HeaderRetryAfter = components['headers']['RetryAfter'];
export type HeaderWwwAuthenticate = components['headers']['WwwAuthenticate'];
export type $defs = Record<string, never>;
export interface operations {
    get_index: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What stands where. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            304: components["responses"]["NotModified"];
        };
    };
    get_feed: {
        parameters: {
            query?: {
                /** @description How many articles: 1 to 100, usually 20. */
                first?: number;
                /** @description Only articles in this language. */
                locale?: string;
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description `all` and the format. */
                file: "all.rss" | "all.atom" | "all.json";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed of everything. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                    "application/feed+json": {
                        [key: string]: unknown;
                    };
                    "application/rss+xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_feed_of: {
        parameters: {
            query?: {
                /** @description How many articles: 1 to 100, usually 20. */
                first?: number;
                /** @description Only articles in this language. */
                locale?: string;
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The slug, or the language tag, and the format: `.rss`, `.atom` or `.json`. */
                file: string;
                /** @description What the feed is of. */
                part: "sections" | "tags" | "authors" | "locales";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed of a section, tag, author or language. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                    "application/feed+json": {
                        [key: string]: unknown;
                    };
                    "application/rss+xml": string;
                };
            };
            301: components["responses"]["Moved"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_graphql: {
        parameters: {
            query?: {
                /** @description Instead of the document, the id of one that is trusted, or its digest: `sha256:` and 64 digits. */
                documentId?: string;
                /** @description A JSON object; `persistedQuery` is known, as clients of Apollo send it: `{"version": 1, "sha256Hash": "…"}`. */
                extensions?: string;
                /** @description Which operation of the document. */
                operationName?: string;
                /** @description The document. */
                query?: string;
                /** @description The variables, as a JSON object. */
                variables?: string;
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `data`, `errors` and `extensions`. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "GraphQL-Cost": components["headers"]["GraphQlCost"];
                    [name: string]: unknown;
                };
                content: {
                    "application/graphql-response+json": {
                        [key: string]: unknown;
                    };
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            /** @description The request or the document is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/graphql-response+json": {
                        [key: string]: unknown;
                    };
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The credentials are not accepted. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/graphql-response+json": {
                        [key: string]: unknown;
                    };
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Only trusted documents run here, and this is none. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/graphql-response+json": {
                        [key: string]: unknown;
                    };
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description There is no document with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/graphql-response+json": {
                        [key: string]: unknown;
                    };
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A subscription needs `text/event-stream`, or a WebSocket. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/graphql-response+json": {
                        [key: string]: unknown;
                    };
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/graphql-response+json": {
                        [key: string]: unknown;
                    };
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/graphql-response+json": {
                        [key: string]: unknown;
                    };
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Too many requests in a minute. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/graphql-response+json": {
                        [key: string]: unknown;
                    };
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The database cannot be reached, or the query took too long. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/graphql-response+json": {
                        [key: string]: unknown;
                    };
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    post_graphql: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "query": "query Front { articles(first: 3) { nodes { title } } }"
                 *     }
                 */
                "application/json": {
                    documentId?: string;
                    extensions?: Record<string, never> | null;
                    operationName?: string | null;
                    query?: string;
                    variables?: Record<string, never> | null;
                };
            };
        };
        responses: {
            /** @description `data`, `errors` and `extensions`. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "GraphQL-Cost": components["headers"]["GraphQlCost"];
                    [name: string]: unknown;
                };
                content: {
                    "application/graphql-response+json": {
                        [key: string]: unknown;
                    };
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The request or the document is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/graphql-response+json": {
                        [key: string]: unknown;
                    };
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The credentials are not accepted. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/graphql-response+json": {
                        [key: string]: unknown;
                    };
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Only trusted documents run here, and this is none. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/graphql-response+json": {
                        [key: string]: unknown;
                    };
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description There is no document with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/graphql-response+json": {
                        [key: string]: unknown;
                    };
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A subscription needs `text/event-stream`, or a WebSocket. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/graphql-response+json": {
                        [key: string]: unknown;
                    };
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/graphql-response+json": {
                        [key: string]: unknown;
                    };
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/graphql-response+json": {
                        [key: string]: unknown;
                    };
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Too many requests in a minute. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/graphql-response+json": {
                        [key: string]: unknown;
                    };
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The database cannot be reached, or the query took too long. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/graphql-response+json": {
                        [key: string]: unknown;
                    };
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    get_liveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the process runs. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    get_readiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether requests can be answered. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            503: components["responses"]["Unavailable"];
        };
    };
    post_mcp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "jsonrpc": "2.0",
                 *       "id": 1,
                 *       "method": "tools/list",
                 *       "params": {}
                 *     }
                 */
                "application/json": {
                    id?: string | number;
                    jsonrpc?: string;
                    method?: string;
                    params?: Record<string, never>;
                };
            };
        };
        responses: {
            /** @description What the message is answered. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The message asks for nothing. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_openapi: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This document. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            304: components["responses"]["NotModified"];
        };
    };
    list_articles: {
        parameters: {
            query?: {
                /** @description Begins behind this cursor: `page.next` of the page before. */
                after?: string;
                /** @description Credited to at least one of these authors. */
                anyAuthor?: string[];
                /** @description Showing at least one of these fact boxes. */
                anyFactBox?: string[];
                /** @description With at least one of these tags. */
                anyTag?: string[];
                /** @description Answers as it would have been answered at this moment: everything, relations too, as it was public then. RFC 3339 with an offset; in the future only with the scope `preview`. */
                asOf?: string;
                /** @description Credited to this author: id or slug. Several: to all of them. */
                author?: string[];
                /** @description Ends ahead of this cursor: `page.previous` of the page behind. Not together with `after`. */
                before?: string;
                /** @description Formats of the body. A list has none and a single article has blocks, unless it is said. */
                body?: ("none" | "blocks" | "html" | "markdown" | "text")[];
                /** @description Something of which readers should be told changed last at this moment or later. */
                contentUpdatedAfter?: string;
                /** @description Something of which readers should be told changed last before this moment. */
                contentUpdatedBefore?: string;
                /** @description With corrections, or without. */
                corrected?: boolean;
                /** @description Last corrected at this moment or later. */
                correctedAfter?: string;
                /** @description Last corrected before this moment. */
                correctedBefore?: string;
                /** @description Showing this fact box: id, `locale/slug`, or the slug alone together with `locale`. */
                factBox?: string[];
                /** @description Only these members. `id` is always there, and so is what other parameters ask for by name. */
                fields?: ("id" | "type" | "revision" | "publishedAt" | "embargoedUntil" | "contentUpdatedAt" | "updatedAt" | "locale" | "slug" | "url" | "kind" | "title" | "shortTitle" | "lead" | "body" | "bylines" | "sources" | "section" | "tags" | "leadImage" | "factBoxes" | "corrections" | "canonicalUrl" | "seo" | "rights" | "translationOf" | "translations" | "unavailable")[];
                /** @description More conditions, as the JSON of an object, which may also join filters with `and`, `or` and `not`. They hold together with those of the other parameters. */
                filter?: components["schemas"]["ArticleFilter"];
                /** @description How many entries at most: 1 to 100, usually 20. */
                first?: number;
                /** @description With an image at the top, or without. */
                hasImage?: boolean;
                /** @description Also where `q` stands in each entry of the page. Costs about as much as the page itself. */
                highlights?: boolean;
                /** @description With this image at the top: its id. */
                image?: string[];
                /** @description Relations to be answered whole instead of by id; with `unavailable`, also where what it refers to is not there. With `section,ancestors` the section comes with those above it; with `translationOf` it is said whether the original has moved on. */
                include?: ("authors" | "section" | "tags" | "leadImage" | "factBoxes" | "translations" | "translationOf" | "unavailable" | "ancestors")[];
                /** @description Of this genre. Several: of one of them. */
                kind?: ("news" | "feature" | "analysis" | "opinion" | "interview" | "explainer" | "live")[];
                /** @description What stands where the article refers to what is not there, in relations and in the body: nothing, which is usual, null, or `{"unavailable", "kind"}`. HTML and Markdown have empty elements for stubs and nothing for null; plain text has nothing. */
                links?: "omit" | "null" | "stub";
                /** @description Written in this language. */
                locale?: string;
                /** @description Credited to none of these authors. */
                noAuthor?: string[];
                /** @description Showing none of these fact boxes. */
                noFactBox?: string[];
                /** @description With none of these tags. */
                noTag?: string[];
                /** @description Not translated into this language, as what is written in it is not. */
                notTranslatedInto?: string;
                /** @description `draft` answers as the desk sees everything, relations too: of each entry the newest revision. Needs the scope `preview`. `embargoed` answers as partners see it: what is under embargo as it will be, all else as it is public. Needs the scope `embargo`. */
                perspective?: "published" | "draft" | "embargoed";
                /** @description First published at this moment or later: RFC 3339, or as far from the present as `now-12h` or `today-7d`. */
                publishedAfter?: string;
                /** @description First published before this moment. */
                publishedBefore?: string;
                /** @description Found by this search query: words in any of their forms, `"several words"` exactly so, `-word` not there, `word*` the beginning of a word. At most 500 characters and 20 words. */
                q?: string;
                /** @description In this section: id or slug. */
                section?: string[];
                /** @description In this section or in one below it: id or slug. */
                sectionTree?: string[];
                /** @description The order; `-` puts the greatest first. Usually `-publishedAt`, and `relevance` where `q` is searched for. */
                sort?: "-publishedAt" | "publishedAt" | "-contentUpdatedAt" | "contentUpdatedAt" | "-updatedAt" | "updatedAt" | "title" | "-title" | "-correctedAt" | "correctedAt" | "relevance";
                /** @description Naming this outlet, agency, document or person as its source, in upper or lower case. In JSON also one of several. */
                source?: string;
                /** @description Translated from a revision than which a newer one is public, or not: what translators have to look at. */
                stale?: boolean;
                /** @description With this tag: id or slug. Several: with all of them. */
                tag?: string[];
                /** @description Whether to count the whole list. An estimate is exact up to 1000 and a lower bound beyond. */
                total?: "none" | "estimate" | "exact";
                /** @description Written in another language, and also public in this one. */
                translatedInto?: string;
                /** @description Last updated at this moment or later. */
                updatedAfter?: string;
                /** @description Last updated before this moment. */
                updatedBefore?: string;
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of articles. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    create_article: {
        parameters: {
            query?: {
                /** @description The id that it shall get: a UUID of your own, so that other writes can name it already. */
                id?: string;
                /** @description Why, for whoever reads the history: up to 5,000 characters. */
                note?: string;
            };
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "locale": "en",
                 *       "slug": "harbour",
                 *       "title": "Harbour opens"
                 *     }
                 */
                "application/json": components["schemas"]["Document"];
            };
        };
        responses: {
            /** @description It was made. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_article: {
        parameters: {
            query?: {
                /** @description Answers as it would have been answered at this moment: everything, relations too, as it was public then. RFC 3339 with an offset; in the future only with the scope `preview`. */
                asOf?: string;
                /** @description Formats of the body. A list has none and a single article has blocks, unless it is said. */
                body?: ("none" | "blocks" | "html" | "markdown" | "text")[];
                /** @description Only these members. `id` is always there, and so is what other parameters ask for by name. */
                fields?: ("id" | "type" | "revision" | "publishedAt" | "embargoedUntil" | "contentUpdatedAt" | "updatedAt" | "locale" | "slug" | "url" | "kind" | "title" | "shortTitle" | "lead" | "body" | "bylines" | "sources" | "section" | "tags" | "leadImage" | "factBoxes" | "corrections" | "canonicalUrl" | "seo" | "rights" | "translationOf" | "translations" | "unavailable")[];
                /** @description Relations to be answered whole instead of by id; with `unavailable`, also where what it refers to is not there. With `section,ancestors` the section comes with those above it; with `translationOf` it is said whether the original has moved on. */
                include?: ("authors" | "section" | "tags" | "leadImage" | "factBoxes" | "translations" | "translationOf" | "unavailable" | "ancestors")[];
                /** @description What stands where the article refers to what is not there, in relations and in the body: nothing, which is usual, null, or `{"unavailable", "kind"}`. HTML and Markdown have empty elements for stubs and nothing for null; plain text has nothing. */
                links?: "omit" | "null" | "stub";
                /** @description The languages of names, the best first: `uk,en`. Each goes before its wider parents. Without it, names come in the language of the article beside which they stand, then as `Accept-Language` prefers; then in the languages of the site, and then in the first there is. The answer says which was served. */
                locale?: string[];
                /** @description `draft` answers as the desk sees everything, relations too: of each entry the newest revision. Needs the scope `preview`. `embargoed` answers as partners see it: what is under embargo as it will be, all else as it is public. Needs the scope `embargo`. */
                perspective?: "published" | "draft" | "embargoed";
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The article. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"] | components["schemas"]["ArticleFields"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    save_article: {
        parameters: {
            query?: {
                /** @description Why, for whoever reads the history: up to 5,000 characters. */
                note?: string;
            };
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Harbour opens late"
                 *     }
                 */
                "application/json": components["schemas"]["Document"];
                /**
                 * @example {
                 *       "title": "Harbour opens late"
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["Document"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    archive_article: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    correct_article: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "correction": {
                 *         "kind": "correction",
                 *         "text": "The bridge has two lanes, not four."
                 *       }
                 *     }
                 */
                "application/json": {
                    correction: {
                        blockKey?: string;
                        kind: components["schemas"]["CorrectionKind"];
                        text: string;
                    };
                    /** @description Why. */
                    note?: string;
                    patch?: components["schemas"]["Document"];
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    kill_article: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "note": "Court order 12/2026."
                 *     }
                 */
                "application/json": {
                    /** @description Why. */
                    note: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_neighbours_of_article: {
        parameters: {
            query?: {
                /** @description Credited to at least one of these authors. */
                anyAuthor?: string[];
                /** @description Showing at least one of these fact boxes. */
                anyFactBox?: string[];
                /** @description With at least one of these tags. */
                anyTag?: string[];
                /** @description Answers as it would have been answered at this moment: everything, relations too, as it was public then. RFC 3339 with an offset; in the future only with the scope `preview`. */
                asOf?: string;
                /** @description Credited to this author: id or slug. Several: to all of them. */
                author?: string[];
                /** @description Formats of the body. A list has none and a single article has blocks, unless it is said. */
                body?: ("none" | "blocks" | "html" | "markdown" | "text")[];
                /** @description Something of which readers should be told changed last at this moment or later. */
                contentUpdatedAfter?: string;
                /** @description Something of which readers should be told changed last before this moment. */
                contentUpdatedBefore?: string;
                /** @description With corrections, or without. */
                corrected?: boolean;
                /** @description Last corrected at this moment or later. */
                correctedAfter?: string;
                /** @description Last corrected before this moment. */
                correctedBefore?: string;
                /** @description Showing this fact box: id, `locale/slug`, or the slug alone together with `locale`. */
                factBox?: string[];
                /** @description Only these members. `id` is always there, and so is what other parameters ask for by name. */
                fields?: ("id" | "type" | "revision" | "publishedAt" | "embargoedUntil" | "contentUpdatedAt" | "updatedAt" | "locale" | "slug" | "url" | "kind" | "title" | "shortTitle" | "lead" | "body" | "bylines" | "sources" | "section" | "tags" | "leadImage" | "factBoxes" | "corrections" | "canonicalUrl" | "seo" | "rights" | "translationOf" | "translations" | "unavailable")[];
                /** @description More conditions, as the JSON of an object, which may also join filters with `and`, `or` and `not`. They hold together with those of the other parameters. */
                filter?: components["schemas"]["ArticleFilter"];
                /** @description With an image at the top, or without. */
                hasImage?: boolean;
                /** @description With this image at the top: its id. */
                image?: string[];
                /** @description Relations to be answered whole instead of by id; with `unavailable`, also where what it refers to is not there. With `section,ancestors` the section comes with those above it; with `translationOf` it is said whether the original has moved on. */
                include?: ("authors" | "section" | "tags" | "leadImage" | "factBoxes" | "translations" | "translationOf" | "unavailable" | "ancestors")[];
                /** @description Of this genre. Several: of one of them. */
                kind?: ("news" | "feature" | "analysis" | "opinion" | "interview" | "explainer" | "live")[];
                /** @description What stands where the article refers to what is not there, in relations and in the body: nothing, which is usual, null, or `{"unavailable", "kind"}`. HTML and Markdown have empty elements for stubs and nothing for null; plain text has nothing. */
                links?: "omit" | "null" | "stub";
                /** @description Written in this language. */
                locale?: string;
                /** @description Credited to none of these authors. */
                noAuthor?: string[];
                /** @description Showing none of these fact boxes. */
                noFactBox?: string[];
                /** @description With none of these tags. */
                noTag?: string[];
                /** @description Not translated into this language, as what is written in it is not. */
                notTranslatedInto?: string;
                /** @description `draft` answers as the desk sees everything, relations too: of each entry the newest revision. Needs the scope `preview`. `embargoed` answers as partners see it: what is under embargo as it will be, all else as it is public. Needs the scope `embargo`. */
                perspective?: "published" | "draft" | "embargoed";
                /** @description First published at this moment or later: RFC 3339, or as far from the present as `now-12h` or `today-7d`. */
                publishedAfter?: string;
                /** @description First published before this moment. */
                publishedBefore?: string;
                /** @description Found by this search query: words in any of their forms, `"several words"` exactly so, `-word` not there, `word*` the beginning of a word. At most 500 characters and 20 words. */
                q?: string;
                /** @description In this section: id or slug. */
                section?: string[];
                /** @description In this section or in one below it: id or slug. */
                sectionTree?: string[];
                /** @description The order; `-` puts the greatest first. Usually `-publishedAt`, and `relevance` where `q` is searched for. */
                sort?: "-publishedAt" | "publishedAt" | "-contentUpdatedAt" | "contentUpdatedAt" | "-updatedAt" | "updatedAt" | "title" | "-title" | "-correctedAt" | "correctedAt";
                /** @description Naming this outlet, agency, document or person as its source, in upper or lower case. In JSON also one of several. */
                source?: string;
                /** @description Translated from a revision than which a newer one is public, or not: what translators have to look at. */
                stale?: boolean;
                /** @description With this tag: id or slug. Several: with all of them. */
                tag?: string[];
                /** @description Written in another language, and also public in this one. */
                translatedInto?: string;
                /** @description Last updated at this moment or later. */
                updatedAfter?: string;
                /** @description Last updated before this moment. */
                updatedBefore?: string;
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The previous and the next article */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Neighbours"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_preview_links_of_article: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewLinks"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    create_preview_link_of_article: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "note": "For the lawyer"
                 *     }
                 */
                "application/json": components["schemas"]["NewPreviewLink"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewLink"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    publish_article: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "at": "2026-12-24T07:00:00Z"
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    at?: string;
                    embargo?: boolean;
                    material?: boolean;
                    /** @description Why. */
                    note?: string;
                    revision?: number;
                    /** Format: date-time */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_related_articles: {
        parameters: {
            query?: {
                /** @description Answers as it would have been answered at this moment: everything, relations too, as it was public then. RFC 3339 with an offset; in the future only with the scope `preview`. */
                asOf?: string;
                /** @description Formats of the body. A list has none and a single article has blocks, unless it is said. */
                body?: ("none" | "blocks" | "html" | "markdown" | "text")[];
                /** @description Only these members. `id` is always there, and so is what other parameters ask for by name. */
                fields?: ("id" | "type" | "revision" | "publishedAt" | "embargoedUntil" | "contentUpdatedAt" | "updatedAt" | "locale" | "slug" | "url" | "kind" | "title" | "shortTitle" | "lead" | "body" | "bylines" | "sources" | "section" | "tags" | "leadImage" | "factBoxes" | "corrections" | "canonicalUrl" | "seo" | "rights" | "translationOf" | "translations" | "unavailable")[];
                /** @description How many articles at most: 1 to 100, usually 20. */
                first?: number;
                /** @description Relations to be answered whole instead of by id; with `unavailable`, also where what it refers to is not there. With `section,ancestors` the section comes with those above it; with `translationOf` it is said whether the original has moved on. */
                include?: ("authors" | "section" | "tags" | "leadImage" | "factBoxes" | "translations" | "translationOf" | "unavailable" | "ancestors")[];
                /** @description What stands where the article refers to what is not there, in relations and in the body: nothing, which is usual, null, or `{"unavailable", "kind"}`. HTML and Markdown have empty elements for stubs and nothing for null; plain text has nothing. */
                links?: "omit" | "null" | "stub";
                /** @description The languages of names, the best first: `uk,en`. Each goes before its wider parents. Without it, names come in the language of the article beside which they stand, then as `Accept-Language` prefers; then in the languages of the site, and then in the first there is. The answer says which was served. */
                locale?: string[];
                /** @description `draft` answers as the desk sees everything, relations too: of each entry the newest revision. Needs the scope `preview`. `embargoed` answers as partners see it: what is under embargo as it will be, all else as it is public. Needs the scope `embargo`. */
                perspective?: "published" | "draft" | "embargoed";
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List related articles */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelatedArticles"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    restore_article: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "revision": 1
                 *     }
                 */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                    revision: number;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_revisions_of_article: {
        parameters: {
            query?: {
                /** @description Only revisions before this number. */
                before?: number;
                /** @description How many revisions: 1 to 100, usually 20. */
                first?: number;
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_revision_of_article: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
                /** @description The number of the revision. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revision"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    compare_revisions_of_article: {
        parameters: {
            query?: {
                /** @description `json` unless given; `text` marks `[-deletions-]` and `{+insertions+}`, `html` has `del` and `ins`. */
                format?: "json" | "text" | "html";
                /** @description The revision that it is compared with; the one before it when it is not given. */
                from?: number;
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
                /** @description The number of the revision. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Diff"];
                    "text/html": string;
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    submit_article: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    unarchive_article: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdraw_article: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "note": "The source took it back."
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    at?: string;
                    /** @description Why. */
                    note: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_working_copy_of_article: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_article_by_slug: {
        parameters: {
            query?: {
                /** @description Answers as it would have been answered at this moment: everything, relations too, as it was public then. RFC 3339 with an offset; in the future only with the scope `preview`. */
                asOf?: string;
                /** @description Formats of the body. A list has none and a single article has blocks, unless it is said. */
                body?: ("none" | "blocks" | "html" | "markdown" | "text")[];
                /** @description Only these members. `id` is always there, and so is what other parameters ask for by name. */
                fields?: ("id" | "type" | "revision" | "publishedAt" | "embargoedUntil" | "contentUpdatedAt" | "updatedAt" | "locale" | "slug" | "url" | "kind" | "title" | "shortTitle" | "lead" | "body" | "bylines" | "sources" | "section" | "tags" | "leadImage" | "factBoxes" | "corrections" | "canonicalUrl" | "seo" | "rights" | "translationOf" | "translations" | "unavailable")[];
                /** @description Relations to be answered whole instead of by id; with `unavailable`, also where what it refers to is not there. With `section,ancestors` the section comes with those above it; with `translationOf` it is said whether the original has moved on. */
                include?: ("authors" | "section" | "tags" | "leadImage" | "factBoxes" | "translations" | "translationOf" | "unavailable" | "ancestors")[];
                /** @description What stands where the article refers to what is not there, in relations and in the body: nothing, which is usual, null, or `{"unavailable", "kind"}`. HTML and Markdown have empty elements for stubs and nothing for null; plain text has nothing. */
                links?: "omit" | "null" | "stub";
                /** @description The languages of names, the best first: `uk,en`. Each goes before its wider parents. Without it, names come in the language of the article beside which they stand, then as `Accept-Language` prefers; then in the languages of the site, and then in the first there is. The answer says which was served. */
                locale?: string[];
                /** @description `draft` answers as the desk sees everything, relations too: of each entry the newest revision. Needs the scope `preview`. `embargoed` answers as partners see it: what is under embargo as it will be, all else as it is public. Needs the scope `embargo`. */
                perspective?: "published" | "draft" | "embargoed";
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The language it is written in. */
                locale: string;
                /** @description Its slug, now or formerly. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The article. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"] | components["schemas"]["ArticleFields"];
                };
            };
            301: components["responses"]["Moved"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_audit: {
        parameters: {
            query?: {
                /** @description Of this action. */
                action?: string;
                /** @description By this actor, as `by` has it. */
                actor?: string;
                /** @description Only records of a smaller number. */
                before?: number;
                /** @description About this entry. */
                entry?: string;
                /** @description How many records: 1 to 100, usually 20. */
                first?: number;
                /** @description Done, or denied. */
                outcome?: "done" | "denied";
                /** @description At this moment or later. */
                since?: string;
                /** @description Before this moment. */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The audit */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audit"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_authors: {
        parameters: {
            query?: {
                /** @description Begins behind this cursor: `page.next` of the page before. */
                after?: string;
                /** @description Answers as it would have been answered at this moment: everything, relations too, as it was public then. RFC 3339 with an offset; in the future only with the scope `preview`. */
                asOf?: string;
                /** @description Ends ahead of this cursor: `page.previous` of the page behind. Not together with `after`. */
                before?: string;
                /** @description Only these members. `id` is always there, and so is what other parameters ask for by name. */
                fields?: ("id" | "type" | "revision" | "publishedAt" | "embargoedUntil" | "updatedAt" | "slug" | "name" | "names" | "bio" | "bios" | "image" | "links" | "articles")[];
                /** @description More conditions, as the JSON of an object, which may also join filters with `and`, `or` and `not`. They hold together with those of the other parameters. */
                filter?: components["schemas"]["EntryFilter"];
                /** @description How many entries at most: 1 to 100, usually 20. */
                first?: number;
                /** @description Also where `q` stands in each entry of the page. Costs about as much as the page itself. */
                highlights?: boolean;
                /** @description The portrait whole instead of by id; the latest articles and their number. */
                include?: ("image" | "articles")[];
                /** @description The languages of names, the best first: `uk,en`. Each goes before its wider parents. Without it, names come in the language of the article beside which they stand, then as `Accept-Language` prefers; then in the languages of the site, and then in the first there is. The answer says which was served. */
                locale?: string[];
                /** @description `draft` answers as the desk sees everything, relations too: of each entry the newest revision. Needs the scope `preview`. `embargoed` answers as partners see it: what is under embargo as it will be, all else as it is public. Needs the scope `embargo`. */
                perspective?: "published" | "draft" | "embargoed";
                /** @description First published at this moment or later: RFC 3339, or as far from the present as `now-12h` or `today-7d`. */
                publishedAfter?: string;
                /** @description First published before this moment. */
                publishedBefore?: string;
                /** @description Found by this search query: words in any of their forms, `"several words"` exactly so, `-word` not there, `word*` the beginning of a word. At most 500 characters and 20 words. */
                q?: string;
                /** @description The order; `-` puts the greatest first. Usually `-publishedAt`, and `relevance` where `q` is searched for. */
                sort?: "-publishedAt" | "publishedAt" | "-contentUpdatedAt" | "contentUpdatedAt" | "-updatedAt" | "updatedAt" | "title" | "-title" | "relevance";
                /** @description Whether to count the whole list. An estimate is exact up to 1000 and a lower bound beyond. */
                total?: "none" | "estimate" | "exact";
                /** @description Last updated at this moment or later. */
                updatedAfter?: string;
                /** @description Last updated before this moment. */
                updatedBefore?: string;
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of authors. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    create_author: {
        parameters: {
            query?: {
                /** @description The id that it shall get: a UUID of your own, so that other writes can name it already. */
                id?: string;
                /** @description Why, for whoever reads the history: up to 5,000 characters. */
                note?: string;
            };
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "locale": "en",
                 *       "slug": "harbour",
                 *       "title": "Harbour opens"
                 *     }
                 */
                "application/json": components["schemas"]["Document"];
            };
        };
        responses: {
            /** @description It was made. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_author: {
        parameters: {
            query?: {
                /** @description Answers as it would have been answered at this moment: everything, relations too, as it was public then. RFC 3339 with an offset; in the future only with the scope `preview`. */
                asOf?: string;
                /** @description Only these members. `id` is always there, and so is what other parameters ask for by name. */
                fields?: ("id" | "type" | "revision" | "publishedAt" | "embargoedUntil" | "updatedAt" | "slug" | "name" | "names" | "bio" | "bios" | "image" | "links" | "articles")[];
                /** @description The portrait whole instead of by id; the latest articles and their number. */
                include?: ("image" | "articles")[];
                /** @description The languages of names, the best first: `uk,en`. Each goes before its wider parents. Without it, names come in the language of the article beside which they stand, then as `Accept-Language` prefers; then in the languages of the site, and then in the first there is. The answer says which was served. */
                locale?: string[];
                /** @description `draft` answers as the desk sees everything, relations too: of each entry the newest revision. Needs the scope `preview`. `embargoed` answers as partners see it: what is under embargo as it will be, all else as it is public. Needs the scope `embargo`. */
                perspective?: "published" | "draft" | "embargoed";
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id, or the slug, now or formerly. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The author. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Author"] | components["schemas"]["AuthorFields"];
                };
            };
            301: components["responses"]["Moved"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    save_author: {
        parameters: {
            query?: {
                /** @description Why, for whoever reads the history: up to 5,000 characters. */
                note?: string;
            };
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Harbour opens late"
                 *     }
                 */
                "application/json": components["schemas"]["Document"];
                /**
                 * @example {
                 *       "title": "Harbour opens late"
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["Document"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    archive_author: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    kill_author: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "note": "Court order 12/2026."
                 *     }
                 */
                "application/json": {
                    /** @description Why. */
                    note: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_preview_links_of_author: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewLinks"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    create_preview_link_of_author: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "note": "For the lawyer"
                 *     }
                 */
                "application/json": components["schemas"]["NewPreviewLink"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewLink"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    publish_author: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "at": "2026-12-24T07:00:00Z"
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    at?: string;
                    embargo?: boolean;
                    material?: boolean;
                    /** @description Why. */
                    note?: string;
                    revision?: number;
                    /** Format: date-time */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    restore_author: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "revision": 1
                 *     }
                 */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                    revision: number;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_revisions_of_author: {
        parameters: {
            query?: {
                /** @description Only revisions before this number. */
                before?: number;
                /** @description How many revisions: 1 to 100, usually 20. */
                first?: number;
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_revision_of_author: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
                /** @description The number of the revision. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revision"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    compare_revisions_of_author: {
        parameters: {
            query?: {
                /** @description `json` unless given; `text` marks `[-deletions-]` and `{+insertions+}`, `html` has `del` and `ins`. */
                format?: "json" | "text" | "html";
                /** @description The revision that it is compared with; the one before it when it is not given. */
                from?: number;
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
                /** @description The number of the revision. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Diff"];
                    "text/html": string;
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    submit_author: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    unarchive_author: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdraw_author: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "note": "The source took it back."
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    at?: string;
                    /** @description Why. */
                    note: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_working_copy_of_author: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    batch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "writes": [
                 *         {
                 *           "action": "create",
                 *           "type": "tag",
                 *           "content": {
                 *             "slug": "harbour",
                 *             "name": {
                 *               "en": "Harbour"
                 *             }
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    writes: components["schemas"]["Document"][];
                };
            };
        };
        responses: {
            /** @description Several writes at once */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entries"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_corrections: {
        parameters: {
            query?: {
                /** @description Begins behind this cursor: `page.next` of the page before. */
                after?: string;
                /** @description Answers as it would have been answered at this moment: everything, relations too, as it was public then. RFC 3339 with an offset; in the future only with the scope `preview`. */
                asOf?: string;
                /** @description Credited to this author: id or slug. */
                author?: string[];
                /** @description Ends ahead of this cursor: `page.previous` of the page behind. Not together with `after`. */
                before?: string;
                /** @description Last corrected at this moment or later. */
                correctedAfter?: string;
                /** @description Last corrected before this moment. */
                correctedBefore?: string;
                /** @description How many entries at most: 1 to 100, usually 20. */
                first?: number;
                /** @description Written in this language. */
                locale?: string;
                /** @description `draft` answers as the desk sees everything, relations too: of each entry the newest revision. Needs the scope `preview`. `embargoed` answers as partners see it: what is under embargo as it will be, all else as it is public. Needs the scope `embargo`. */
                perspective?: "published" | "draft" | "embargoed";
                /** @description In this section: id or slug. */
                section?: string[];
                /** @description Whether to count the whole list. An estimate is exact up to 1000 and a lower bound beyond. */
                total?: "none" | "estimate" | "exact";
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The entries, in the order of the list. */
                        data: components["schemas"]["CorrectedArticle"][];
                        /** @description Where the page stands. */
                        page: components["schemas"]["Page"];
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_fact_boxes: {
        parameters: {
            query?: {
                /** @description Begins behind this cursor: `page.next` of the page before. */
                after?: string;
                /** @description Answers as it would have been answered at this moment: everything, relations too, as it was public then. RFC 3339 with an offset; in the future only with the scope `preview`. */
                asOf?: string;
                /** @description Ends ahead of this cursor: `page.previous` of the page behind. Not together with `after`. */
                before?: string;
                /** @description Only these members. `id` is always there, and so is what other parameters ask for by name. */
                fields?: ("id" | "type" | "revision" | "publishedAt" | "embargoedUntil" | "contentUpdatedAt" | "updatedAt" | "locale" | "slug" | "title" | "items" | "translations")[];
                /** @description More conditions, as the JSON of an object, which may also join filters with `and`, `or` and `not`. They hold together with those of the other parameters. */
                filter?: components["schemas"]["FactBoxFilter"];
                /** @description How many entries at most: 1 to 100, usually 20. */
                first?: number;
                /** @description Also where `q` stands in each entry of the page. Costs about as much as the page itself. */
                highlights?: boolean;
                /** @description Relations to be answered whole. */
                include?: "translations"[];
                /** @description Written in this language. */
                locale?: string;
                /** @description Not translated into this language, as what is written in it is not. */
                notTranslatedInto?: string;
                /** @description `draft` answers as the desk sees everything, relations too: of each entry the newest revision. Needs the scope `preview`. `embargoed` answers as partners see it: what is under embargo as it will be, all else as it is public. Needs the scope `embargo`. */
                perspective?: "published" | "draft" | "embargoed";
                /** @description First published at this moment or later: RFC 3339, or as far from the present as `now-12h` or `today-7d`. */
                publishedAfter?: string;
                /** @description First published before this moment. */
                publishedBefore?: string;
                /** @description Found by this search query: words in any of their forms, `"several words"` exactly so, `-word` not there, `word*` the beginning of a word. At most 500 characters and 20 words. */
                q?: string;
                /** @description With a fact that somebody must look at before this day. */
                reviewBefore?: string;
                /** @description The order; `-` puts the greatest first. Usually `-publishedAt`, and `relevance` where `q` is searched for. */
                sort?: "-publishedAt" | "publishedAt" | "-contentUpdatedAt" | "contentUpdatedAt" | "-updatedAt" | "updatedAt" | "title" | "-title" | "reviewBy" | "-reviewBy" | "relevance";
                /** @description Whether to count the whole list. An estimate is exact up to 1000 and a lower bound beyond. */
                total?: "none" | "estimate" | "exact";
                /** @description Written in another language, and also public in this one. */
                translatedInto?: string;
                /** @description Last updated at this moment or later. */
                updatedAfter?: string;
                /** @description Last updated before this moment. */
                updatedBefore?: string;
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of fact boxes. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactBoxList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    create_fact_box: {
        parameters: {
            query?: {
                /** @description The id that it shall get: a UUID of your own, so that other writes can name it already. */
                id?: string;
                /** @description Why, for whoever reads the history: up to 5,000 characters. */
                note?: string;
            };
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "locale": "en",
                 *       "slug": "harbour",
                 *       "title": "Harbour opens"
                 *     }
                 */
                "application/json": components["schemas"]["Document"];
            };
        };
        responses: {
            /** @description It was made. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_fact_box: {
        parameters: {
            query?: {
                /** @description Answers as it would have been answered at this moment: everything, relations too, as it was public then. RFC 3339 with an offset; in the future only with the scope `preview`. */
                asOf?: string;
                /** @description Only these members. `id` is always there, and so is what other parameters ask for by name. */
                fields?: ("id" | "type" | "revision" | "publishedAt" | "embargoedUntil" | "contentUpdatedAt" | "updatedAt" | "locale" | "slug" | "title" | "items" | "translations")[];
                /** @description Relations to be answered whole. */
                include?: "translations"[];
                /** @description `draft` answers as the desk sees everything, relations too: of each entry the newest revision. Needs the scope `preview`. `embargoed` answers as partners see it: what is under embargo as it will be, all else as it is public. Needs the scope `embargo`. */
                perspective?: "published" | "draft" | "embargoed";
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fact box. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactBox"] | components["schemas"]["FactBoxFields"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    save_fact_box: {
        parameters: {
            query?: {
                /** @description Why, for whoever reads the history: up to 5,000 characters. */
                note?: string;
            };
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Harbour opens late"
                 *     }
                 */
                "application/json": components["schemas"]["Document"];
                /**
                 * @example {
                 *       "title": "Harbour opens late"
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["Document"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    archive_fact_box: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    kill_fact_box: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "note": "Court order 12/2026."
                 *     }
                 */
                "application/json": {
                    /** @description Why. */
                    note: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_preview_links_of_fact_box: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewLinks"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    create_preview_link_of_fact_box: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "note": "For the lawyer"
                 *     }
                 */
                "application/json": components["schemas"]["NewPreviewLink"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewLink"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    publish_fact_box: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "at": "2026-12-24T07:00:00Z"
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    at?: string;
                    embargo?: boolean;
                    material?: boolean;
                    /** @description Why. */
                    note?: string;
                    revision?: number;
                    /** Format: date-time */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    restore_fact_box: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "revision": 1
                 *     }
                 */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                    revision: number;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_revisions_of_fact_box: {
        parameters: {
            query?: {
                /** @description Only revisions before this number. */
                before?: number;
                /** @description How many revisions: 1 to 100, usually 20. */
                first?: number;
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_revision_of_fact_box: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
                /** @description The number of the revision. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revision"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    compare_revisions_of_fact_box: {
        parameters: {
            query?: {
                /** @description `json` unless given; `text` marks `[-deletions-]` and `{+insertions+}`, `html` has `del` and `ins`. */
                format?: "json" | "text" | "html";
                /** @description The revision that it is compared with; the one before it when it is not given. */
                from?: number;
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
                /** @description The number of the revision. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Diff"];
                    "text/html": string;
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    submit_fact_box: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    unarchive_fact_box: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    count_uses_of_fact_box: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdraw_fact_box: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "note": "The source took it back."
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    at?: string;
                    /** @description Why. */
                    note: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_working_copy_of_fact_box: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_fact_box_by_slug: {
        parameters: {
            query?: {
                /** @description Answers as it would have been answered at this moment: everything, relations too, as it was public then. RFC 3339 with an offset; in the future only with the scope `preview`. */
                asOf?: string;
                /** @description Only these members. `id` is always there, and so is what other parameters ask for by name. */
                fields?: ("id" | "type" | "revision" | "publishedAt" | "embargoedUntil" | "contentUpdatedAt" | "updatedAt" | "locale" | "slug" | "title" | "items" | "translations")[];
                /** @description Relations to be answered whole. */
                include?: "translations"[];
                /** @description `draft` answers as the desk sees everything, relations too: of each entry the newest revision. Needs the scope `preview`. `embargoed` answers as partners see it: what is under embargo as it will be, all else as it is public. Needs the scope `embargo`. */
                perspective?: "published" | "draft" | "embargoed";
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The language it is written in. */
                locale: string;
                /** @description Its slug, now or formerly. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fact box. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactBox"] | components["schemas"]["FactBoxFields"];
                };
            };
            301: components["responses"]["Moved"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_overdue_facts: {
        parameters: {
            query?: {
                /** @description Begins behind this cursor: `page.next` of the page before. */
                after?: string;
                /** @description Ends ahead of this cursor: `page.previous` of the page behind. Not together with `after`. */
                before?: string;
                /** @description The moment that is asked about, now unless it is given: facts whose day of review is over then, in UTC. */
                by?: string;
                /** @description How many entries at most: 1 to 100, usually 20. */
                first?: number;
                /** @description Written in this language. */
                locale?: string;
                /** @description Whether to count the whole list. An estimate is exact up to 1000 and a lower bound beyond. */
                total?: "none" | "estimate" | "exact";
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The entries, in the order of the list. */
                        data: components["schemas"]["OverdueFactBox"][];
                        /** @description Where the page stands. */
                        page: components["schemas"]["Page"];
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_images: {
        parameters: {
            query?: {
                /** @description Begins behind this cursor: `page.next` of the page before. */
                after?: string;
                /** @description Answers as it would have been answered at this moment: everything, relations too, as it was public then. RFC 3339 with an offset; in the future only with the scope `preview`. */
                asOf?: string;
                /** @description Ends ahead of this cursor: `page.previous` of the page behind. Not together with `after`. */
                before?: string;
                /** @description Only these members. `id` is always there, and so is what other parameters ask for by name. */
                fields?: ("id" | "type" | "revision" | "publishedAt" | "embargoedUntil" | "updatedAt" | "url" | "width" | "height" | "alt" | "caption" | "credit" | "licence" | "focalPoint")[];
                /** @description More conditions, as the JSON of an object, which may also join filters with `and`, `or` and `not`. They hold together with those of the other parameters. */
                filter?: components["schemas"]["EntryFilter"];
                /** @description How many entries at most: 1 to 100, usually 20. */
                first?: number;
                /** @description Also where `q` stands in each entry of the page. Costs about as much as the page itself. */
                highlights?: boolean;
                /** @description `draft` answers as the desk sees everything, relations too: of each entry the newest revision. Needs the scope `preview`. `embargoed` answers as partners see it: what is under embargo as it will be, all else as it is public. Needs the scope `embargo`. */
                perspective?: "published" | "draft" | "embargoed";
                /** @description First published at this moment or later: RFC 3339, or as far from the present as `now-12h` or `today-7d`. */
                publishedAfter?: string;
                /** @description First published before this moment. */
                publishedBefore?: string;
                /** @description Found by this search query: words in any of their forms, `"several words"` exactly so, `-word` not there, `word*` the beginning of a word. At most 500 characters and 20 words. */
                q?: string;
                /** @description The order; `-` puts the greatest first. Usually `-publishedAt`, and `relevance` where `q` is searched for. */
                sort?: "-publishedAt" | "publishedAt" | "-contentUpdatedAt" | "contentUpdatedAt" | "-updatedAt" | "updatedAt" | "title" | "-title" | "relevance";
                /** @description Whether to count the whole list. An estimate is exact up to 1000 and a lower bound beyond. */
                total?: "none" | "estimate" | "exact";
                /** @description Last updated at this moment or later. */
                updatedAfter?: string;
                /** @description Last updated before this moment. */
                updatedBefore?: string;
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of images. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    create_image: {
        parameters: {
            query?: {
                /** @description The id that it shall get: a UUID of your own, so that other writes can name it already. */
                id?: string;
                /** @description Why, for whoever reads the history: up to 5,000 characters. */
                note?: string;
            };
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "locale": "en",
                 *       "slug": "harbour",
                 *       "title": "Harbour opens"
                 *     }
                 */
                "application/json": components["schemas"]["Document"];
            };
        };
        responses: {
            /** @description It was made. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_image: {
        parameters: {
            query?: {
                /** @description Answers as it would have been answered at this moment: everything, relations too, as it was public then. RFC 3339 with an offset; in the future only with the scope `preview`. */
                asOf?: string;
                /** @description Only these members. `id` is always there, and so is what other parameters ask for by name. */
                fields?: ("id" | "type" | "revision" | "publishedAt" | "embargoedUntil" | "updatedAt" | "url" | "width" | "height" | "alt" | "caption" | "credit" | "licence" | "focalPoint")[];
                /** @description `draft` answers as the desk sees everything, relations too: of each entry the newest revision. Needs the scope `preview`. `embargoed` answers as partners see it: what is under embargo as it will be, all else as it is public. Needs the scope `embargo`. */
                perspective?: "published" | "draft" | "embargoed";
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The image. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Image"] | components["schemas"]["ImageFields"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    save_image: {
        parameters: {
            query?: {
                /** @description Why, for whoever reads the history: up to 5,000 characters. */
                note?: string;
            };
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Harbour opens late"
                 *     }
                 */
                "application/json": components["schemas"]["Document"];
                /**
                 * @example {
                 *       "title": "Harbour opens late"
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["Document"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    archive_image: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    replace_file_of_image: {
        parameters: {
            query?: {
                /** @description Why, for whoever reads the history: up to 5,000 characters. */
                note?: string;
            };
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "file": "…",
                 *       "data": {
                 *         "alt": "The harbour"
                 *       }
                 *     }
                 */
                "multipart/form-data": {
                    data?: {
                        /** @description What can be seen; empty, unless given, for a picture that only decorates. */
                        alt?: string;
                        /** @description What readers should know about it. */
                        caption?: string;
                        /** @description Whose it is, as printed. */
                        credit?: string;
                        focalPoint?: components["schemas"]["FocalPoint"];
                        /** @description An SPDX id or a URL. */
                        licence?: string;
                    };
                    /** @description A JPEG, PNG or WebP. Its name counts for nothing. */
                    file: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    kill_image: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "note": "Court order 12/2026."
                 *     }
                 */
                "application/json": {
                    /** @description Why. */
                    note: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_preview_links_of_image: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewLinks"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    create_preview_link_of_image: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "note": "For the lawyer"
                 *     }
                 */
                "application/json": components["schemas"]["NewPreviewLink"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewLink"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    publish_image: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "at": "2026-12-24T07:00:00Z"
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    at?: string;
                    embargo?: boolean;
                    material?: boolean;
                    /** @description Why. */
                    note?: string;
                    revision?: number;
                    /** Format: date-time */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    restore_image: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "revision": 1
                 *     }
                 */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                    revision: number;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_revisions_of_image: {
        parameters: {
            query?: {
                /** @description Only revisions before this number. */
                before?: number;
                /** @description How many revisions: 1 to 100, usually 20. */
                first?: number;
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_revision_of_image: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
                /** @description The number of the revision. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revision"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    compare_revisions_of_image: {
        parameters: {
            query?: {
                /** @description `json` unless given; `text` marks `[-deletions-]` and `{+insertions+}`, `html` has `del` and `ins`. */
                format?: "json" | "text" | "html";
                /** @description The revision that it is compared with; the one before it when it is not given. */
                from?: number;
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
                /** @description The number of the revision. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Diff"];
                    "text/html": string;
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    submit_image: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    unarchive_image: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdraw_image: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "note": "The source took it back."
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    at?: string;
                    /** @description Why. */
                    note: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_working_copy_of_image: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    fetch_image: {
        parameters: {
            query?: {
                /** @description The id that it shall get: a UUID of your own, so that other writes can name it already. */
                id?: string;
                /** @description Why, for whoever reads the history: up to 5,000 characters. */
                note?: string;
            };
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://pictures.example.org/harbour.jpg",
                 *       "alt": "The harbour"
                 *     }
                 */
                "application/json": {
                    /** @description What can be seen; empty, unless given, for a picture that only decorates. */
                    alt?: string;
                    /** @description What readers should know about it. */
                    caption?: string;
                    /** @description Whose it is, as printed. */
                    credit?: string;
                    focalPoint?: components["schemas"]["FocalPoint"];
                    /** @description An SPDX id or a URL. */
                    licence?: string;
                    /**
                     * Format: uri
                     * @description Where it is.
                     */
                    url: string;
                };
            };
        };
        responses: {
            /** @description It was made. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    upload_image: {
        parameters: {
            query?: {
                /** @description The id that it shall get: a UUID of your own, so that other writes can name it already. */
                id?: string;
                /** @description Why, for whoever reads the history: up to 5,000 characters. */
                note?: string;
            };
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "file": "…",
                 *       "data": {
                 *         "alt": "The harbour"
                 *       }
                 *     }
                 */
                "multipart/form-data": {
                    data?: {
                        /** @description What can be seen; empty, unless given, for a picture that only decorates. */
                        alt?: string;
                        /** @description What readers should know about it. */
                        caption?: string;
                        /** @description Whose it is, as printed. */
                        credit?: string;
                        focalPoint?: components["schemas"]["FocalPoint"];
                        /** @description An SPDX id or a URL. */
                        licence?: string;
                    };
                    /** @description A JPEG, PNG or WebP. Its name counts for nothing. */
                    file: string;
                };
            };
        };
        responses: {
            /** @description It was made. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All keys */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Keys"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    create_key: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Web desk",
                 *       "role": "editor"
                 *     }
                 */
                "application/json": components["schemas"]["NewKey"];
            };
        };
        responses: {
            /** @description Make a key */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    revoke_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the key. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoke a key */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotate_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the key. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rotate a key */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_media: {
        parameters: {
            query?: {
                /** @description `contain`, unless given, shows the whole picture inside `w` and `h`; `cover` cuts it to their proportions. */
                fit?: "contain" | "cover";
                /** @description The point that `cover` keeps in sight: x and y in thousandths from the upper left, as in `focalPoint`. */
                focus?: string;
                /** @description The format; that of the picture, unless given. A picture in another format has at most 4096 pixels on a side. */
                format?: "jpeg" | "png" | "webp";
                /** @description Height at most, in pixels: 1 to 4096. */
                h?: number;
                /** @description The quality of JPEG and WebP: 1 to 100, usually 80. */
                q?: number;
                /** @description Width at most, in pixels: 1 to 4096. */
                w?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The name of the file. */
                file: string;
                /** @description The image. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stored picture, or a variant of it. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                };
            };
            206: components["responses"]["Part"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_documents: {
        parameters: {
            query?: {
                /** @description Only documents whose ids come behind this one. */
                after?: string;
                /** @description How many documents: 1 to 100, usually 20. */
                first?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All trusted documents */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustedDocuments"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    trust_documents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "5d41402abc4b2a76b9719d911017c592": "query Front { articles(first: 3) { nodes { title } } }"
                 *     }
                 */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Trust documents */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManifestTaken"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the document. */
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A trusted document */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustedDocument"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    revoke_document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the document. */
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoke a document */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustedDocument"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    revoke_preview_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the link. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoke a preview link */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewLink"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    resolve: {
        parameters: {
            query: {
                /** @description Answers as it would have been answered at this moment: everything, relations too, as it was public then. RFC 3339 with an offset; in the future only with the scope `preview`. */
                asOf?: string;
                /** @description A path of the newsroom's site, or a whole URL of it. What follows `?` or `#`, a slash at the end, and whether it is `http` or `https` make no difference; letters may be percent-encoded. The page of an article, section, tag or author, as the settings `site_…_url` make it. */
                path: string;
                /** @description `draft` answers as the desk sees everything, relations too: of each entry the newest revision. Needs the scope `preview`. `embargoed` answers as partners see it: what is under embargo as it will be, all else as it is public. Needs the scope `embargo`. */
                perspective?: "published" | "draft" | "embargoed";
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What stands at an address */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resolution"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_sections: {
        parameters: {
            query?: {
                /** @description Begins behind this cursor: `page.next` of the page before. */
                after?: string;
                /** @description Answers as it would have been answered at this moment: everything, relations too, as it was public then. RFC 3339 with an offset; in the future only with the scope `preview`. */
                asOf?: string;
                /** @description Ends ahead of this cursor: `page.previous` of the page behind. Not together with `after`. */
                before?: string;
                /** @description Only these members. `id` is always there, and so is what other parameters ask for by name. */
                fields?: ("id" | "type" | "revision" | "publishedAt" | "embargoedUntil" | "updatedAt" | "slug" | "name" | "names" | "parent" | "ancestors" | "articles")[];
                /** @description More conditions, as the JSON of an object, which may also join filters with `and`, `or` and `not`. They hold together with those of the other parameters. */
                filter?: components["schemas"]["SectionFilter"];
                /** @description How many entries at most: 1 to 100, usually 20. */
                first?: number;
                /** @description Also where `q` stands in each entry of the page. Costs about as much as the page itself. */
                highlights?: boolean;
                /** @description The parent whole instead of by id; the sections above, from the top down; the latest articles and their number. */
                include?: ("parent" | "ancestors" | "articles")[];
                /** @description The languages of names, the best first: `uk,en`. Each goes before its wider parents. Without it, names come in the language of the article beside which they stand, then as `Accept-Language` prefers; then in the languages of the site, and then in the first there is. The answer says which was served. */
                locale?: string[];
                /** @description Directly below this section: id or slug. */
                parent?: string[];
                /** @description `draft` answers as the desk sees everything, relations too: of each entry the newest revision. Needs the scope `preview`. `embargoed` answers as partners see it: what is under embargo as it will be, all else as it is public. Needs the scope `embargo`. */
                perspective?: "published" | "draft" | "embargoed";
                /** @description First published at this moment or later: RFC 3339, or as far from the present as `now-12h` or `today-7d`. */
                publishedAfter?: string;
                /** @description First published before this moment. */
                publishedBefore?: string;
                /** @description Found by this search query: words in any of their forms, `"several words"` exactly so, `-word` not there, `word*` the beginning of a word. At most 500 characters and 20 words. */
                q?: string;
                /** @description The order; `-` puts the greatest first. Usually `-publishedAt`, and `relevance` where `q` is searched for. */
                sort?: "-publishedAt" | "publishedAt" | "-contentUpdatedAt" | "contentUpdatedAt" | "-updatedAt" | "updatedAt" | "title" | "-title" | "relevance";
                /** @description Whether to count the whole list. An estimate is exact up to 1000 and a lower bound beyond. */
                total?: "none" | "estimate" | "exact";
                /** @description Last updated at this moment or later. */
                updatedAfter?: string;
                /** @description Last updated before this moment. */
                updatedBefore?: string;
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of sections. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectionList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    create_section: {
        parameters: {
            query?: {
                /** @description The id that it shall get: a UUID of your own, so that other writes can name it already. */
                id?: string;
                /** @description Why, for whoever reads the history: up to 5,000 characters. */
                note?: string;
            };
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "locale": "en",
                 *       "slug": "harbour",
                 *       "title": "Harbour opens"
                 *     }
                 */
                "application/json": components["schemas"]["Document"];
            };
        };
        responses: {
            /** @description It was made. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_section: {
        parameters: {
            query?: {
                /** @description Answers as it would have been answered at this moment: everything, relations too, as it was public then. RFC 3339 with an offset; in the future only with the scope `preview`. */
                asOf?: string;
                /** @description Only these members. `id` is always there, and so is what other parameters ask for by name. */
                fields?: ("id" | "type" | "revision" | "publishedAt" | "embargoedUntil" | "updatedAt" | "slug" | "name" | "names" | "parent" | "ancestors" | "articles")[];
                /** @description The parent whole instead of by id; the sections above, from the top down; the latest articles and their number. */
                include?: ("parent" | "ancestors" | "articles")[];
                /** @description The languages of names, the best first: `uk,en`. Each goes before its wider parents. Without it, names come in the language of the article beside which they stand, then as `Accept-Language` prefers; then in the languages of the site, and then in the first there is. The answer says which was served. */
                locale?: string[];
                /** @description `draft` answers as the desk sees everything, relations too: of each entry the newest revision. Needs the scope `preview`. `embargoed` answers as partners see it: what is under embargo as it will be, all else as it is public. Needs the scope `embargo`. */
                perspective?: "published" | "draft" | "embargoed";
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id, or the slug, now or formerly. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The section. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Section"] | components["schemas"]["SectionFields"];
                };
            };
            301: components["responses"]["Moved"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    save_section: {
        parameters: {
            query?: {
                /** @description Why, for whoever reads the history: up to 5,000 characters. */
                note?: string;
            };
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Harbour opens late"
                 *     }
                 */
                "application/json": components["schemas"]["Document"];
                /**
                 * @example {
                 *       "title": "Harbour opens late"
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["Document"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    archive_section: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    kill_section: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "note": "Court order 12/2026."
                 *     }
                 */
                "application/json": {
                    /** @description Why. */
                    note: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_preview_links_of_section: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewLinks"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    create_preview_link_of_section: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "note": "For the lawyer"
                 *     }
                 */
                "application/json": components["schemas"]["NewPreviewLink"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewLink"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    publish_section: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "at": "2026-12-24T07:00:00Z"
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    at?: string;
                    embargo?: boolean;
                    material?: boolean;
                    /** @description Why. */
                    note?: string;
                    revision?: number;
                    /** Format: date-time */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    restore_section: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "revision": 1
                 *     }
                 */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                    revision: number;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_revisions_of_section: {
        parameters: {
            query?: {
                /** @description Only revisions before this number. */
                before?: number;
                /** @description How many revisions: 1 to 100, usually 20. */
                first?: number;
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_revision_of_section: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
                /** @description The number of the revision. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revision"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    compare_revisions_of_section: {
        parameters: {
            query?: {
                /** @description `json` unless given; `text` marks `[-deletions-]` and `{+insertions+}`, `html` has `del` and `ins`. */
                format?: "json" | "text" | "html";
                /** @description The revision that it is compared with; the one before it when it is not given. */
                from?: number;
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
                /** @description The number of the revision. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Diff"];
                    "text/html": string;
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    submit_section: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    unarchive_section: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdraw_section: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "note": "The source took it back."
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    at?: string;
                    /** @description Why. */
                    note: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_working_copy_of_section: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_section_tree: {
        parameters: {
            query?: {
                /** @description Counts only articles in this language; without it, every translation counts. */
                articleLocale?: string;
                /** @description Answers as it would have been answered at this moment: everything, relations too, as it was public then. RFC 3339 with an offset; in the future only with the scope `preview`. */
                asOf?: string;
                /** @description The languages of names, the best first: `uk,en`. Each goes before its wider parents. Without it, names come in the language of the article beside which they stand, then as `Accept-Language` prefers; then in the languages of the site, and then in the first there is. The answer says which was served. */
                locale?: string[];
                /** @description `draft` answers as the desk sees everything, relations too: of each entry the newest revision. Needs the scope `preview`. `embargoed` answers as partners see it: what is under embargo as it will be, all else as it is public. Needs the scope `embargo`. */
                perspective?: "published" | "draft" | "embargoed";
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tree of sections */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectionTree"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_tags: {
        parameters: {
            query?: {
                /** @description Begins behind this cursor: `page.next` of the page before. */
                after?: string;
                /** @description Answers as it would have been answered at this moment: everything, relations too, as it was public then. RFC 3339 with an offset; in the future only with the scope `preview`. */
                asOf?: string;
                /** @description Ends ahead of this cursor: `page.previous` of the page behind. Not together with `after`. */
                before?: string;
                /** @description Only these members. `id` is always there, and so is what other parameters ask for by name. */
                fields?: ("id" | "type" | "revision" | "publishedAt" | "embargoedUntil" | "updatedAt" | "slug" | "name" | "names" | "kind" | "sameAs" | "articles" | "relatedTags")[];
                /** @description More conditions, as the JSON of an object, which may also join filters with `and`, `or` and `not`. They hold together with those of the other parameters. */
                filter?: components["schemas"]["TagFilter"];
                /** @description How many entries at most: 1 to 100, usually 20. */
                first?: number;
                /** @description Also where `q` stands in each entry of the page. Costs about as much as the page itself. */
                highlights?: boolean;
                /** @description The latest articles and their number; the tags that most often stand together with this one. */
                include?: ("articles" | "relatedTags")[];
                /** @description Of this sort. Several: of one of them. */
                kind?: ("topic" | "person" | "place" | "organisation")[];
                /** @description The languages of names, the best first: `uk,en`. Each goes before its wider parents. Without it, names come in the language of the article beside which they stand, then as `Accept-Language` prefers; then in the languages of the site, and then in the first there is. The answer says which was served. */
                locale?: string[];
                /** @description `draft` answers as the desk sees everything, relations too: of each entry the newest revision. Needs the scope `preview`. `embargoed` answers as partners see it: what is under embargo as it will be, all else as it is public. Needs the scope `embargo`. */
                perspective?: "published" | "draft" | "embargoed";
                /** @description First published at this moment or later: RFC 3339, or as far from the present as `now-12h` or `today-7d`. */
                publishedAfter?: string;
                /** @description First published before this moment. */
                publishedBefore?: string;
                /** @description Found by this search query: words in any of their forms, `"several words"` exactly so, `-word` not there, `word*` the beginning of a word. At most 500 characters and 20 words. */
                q?: string;
                /** @description The order; `-` puts the greatest first. Usually `-publishedAt`, and `relevance` where `q` is searched for. */
                sort?: "-publishedAt" | "publishedAt" | "-contentUpdatedAt" | "contentUpdatedAt" | "-updatedAt" | "updatedAt" | "title" | "-title" | "relevance";
                /** @description Whether to count the whole list. An estimate is exact up to 1000 and a lower bound beyond. */
                total?: "none" | "estimate" | "exact";
                /** @description Last updated at this moment or later. */
                updatedAfter?: string;
                /** @description Last updated before this moment. */
                updatedBefore?: string;
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tags. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    create_tag: {
        parameters: {
            query?: {
                /** @description The id that it shall get: a UUID of your own, so that other writes can name it already. */
                id?: string;
                /** @description Why, for whoever reads the history: up to 5,000 characters. */
                note?: string;
            };
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "locale": "en",
                 *       "slug": "harbour",
                 *       "title": "Harbour opens"
                 *     }
                 */
                "application/json": components["schemas"]["Document"];
            };
        };
        responses: {
            /** @description It was made. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_tag: {
        parameters: {
            query?: {
                /** @description Answers as it would have been answered at this moment: everything, relations too, as it was public then. RFC 3339 with an offset; in the future only with the scope `preview`. */
                asOf?: string;
                /** @description Only these members. `id` is always there, and so is what other parameters ask for by name. */
                fields?: ("id" | "type" | "revision" | "publishedAt" | "embargoedUntil" | "updatedAt" | "slug" | "name" | "names" | "kind" | "sameAs" | "articles" | "relatedTags")[];
                /** @description The latest articles and their number; the tags that most often stand together with this one. */
                include?: ("articles" | "relatedTags")[];
                /** @description The languages of names, the best first: `uk,en`. Each goes before its wider parents. Without it, names come in the language of the article beside which they stand, then as `Accept-Language` prefers; then in the languages of the site, and then in the first there is. The answer says which was served. */
                locale?: string[];
                /** @description `draft` answers as the desk sees everything, relations too: of each entry the newest revision. Needs the scope `preview`. `embargoed` answers as partners see it: what is under embargo as it will be, all else as it is public. Needs the scope `embargo`. */
                perspective?: "published" | "draft" | "embargoed";
            };
            header?: {
                /** @description The `ETag` of the answer that you have: it is answered with 304 while it has not changed. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id, or the slug, now or formerly. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tag. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"] | components["schemas"]["TagFields"];
                };
            };
            301: components["responses"]["Moved"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    save_tag: {
        parameters: {
            query?: {
                /** @description Why, for whoever reads the history: up to 5,000 characters. */
                note?: string;
            };
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Harbour opens late"
                 *     }
                 */
                "application/json": components["schemas"]["Document"];
                /**
                 * @example {
                 *       "title": "Harbour opens late"
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["Document"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    archive_tag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    kill_tag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "note": "Court order 12/2026."
                 *     }
                 */
                "application/json": {
                    /** @description Why. */
                    note: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_preview_links_of_tag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewLinks"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    create_preview_link_of_tag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "note": "For the lawyer"
                 *     }
                 */
                "application/json": components["schemas"]["NewPreviewLink"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewLink"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    publish_tag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "at": "2026-12-24T07:00:00Z"
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    at?: string;
                    embargo?: boolean;
                    material?: boolean;
                    /** @description Why. */
                    note?: string;
                    revision?: number;
                    /** Format: date-time */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    restore_tag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "revision": 1
                 *     }
                 */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                    revision: number;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    list_revisions_of_tag: {
        parameters: {
            query?: {
                /** @description Only revisions before this number. */
                before?: number;
                /** @description How many revisions: 1 to 100, usually 20. */
                first?: number;
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_revision_of_tag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
                /** @description The number of the revision. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revision"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    compare_revisions_of_tag: {
        parameters: {
            query?: {
                /** @description `json` unless given; `text` marks `[-deletions-]` and `{+insertions+}`, `html` has `del` and `ins`. */
                format?: "json" | "text" | "html";
                /** @description The revision that it is compared with; the one before it when it is not given. */
                from?: number;
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
                /** @description The number of the revision. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Diff"];
                    "text/html": string;
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    submit_tag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    unarchive_tag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description Why. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdraw_tag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With another request it is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is 428. It is 412 when there is a newer revision, or when somebody has decided something since that you are about to decide anew. A revision alone in quotation marks says nothing of decisions. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "note": "The source took it back."
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    at?: string;
                    /** @description Why. */
                    note: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_working_copy_of_tag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            451: components["responses"]["Killed"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_whoami: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who am I */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Whoami"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
}
