-- What each table and column holds; docs/schema.md is made of these.

COMMENT ON TABLE announcement_version IS 'What was believed of an act, and when. One row a version of an announcement.';
COMMENT ON COLUMN announcement_version.announcement_id IS 'The announcement: a key of the claim that first reported it.';
COMMENT ON COLUMN announcement_version.version_no IS 'Number of the version, from 1.';
COMMENT ON COLUMN announcement_version.recorded_from IS 'From when this was believed (UTC).';
COMMENT ON COLUMN announcement_version.recorded_to IS 'Until when this was believed (UTC); null for what is believed now.';
COMMENT ON COLUMN announcement_version.change_reason IS 'new, new_evidence, article_edited, correction, retraction, review or reparse.';
COMMENT ON COLUMN announcement_version.run_id IS 'The run that brought it.';
COMMENT ON COLUMN announcement_version.content_sha256 IS 'Hash of all that the version says.';
COMMENT ON COLUMN announcement_version.aid_type IS 'military, humanitarian, financial or development; null where it is not told.';
COMMENT ON COLUMN announcement_version.stage IS 'requested, under_discussion, pledged, committed, delivered or withheld.';
COMMENT ON COLUMN announcement_version.announced_on IS 'The day of the announcement; null where it cannot be known.';
COMMENT ON COLUMN announcement_version.independent_sources IS 'Sources that report it, copies of one text counted once.';
COMMENT ON COLUMN announcement_version.counts_in_totals IS 'Whether the act is more than talk and a report of it is in force.';
COMMENT ON COLUMN announcement_version.confidence IS 'How sure the reading is, 0 to 1.';
COMMENT ON COLUMN announcement_version.first_reported_on IS 'The day of the first report.';
COMMENT ON COLUMN announcement_version.donors IS 'Who gives, by name.';
COMMENT ON COLUMN announcement_version.recipients IS 'To whom, by name.';
COMMENT ON COLUMN announcement_version.donor_codes IS 'The codes of the donors.';
COMMENT ON COLUMN announcement_version.recipient_codes IS 'The codes of the recipients.';
COMMENT ON COLUMN announcement_version.what IS 'The things with their numbers, or the kind of aid.';
COMMENT ON COLUMN announcement_version.sum IS 'The sums as said.';
COMMENT ON COLUMN announcement_version.quote IS 'The words.';
COMMENT ON COLUMN announcement_version.link IS 'The page of the first report.';
COMMENT ON COLUMN announcement_version.reports IS 'Articles that report it as news.';
COMMENT ON COLUMN announcement_version.sources IS 'The sources that report it.';

COMMENT ON TABLE announcement_party IS 'Donors and recipients of an act. One row a version, role and party.';
COMMENT ON COLUMN announcement_party.announcement_id IS 'The announcement: a key of the claim that first reported it.';
COMMENT ON COLUMN announcement_party.version_no IS 'Number of the version, from 1.';
COMMENT ON COLUMN announcement_party.role IS 'donor or recipient.';
COMMENT ON COLUMN announcement_party.party_no IS 'Place among the parties of this role, from 0.';
COMMENT ON COLUMN announcement_party.party_id IS 'The party: ISO 3166-1 alpha-3 of a state, the code of an organisation, or ORG:, REG: or GROUP: and a name.';

COMMENT ON TABLE announcement_item IS 'Things of an act. One row a version and thing.';
COMMENT ON COLUMN announcement_item.announcement_id IS 'The announcement: a key of the claim that first reported it.';
COMMENT ON COLUMN announcement_item.version_no IS 'Number of the version, from 1.';
COMMENT ON COLUMN announcement_item.item_no IS 'Place among the items, from 0.';
COMMENT ON COLUMN announcement_item.item_id IS 'The item in the catalogue; null for what is not in it.';
COMMENT ON COLUMN announcement_item.name IS 'The thing as the fullest report names it.';
COMMENT ON COLUMN announcement_item.quantity_min IS 'At least so many; null where no lower bound is said.';
COMMENT ON COLUMN announcement_item.quantity_max IS 'At most so many; null where no upper bound is said.';
COMMENT ON COLUMN announcement_item.quantity_kind IS 'How the number is said: exact, at_least, up_to, approx, range, vague, withheld (declined to say) or not_stated.';
COMMENT ON COLUMN announcement_item.unit IS 'The unit of the number; null for pieces.';

COMMENT ON TABLE announcement_amount IS 'Sums of an act. One row a version and sum.';
COMMENT ON COLUMN announcement_amount.announcement_id IS 'The announcement: a key of the claim that first reported it.';
COMMENT ON COLUMN announcement_amount.version_no IS 'Number of the version, from 1.';
COMMENT ON COLUMN announcement_amount.amount_no IS 'Place among the sums, from 0.';
COMMENT ON COLUMN announcement_amount.value IS 'The sum as said, in units of the currency.';
COMMENT ON COLUMN announcement_amount.value_min IS 'Lower bound of a range; null where none is said.';
COMMENT ON COLUMN announcement_amount.value_max IS 'Upper bound of a range; null where none is said.';
COMMENT ON COLUMN announcement_amount.currency IS 'Currency (ISO 4217).';
COMMENT ON COLUMN announcement_amount.role IS 'What the sum is: package, part, running_total, annual, fund or unit_price. Never add different roles.';

COMMENT ON TABLE announcement_claim IS 'Which claims tell of an act, and how. One row a version and claim.';
COMMENT ON COLUMN announcement_claim.announcement_id IS 'The announcement: a key of the claim that first reported it.';
COMMENT ON COLUMN announcement_claim.version_no IS 'Number of the version, from 1.';
COMMENT ON COLUMN announcement_claim.claim_id IS 'The claim: a key of the article version and of all that is claimed.';
COMMENT ON COLUMN announcement_claim.relation IS 'first_report, repeats, adds_detail, updates, contradicts, retracts or background.';
COMMENT ON COLUMN announcement_claim.score IS 'How alike the claim and the one that it hangs on are, 0 to 1.';
COMMENT ON COLUMN announcement_claim.features IS 'What agreed: amount, item, count, copy (of the words), near (in time).';
COMMENT ON COLUMN announcement_claim.decided_by IS 'Who decided the match: rules, or a person.';
COMMENT ON COLUMN announcement_claim.in_force IS 'False for a claim whose article has a later version or reading.';

COMMENT ON TABLE status_event IS 'Stages that an act was said to have reached. One row a version and stage.';
COMMENT ON COLUMN status_event.announcement_id IS 'The announcement: a key of the claim that first reported it.';
COMMENT ON COLUMN status_event.version_no IS 'Number of the version, from 1.';
COMMENT ON COLUMN status_event.event_no IS 'Place among the events, from 0.';
COMMENT ON COLUMN status_event.stage IS 'requested, under_discussion, pledged, committed, delivered or withheld.';
COMMENT ON COLUMN status_event.on_date IS 'The day, where it is known.';
COMMENT ON COLUMN status_event.claim_id IS 'The claim: a key of the article version and of all that is claimed.';

COMMENT ON TABLE announcement_alias IS 'Ids under which an act was ever known, or would have been. One row an id.';
COMMENT ON COLUMN announcement_alias.alias_id IS 'The other id.';
COMMENT ON COLUMN announcement_alias.announcement_id IS 'The announcement: a key of the claim that first reported it.';

COMMENT ON TABLE announcement_link IS 'How acts hang together. One row a pair and kind.';
COMMENT ON COLUMN announcement_link.from_id IS 'The act that is part of, draws down, is funded by, supersedes or refers to another.';
COMMENT ON COLUMN announcement_link.to_id IS 'That other act.';
COMMENT ON COLUMN announcement_link.kind IS 'part_of, draws_down, funded_by, supersedes or refers_to.';
COMMENT ON COLUMN announcement_link.claim_id IS 'The claim that says so.';
