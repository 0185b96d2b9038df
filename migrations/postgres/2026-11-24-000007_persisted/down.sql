DROP TABLE persisted_queries;
DROP TABLE trusted_documents;
