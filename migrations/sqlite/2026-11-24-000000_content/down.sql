DROP TABLE changes;
DROP TABLE slugs;
DROP TABLE edition_links;
DROP TABLE editions;
DROP TABLE publications;
DROP TABLE revisions;
DROP TABLE entries;
