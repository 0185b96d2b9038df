-- What walks over everything goes in the order in which it came: so what is made anew stands as it would have.
CREATE INDEX entries_created ON entries (created_at, id);
