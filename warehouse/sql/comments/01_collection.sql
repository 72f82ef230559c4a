-- What each table and column holds; docs/schema.md is made of these.

COMMENT ON TABLE schema_migration IS 'The migrations that this database has had. One row a migration.';
COMMENT ON COLUMN schema_migration.name IS 'File name without the ending.';
COMMENT ON COLUMN schema_migration.sha256 IS 'SHA-256 of its text.';
COMMENT ON COLUMN schema_migration.applied_at IS 'When it was applied (UTC).';

COMMENT ON TABLE schema_definition IS 'The views, macros and comments that this database has. One row.';
COMMENT ON COLUMN schema_definition.sha256 IS 'SHA-256 of all of them.';

COMMENT ON TABLE run IS 'Runs of the pipeline. One row a run.';
COMMENT ON COLUMN run.run_id IS 'The run.';
COMMENT ON COLUMN run.flow IS 'The flow that ran.';
COMMENT ON COLUMN run.trigger_kind IS 'What set it off: schedule, backfill, manual, reparse, rebuild, demo or test.';
COMMENT ON COLUMN run.code_version IS 'The version of Aidwire.';
COMMENT ON COLUMN run.started_at IS 'When it began (UTC).';
COMMENT ON COLUMN run.ended_at IS 'When it ended (UTC); null while it runs or where it was killed.';
COMMENT ON COLUMN run.state IS 'running, done, part or failed.';

COMMENT ON TABLE source IS 'Registered sources. One row a source.';
COMMENT ON COLUMN source.source_id IS 'The source: the slug of its folder.';
COMMENT ON COLUMN source.name IS 'Its name.';
COMMENT ON COLUMN source.home IS 'Its home page.';
COMMENT ON COLUMN source.country IS 'The party whose voice it is.';
COMMENT ON COLUMN source.language IS 'Language code (ISO 639-1).';
COMMENT ON COLUMN source.kind IS 'The kind of source: a ministry, an organisation, a wire, a newspaper.';
COMMENT ON COLUMN source.tier IS '1 the own word of a party, 2 a professional newsroom, 3 what repeats others.';
COMMENT ON COLUMN source.terms IS 'On what terms it lets its text be used.';

COMMENT ON TABLE feed IS 'Feeds and where each stands. One row a feed.';
COMMENT ON COLUMN feed.feed_url IS 'The address of the feed.';
COMMENT ON COLUMN feed.source_id IS 'The source: the slug of its folder.';
COMMENT ON COLUMN feed.etag IS 'The ETag that the server gave.';
COMMENT ON COLUMN feed.last_modified IS 'The Last-Modified that the server gave.';
COMMENT ON COLUMN feed.body_sha256 IS 'SHA-256 of its last body.';
COMMENT ON COLUMN feed.checked_at IS 'When it was last polled (UTC).';
COMMENT ON COLUMN feed.changed_at IS 'When it last had something new (UTC).';
COMMENT ON COLUMN feed.next_poll_at IS 'When it is due again (UTC).';
COMMENT ON COLUMN feed.poll_minutes IS 'Minutes between polls.';
COMMENT ON COLUMN feed.failures IS 'Failed polls in a row.';
COMMENT ON COLUMN feed.moved_to IS 'The address that it says it has moved to.';
COMMENT ON COLUMN feed.moved_seen IS 'How often in a row it said so.';
COMMENT ON COLUMN feed.entries_seen IS 'Entries in its last body.';

COMMENT ON TABLE load_window IS 'The ledger of loads. One row a window and run.';
COMMENT ON COLUMN load_window.source_id IS 'The source: the slug of its folder.';
COMMENT ON COLUMN load_window.window_key IS 'The window of work that was loaded in one transaction.';
COMMENT ON COLUMN load_window.run_id IS 'The run that brought it.';
COMMENT ON COLUMN load_window.content_sha256 IS 'Hash of all that was loaded: a repeat has the same.';
COMMENT ON COLUMN load_window.loaded_at IS 'When it was loaded (UTC).';
COMMENT ON COLUMN load_window.fetches IS 'Fetches in the window.';
COMMENT ON COLUMN load_window.entries IS 'Feed entries in the window.';
COMMENT ON COLUMN load_window.pages IS 'Addresses in the window.';
COMMENT ON COLUMN load_window.stored IS 'Pages stored.';
COMMENT ON COLUMN load_window.skipped IS 'Pages skipped.';
COMMENT ON COLUMN load_window.quarantined IS 'Pages quarantined.';
COMMENT ON COLUMN load_window.claims IS 'Claims in the window.';
COMMENT ON COLUMN load_window.articles_changed IS 'Articles that got a new version.';
COMMENT ON COLUMN load_window.new_versions IS 'New article versions.';
COMMENT ON COLUMN load_window.new_claims IS 'New claims.';

COMMENT ON TABLE http_fetch IS 'The log of requests. One row a request.';
COMMENT ON COLUMN http_fetch.fetch_id IS 'A key of run, address and moment.';
COMMENT ON COLUMN http_fetch.run_id IS 'The run that brought it.';
COMMENT ON COLUMN http_fetch.source_id IS 'The source: the slug of its folder.';
COMMENT ON COLUMN http_fetch.url IS 'The address asked for.';
COMMENT ON COLUMN http_fetch.final_url IS 'The address that answered, after redirects.';
COMMENT ON COLUMN http_fetch.requested_at IS 'When it was asked (UTC).';
COMMENT ON COLUMN http_fetch.outcome IS 'What came of it: ok, not_modified, gone, timeout ...';
COMMENT ON COLUMN http_fetch.status IS 'HTTP status.';
COMMENT ON COLUMN http_fetch.error IS 'What went wrong.';
COMMENT ON COLUMN http_fetch.content_type IS 'Content type as told.';
COMMENT ON COLUMN http_fetch.body_bytes IS 'Bytes of the body.';
COMMENT ON COLUMN http_fetch.duration_ms IS 'Milliseconds it took.';
COMMENT ON COLUMN http_fetch.etag IS 'The ETag that the server gave.';
COMMENT ON COLUMN http_fetch.last_modified IS 'The Last-Modified that the server gave.';
COMMENT ON COLUMN http_fetch.raw_sha256 IS 'SHA-256 of the raw bytes, which lie in the archive.';
COMMENT ON COLUMN http_fetch.raw_segment IS 'The segment of the archive that holds the raw bytes.';
COMMENT ON COLUMN http_fetch.raw_offset IS 'Where in the segment their record begins, in bytes.';

COMMENT ON TABLE feed_entry IS 'Entries of feeds. One row a wording of an entry.';
COMMENT ON COLUMN feed_entry.entry_id IS 'A key of feed and wording.';
COMMENT ON COLUMN feed_entry.feed_url IS 'The feed.';
COMMENT ON COLUMN feed_entry.url IS 'The address.';
COMMENT ON COLUMN feed_entry.guid IS 'The identifier that the feed gives.';
COMMENT ON COLUMN feed_entry.title IS 'The title as published.';
COMMENT ON COLUMN feed_entry.summary IS 'The summary, without markup.';
COMMENT ON COLUMN feed_entry.published_on IS 'The day of publication in the zone of the outlet; null where none is told.';
COMMENT ON COLUMN feed_entry.published_at IS 'The moment of publication (UTC); null where no time is told.';
COMMENT ON COLUMN feed_entry.published_raw IS 'The date as the feed writes it.';
COMMENT ON COLUMN feed_entry.updated_at IS 'When the entry says it was changed (UTC).';
COMMENT ON COLUMN feed_entry.language IS 'Language code (ISO 639-1).';
COMMENT ON COLUMN feed_entry.first_seen_at IS 'When it was first fetched (UTC).';

COMMENT ON TABLE article IS 'Articles. One row an article.';
COMMENT ON COLUMN article.article_id IS 'The article: a key of its canonical address.';
COMMENT ON COLUMN article.source_id IS 'The source: the slug of its folder.';
COMMENT ON COLUMN article.url IS 'Its canonical address.';
COMMENT ON COLUMN article.first_seen_at IS 'When it was first fetched (UTC).';
COMMENT ON COLUMN article.gone_at IS 'When it was found gone (UTC); null while it answers.';
COMMENT ON COLUMN article.gone_run_id IS 'The run that found it gone.';

COMMENT ON TABLE article_address IS 'Addresses at which articles were met. One row an address and article.';
COMMENT ON COLUMN article_address.url IS 'The address.';
COMMENT ON COLUMN article_address.article_id IS 'The article: a key of its canonical address.';

COMMENT ON TABLE article_version IS 'What an article said. One row a wording of an article.';
COMMENT ON COLUMN article_version.version_id IS 'The article version: a key of the article and its text.';
COMMENT ON COLUMN article_version.article_id IS 'The article: a key of its canonical address.';
COMMENT ON COLUMN article_version.title IS 'The title as published.';
COMMENT ON COLUMN article_version.reading_text IS 'Title and text, in which the evidence points; null where nothing was claimed, for the text lies in the archive.';
COMMENT ON COLUMN article_version.text_sha256 IS 'SHA-256 of the reading text.';
COMMENT ON COLUMN article_version.text_length IS 'Code points of the reading text.';
COMMENT ON COLUMN article_version.byline IS 'Who wrote it.';
COMMENT ON COLUMN article_version.section IS 'The section of the outlet.';
COMMENT ON COLUMN article_version.language IS 'Language code (ISO 639-1).';
COMMENT ON COLUMN article_version.published_on IS 'The day of publication in the zone of the outlet; null where none is told.';
COMMENT ON COLUMN article_version.published_at IS 'The moment of publication (UTC); null where no time is told.';
COMMENT ON COLUMN article_version.published_date_basis IS 'Where the date comes from: jsonld, meta, feed, url, text or unknown.';
COMMENT ON COLUMN article_version.modified_at IS 'When the page says it was changed (UTC).';
COMMENT ON COLUMN article_version.publisher IS 'The publisher as the page names it.';
COMMENT ON COLUMN article_version.tags IS 'Tags of the page.';
COMMENT ON COLUMN article_version.paywalled IS 'Whether the page holds back part of its text.';
COMMENT ON COLUMN article_version.correction_note IS 'The note of correction that the page carries.';
COMMENT ON COLUMN article_version.body_basis IS 'page, or feed where only the feed has the text.';
COMMENT ON COLUMN article_version.method IS 'What took the text out of the page.';
COMMENT ON COLUMN article_version.fingerprint IS 'Bottom-k hashes of the text, by which copies are known.';
COMMENT ON COLUMN article_version.raw_sha256 IS 'SHA-256 of the raw bytes, which lie in the archive.';
COMMENT ON COLUMN article_version.raw_segment IS 'The segment of the archive that holds the raw bytes.';
COMMENT ON COLUMN article_version.raw_offset IS 'Where in the segment their record begins, in bytes.';
COMMENT ON COLUMN article_version.first_seen_at IS 'When it was first fetched (UTC).';
COMMENT ON COLUMN article_version.last_seen_at IS 'When it was last fetched with this content (UTC).';
COMMENT ON COLUMN article_version.run_id IS 'The run that brought it.';

COMMENT ON TABLE page_outcome IS 'What became of each address in a window. One row an address, window and run.';
COMMENT ON COLUMN page_outcome.source_id IS 'The source: the slug of its folder.';
COMMENT ON COLUMN page_outcome.window_key IS 'The window of work that was loaded in one transaction.';
COMMENT ON COLUMN page_outcome.url IS 'The address.';
COMMENT ON COLUMN page_outcome.run_id IS 'The run that brought it.';
COMMENT ON COLUMN page_outcome.outcome IS 'stored, unchanged, skipped or quarantined.';
COMMENT ON COLUMN page_outcome.reason_code IS 'Why, as a code; null where all is well.';
COMMENT ON COLUMN page_outcome.reason_message IS 'Why, for a person.';
COMMENT ON COLUMN page_outcome.version_id IS 'The article version: a key of the article and its text.';
COMMENT ON COLUMN page_outcome.raw_sha256 IS 'SHA-256 of the raw bytes, which lie in the archive.';
COMMENT ON COLUMN page_outcome.raw_segment IS 'The segment of the archive that holds the raw bytes.';
COMMENT ON COLUMN page_outcome.raw_offset IS 'Where in the segment their record begins, in bytes.';
COMMENT ON COLUMN page_outcome.loaded_at IS 'When it was loaded (UTC).';

COMMENT ON TABLE reference_file IS 'Reference data that was loaded. One row a file.';
COMMENT ON COLUMN reference_file.name IS 'The file.';
COMMENT ON COLUMN reference_file.sha256 IS 'SHA-256 of its bytes.';
COMMENT ON COLUMN reference_file.loaded_at IS 'When it was loaded (UTC).';

COMMENT ON TABLE fx_rate IS 'Euro reference rates. One row a currency and business day.';
COMMENT ON COLUMN fx_rate.currency IS 'Currency (ISO 4217).';
COMMENT ON COLUMN fx_rate.rate_date IS 'The day of the rate.';
COMMENT ON COLUMN fx_rate.per_euro IS 'Units of the currency for one euro.';
COMMENT ON COLUMN fx_rate.provider IS 'Who sets the rate.';

COMMENT ON TABLE party IS 'Names of parties. One row a party.';
COMMENT ON COLUMN party.party_id IS 'The party: ISO 3166-1 alpha-3 of a state, the code of an organisation, or ORG:, REG: or GROUP: and a name.';
COMMENT ON COLUMN party.name IS 'The name in English.';
COMMENT ON COLUMN party.kind IS 'state, organisation or group.';

COMMENT ON TABLE item IS 'The catalogue of items. One row an item.';
COMMENT ON COLUMN item.item_id IS 'The item.';
COMMENT ON COLUMN item.name IS 'The name in English.';
COMMENT ON COLUMN item.category IS 'The category of the item in the catalogue.';
