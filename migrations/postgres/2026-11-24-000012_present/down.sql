DROP INDEX editions_now;
