DROP INDEX search_documents_untold;
