DROP INDEX edition_links_sections;
