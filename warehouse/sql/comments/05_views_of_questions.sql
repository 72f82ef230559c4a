-- What each table and column holds; docs/schema.md is made of these.

COMMENT ON VIEW outcome_last IS 'What last became of each address. One row a source and address.';
COMMENT ON COLUMN outcome_last.source_id IS 'The source: the slug of its folder.';
COMMENT ON COLUMN outcome_last.url IS 'The address.';
COMMENT ON COLUMN outcome_last.outcome IS 'stored, unchanged, skipped or quarantined.';
COMMENT ON COLUMN outcome_last.reason_code IS 'Why, as a code; null where all is well.';
COMMENT ON COLUMN outcome_last.reason_message IS 'Why, for a person.';
COMMENT ON COLUMN outcome_last.raw_sha256 IS 'SHA-256 of the raw bytes, which lie in the archive.';
COMMENT ON COLUMN outcome_last.raw_segment IS 'The segment of the archive that holds the raw bytes.';
COMMENT ON COLUMN outcome_last.raw_offset IS 'Where in the segment their record begins, in bytes.';
COMMENT ON COLUMN outcome_last.loaded_at IS 'When it was loaded (UTC).';
COMMENT ON COLUMN outcome_last.run_id IS 'The run that brought it.';

COMMENT ON VIEW quarantine IS 'Addresses whose page could not be read, and where the bytes lie. One row an address.';
COMMENT ON COLUMN quarantine.source_id IS 'The source: the slug of its folder.';
COMMENT ON COLUMN quarantine.url IS 'The address.';
COMMENT ON COLUMN quarantine.reason_code IS 'Why, as a code; null where all is well.';
COMMENT ON COLUMN quarantine.reason_message IS 'Why, for a person.';
COMMENT ON COLUMN quarantine.raw_segment IS 'The segment of the archive that holds the raw bytes.';
COMMENT ON COLUMN quarantine.raw_offset IS 'Where in the segment their record begins, in bytes.';
COMMENT ON COLUMN quarantine.raw_sha256 IS 'SHA-256 of the raw bytes, which lie in the archive.';
COMMENT ON COLUMN quarantine.loaded_at IS 'When it was loaded (UTC).';

COMMENT ON VIEW skipped IS 'Addresses that were left out on purpose, and why. One row an address.';
COMMENT ON COLUMN skipped.source_id IS 'The source: the slug of its folder.';
COMMENT ON COLUMN skipped.url IS 'The address.';
COMMENT ON COLUMN skipped.reason_code IS 'Why, as a code; null where all is well.';
COMMENT ON COLUMN skipped.reason_message IS 'Why, for a person.';
COMMENT ON COLUMN skipped.loaded_at IS 'When it was loaded (UTC).';

COMMENT ON VIEW source_health IS 'How sources are. One row a source.';
COMMENT ON COLUMN source_health.source_id IS 'The source: the slug of its folder.';
COMMENT ON COLUMN source_health.name IS 'Its name.';
COMMENT ON COLUMN source_health.feeds IS 'Feeds.';
COMMENT ON COLUMN source_health.failures IS 'The most failed polls in a row of any feed.';
COMMENT ON COLUMN source_health.last_polled_at IS 'When a feed was last polled (UTC).';
COMMENT ON COLUMN source_health.last_answer_at IS 'When it last answered (UTC).';
COMMENT ON COLUMN source_health.requests IS 'Requests so far.';
COMMENT ON COLUMN source_health.failed_requests IS 'Those that brought nothing.';
COMMENT ON COLUMN source_health.articles IS 'Articles so far.';
COMMENT ON COLUMN source_health.claims IS 'Claims so far, in force or not.';
COMMENT ON COLUMN source_health.last_article_at IS 'When the last article came (UTC).';

COMMENT ON VIEW money_by_month IS 'Sums by month, donor and kind; joint gifts and what has no sum stand apart. One row a month, donor and kind.';
COMMENT ON COLUMN money_by_month.month IS 'First day of the month.';
COMMENT ON COLUMN money_by_month.donor IS 'The code of the donor.';
COMMENT ON COLUMN money_by_month.donor_name IS 'The name of the donor.';
COMMENT ON COLUMN money_by_month.aid_type IS 'military, humanitarian, financial or development; null where it is not told.';
COMMENT ON COLUMN money_by_month.announcements IS 'Acts that count.';
COMMENT ON COLUMN money_by_month.without_sum IS 'Those of them without a sum in euros.';
COMMENT ON COLUMN money_by_month.eur_low IS 'At least so many euros, given alone.';
COMMENT ON COLUMN money_by_month.eur_high IS 'At most so many euros, given alone.';
COMMENT ON COLUMN money_by_month.joint IS 'Acts given with others.';
COMMENT ON COLUMN money_by_month.joint_eur_low IS 'At least so many euros, given with others.';
COMMENT ON COLUMN money_by_month.joint_eur_high IS 'At most so many euros, given with others.';

COMMENT ON VIEW pledged_against_delivered IS 'Numbers promised and delivered. One row a donor and item.';
COMMENT ON COLUMN pledged_against_delivered.donor IS 'The code of the donor.';
COMMENT ON COLUMN pledged_against_delivered.donor_name IS 'The name of the donor.';
COMMENT ON COLUMN pledged_against_delivered.item IS 'The item, or its name off the catalogue.';
COMMENT ON COLUMN pledged_against_delivered.item_name IS 'Its name.';
COMMENT ON COLUMN pledged_against_delivered.batches IS 'Acts that name it.';
COMMENT ON COLUMN pledged_against_delivered.batches_without_number IS 'Those without a number.';
COMMENT ON COLUMN pledged_against_delivered.at_least IS 'Sum of the lower bounds.';
COMMENT ON COLUMN pledged_against_delivered.at_most IS 'Sum of the upper bounds; null where one is open.';
COMMENT ON COLUMN pledged_against_delivered.delivered_at_least IS 'Sum of the lower bounds of what was delivered.';
COMMENT ON COLUMN pledged_against_delivered.batches_delivered IS 'Acts that were delivered.';

COMMENT ON VIEW delivery_lag IS 'Days from announcement to delivery. One row an act, donor and category.';
COMMENT ON COLUMN delivery_lag.announcement_id IS 'The announcement: a key of the claim that first reported it.';
COMMENT ON COLUMN delivery_lag.donor IS 'The code of the donor.';
COMMENT ON COLUMN delivery_lag.aid_type IS 'military, humanitarian, financial or development; null where it is not told.';
COMMENT ON COLUMN delivery_lag.category IS 'The category of the item in the catalogue.';
COMMENT ON COLUMN delivery_lag.announced_on IS 'The day of the announcement; null where it cannot be known.';
COMMENT ON COLUMN delivery_lag.delivered_on IS 'The day of delivery.';
COMMENT ON COLUMN delivery_lag.days IS 'Days between.';

COMMENT ON VIEW withheld_quantities IS 'Who does not say how many. One row a donor.';
COMMENT ON COLUMN withheld_quantities.donor IS 'The code of the donor.';
COMMENT ON COLUMN withheld_quantities.donor_name IS 'The name of the donor.';
COMMENT ON COLUMN withheld_quantities.items IS 'Things given.';
COMMENT ON COLUMN withheld_quantities.withheld IS 'Those whose number was withheld.';
COMMENT ON COLUMN withheld_quantities.not_stated IS 'Those whose number was not stated.';
COMMENT ON COLUMN withheld_quantities.vague IS 'Those with a vague number.';

COMMENT ON VIEW disagreements IS 'Where outlets disagree. One row an act and matter.';
COMMENT ON COLUMN disagreements.announcement_id IS 'The announcement: a key of the claim that first reported it.';
COMMENT ON COLUMN disagreements.what IS 'stage, quantity of a thing, or sum in a currency.';
COMMENT ON COLUMN disagreements.versions IS 'What was said.';
COMMENT ON COLUMN disagreements.sources IS 'Who said something on it.';

COMMENT ON VIEW unconfirmed IS 'Acts that no word of the donor confirms. One row an act.';
COMMENT ON COLUMN unconfirmed.announcement_id IS 'The announcement: a key of the claim that first reported it.';
COMMENT ON COLUMN unconfirmed.on_whose_word IS 'On whose word it rests.';
COMMENT ON COLUMN unconfirmed.claims IS 'Claims in force.';

COMMENT ON VIEW edited_after_reading IS 'Acts that rest on an article that has a later version. One row an act and later version.';
COMMENT ON COLUMN edited_after_reading.announcement_id IS 'The announcement: a key of the claim that first reported it.';
COMMENT ON COLUMN edited_after_reading.url IS 'The page.';
COMMENT ON COLUMN edited_after_reading.version_no IS 'Number of the version, from 1.';
COMMENT ON COLUMN edited_after_reading.edited_at IS 'When the later version was first fetched (UTC).';
COMMENT ON COLUMN edited_after_reading.correction_note IS 'The note of correction that the page carries.';

COMMENT ON VIEW first_reports IS 'Who reported first, and when officials did. One row an act.';
COMMENT ON COLUMN first_reports.announcement_id IS 'The announcement: a key of the claim that first reported it.';
COMMENT ON COLUMN first_reports.first_source IS 'The first source.';
COMMENT ON COLUMN first_reports.first_at IS 'When (UTC).';
COMMENT ON COLUMN first_reports.first_official_at IS 'When the first official source did (UTC).';

COMMENT ON VIEW ungrounded_fields IS 'Fields without words, and claims of low confidence. One row an act, claim and field.';
COMMENT ON COLUMN ungrounded_fields.announcement_id IS 'The announcement: a key of the claim that first reported it.';
COMMENT ON COLUMN ungrounded_fields.claim_id IS 'The claim: a key of the article version and of all that is claimed.';
COMMENT ON COLUMN ungrounded_fields.field IS 'The field that the words say: donors[0], items[1].quantity, stage, act.';
COMMENT ON COLUMN ungrounded_fields.confidence IS 'How sure the reading is, 0 to 1.';
COMMENT ON COLUMN ungrounded_fields.url IS 'The page.';

COMMENT ON VIEW run_changes IS 'What each run changed. One row a version of an announcement.';
COMMENT ON COLUMN run_changes.run_id IS 'The run that brought it.';
COMMENT ON COLUMN run_changes.trigger_kind IS 'What set the run off.';
COMMENT ON COLUMN run_changes.change_reason IS 'Why the version came about.';
COMMENT ON COLUMN run_changes.recorded_from IS 'From when this was believed (UTC).';
COMMENT ON COLUMN run_changes.announcement_id IS 'The announcement: a key of the claim that first reported it.';
COMMENT ON COLUMN run_changes.version_no IS 'Number of the version, from 1.';
COMMENT ON COLUMN run_changes.stage IS 'requested, under_discussion, pledged, committed, delivered or withheld.';
COMMENT ON COLUMN run_changes.stage_before IS 'The stage in the version before.';
