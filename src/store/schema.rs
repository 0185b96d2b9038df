//! The tables, as both databases have them. A test compares this with the migrations of each.

use super::types::sql::{Id, Json, UtcTime};
use diesel::table;

table! {
    use super::{Id, UtcTime};
    use diesel::sql_types::{Integer, Nullable, Text};
    entries (id) {
        id -> Id,
        kind -> Text,
        created_at -> UtcTime,
        latest_revision -> Integer,
        source_key -> Nullable<Text>,
        source_digest -> Nullable<Text>,
        submitted_revision -> Nullable<Integer>,
        archived_at -> Nullable<UtcTime>,
        killed_at -> Nullable<UtcTime>,
    }
}

table! {
    use super::{Id, Json, UtcTime};
    use diesel::sql_types::{Integer, Nullable, Text};
    revisions (entry_id, number) {
        entry_id -> Id,
        number -> Integer,
        saved_at -> UtcTime,
        actor -> Text,
        note -> Nullable<Text>,
        content -> Json,
        body -> Nullable<Json>,
        file -> Nullable<Text>,
    }
}

table! {
    use super::{Id, UtcTime};
    use diesel::sql_types::{Bool, Integer, Nullable};
    publications (entry_id, visible_from) {
        entry_id -> Id,
        revision -> Integer,
        visible_from -> UtcTime,
        visible_until -> Nullable<UtcTime>,
        material -> Bool,
        embargo -> Bool,
    }
}

table! {
    use super::{Id, UtcTime};
    use diesel::sql_types::{Bool, Integer, Nullable, Text};
    editions (entry_id, visible_from) {
        entry_id -> Id,
        kind -> Text,
        revision -> Integer,
        visible_from -> UtcTime,
        visible_until -> Nullable<UtcTime>,
        archived_at -> Nullable<UtcTime>,
        published_at -> UtcTime,
        content_updated_at -> UtcTime,
        locale -> Nullable<Text>,
        slug -> Nullable<Text>,
        title -> Text,
        variant -> Nullable<Text>,
        translation_group -> Nullable<Id>,
        corrected_at -> Nullable<UtcTime>,
        review_by -> Nullable<UtcTime>,
        embargo -> Bool,
        has_image -> Bool,
    }
}

table! {
    use super::{Id, UtcTime};
    use diesel::sql_types::{Integer, Nullable, Text};
    edition_links (entry_id, visible_from, role, target_id) {
        entry_id -> Id,
        visible_from -> UtcTime,
        role -> Text,
        target_id -> Id,
        pin -> Nullable<Integer>,
        kind -> Text,
        visible_until -> Nullable<UtcTime>,
        archived_at -> Nullable<UtcTime>,
        published_at -> UtcTime,
        title -> Text,
        content_updated_at -> UtcTime,
    }
}

table! {
    use super::Id;
    stale_candidates (entry_id) {
        entry_id -> Id,
    }
}

table! {
    use super::Id;
    use diesel::sql_types::{Bool, Text};
    slugs (slug, kind, locale) {
        kind -> Text,
        locale -> Text,
        slug -> Text,
        entry_id -> Id,
        alias -> Bool,
    }
}

table! {
    use super::{Id, UtcTime};
    use diesel::sql_types::{BigInt, Integer, Nullable, Text};
    changes (sequence) {
        sequence -> BigInt,
        at -> UtcTime,
        entry_id -> Id,
        kind -> Text,
        verb -> Text,
        revision -> Nullable<Integer>,
        cause -> Nullable<BigInt>,
        actor -> Text,
        note -> Nullable<Text>,
        effect -> Nullable<Text>,
    }
}

table! {
    use super::UtcTime;
    use diesel::sql_types::Integer;
    passed (id) {
        id -> Integer,
        until -> UtcTime,
    }
}

table! {
    use super::{Id, UtcTime};
    use diesel::sql_types::{Bool, Integer, Nullable, Text};
    working_copies (entry_id) {
        entry_id -> Id,
        kind -> Text,
        revision -> Integer,
        visible_from -> UtcTime,
        visible_until -> Nullable<UtcTime>,
        archived_at -> Nullable<UtcTime>,
        published_at -> UtcTime,
        content_updated_at -> UtcTime,
        locale -> Nullable<Text>,
        slug -> Nullable<Text>,
        title -> Text,
        variant -> Nullable<Text>,
        translation_group -> Nullable<Id>,
        corrected_at -> Nullable<UtcTime>,
        review_by -> Nullable<UtcTime>,
        embargo -> Bool,
        has_image -> Bool,
    }
}

table! {
    use super::{Id, UtcTime};
    use diesel::sql_types::{Integer, Nullable, Text};
    working_copy_links (entry_id, role, target_id) {
        entry_id -> Id,
        visible_from -> UtcTime,
        role -> Text,
        target_id -> Id,
        pin -> Nullable<Integer>,
        kind -> Text,
        visible_until -> Nullable<UtcTime>,
        archived_at -> Nullable<UtcTime>,
        published_at -> UtcTime,
        title -> Text,
        content_updated_at -> UtcTime,
    }
}

table! {
    use super::{Id, UtcTime};
    use diesel::sql_types::{Nullable, Text};
    access_keys (id) {
        id -> Id,
        name -> Text,
        scopes -> Text,
        digest -> Text,
        created_at -> UtcTime,
        created_by -> Text,
        expires_at -> Nullable<UtcTime>,
        revoked_at -> Nullable<UtcTime>,
        last_used_at -> Nullable<UtcTime>,
    }
}

table! {
    use super::{Id, UtcTime};
    use diesel::sql_types::{Integer, Nullable, Text};
    preview_links (id) {
        id -> Id,
        entry_id -> Id,
        revision -> Integer,
        kind -> Text,
        digest -> Text,
        note -> Nullable<Text>,
        created_at -> UtcTime,
        created_by -> Text,
        expires_at -> UtcTime,
        revoked_at -> Nullable<UtcTime>,
        last_used_at -> Nullable<UtcTime>,
    }
}

table! {
    use super::{Json, UtcTime};
    use diesel::sql_types::Text;
    idempotency (actor, key) {
        actor -> Text,
        key -> Text,
        digest -> Text,
        at -> UtcTime,
        answer -> Json,
    }
}

table! {
    use super::{Id, UtcTime};
    use diesel::sql_types::{BigInt, Bool, Integer, Nullable, Text};
    audit (sequence) {
        sequence -> BigInt,
        at -> UtcTime,
        actor -> Text,
        address -> Nullable<Text>,
        action -> Text,
        done -> Bool,
        entry_id -> Nullable<Id>,
        kind -> Nullable<Text>,
        before_revision -> Nullable<Integer>,
        after_revision -> Nullable<Integer>,
        note -> Nullable<Text>,
    }
}

table! {
    use super::UtcTime;
    use diesel::sql_types::{Integer, Text};
    media_files (digest) {
        digest -> Text,
        format -> Text,
        width -> Integer,
        height -> Integer,
        bytes -> Integer,
        stored_at -> UtcTime,
        stored_by -> Text,
    }
}

table! {
    use super::{Id, UtcTime};
    use diesel::sql_types::{BigInt, Binary, Integer, Nullable, Text};
    search_documents (doc) {
        doc -> BigInt,
        entry_id -> Id,
        revision -> Integer,
        published_at -> UtcTime,
        analysis -> Integer,
        digest -> Text,
        levels -> Binary,
        public_kind -> Nullable<Text>,
    }
}

table! {
    use diesel::sql_types::{BigInt, Nullable, Text};
    search_terms (term) {
        term -> Text,
        docs -> BigInt,
        reversed -> Nullable<Text>,
    }
}

table! {
    use super::UtcTime;
    use diesel::sql_types::{Nullable, Text};
    trusted_documents (id) {
        id -> Text,
        digest -> Text,
        text -> Text,
        operations -> Text,
        added_at -> UtcTime,
        added_by -> Text,
        last_used_at -> Nullable<UtcTime>,
    }
}

table! {
    use super::UtcTime;
    use diesel::sql_types::{Integer, Text};
    persisted_queries (digest) {
        digest -> Text,
        text -> Text,
        bytes -> Integer,
        last_used_at -> UtcTime,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    entries,
    revisions,
    publications,
    editions,
    edition_links,
    slugs,
    stale_candidates,
    changes,
    passed,
    working_copies,
    working_copy_links,
    access_keys,
    preview_links,
    idempotency,
    audit,
    media_files,
    search_documents,
    search_terms,
    trusted_documents,
    persisted_queries
);
