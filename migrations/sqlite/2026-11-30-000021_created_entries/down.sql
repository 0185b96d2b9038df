DROP INDEX entries_created;
