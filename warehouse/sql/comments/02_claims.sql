-- What each table and column holds; docs/schema.md is made of these.

COMMENT ON TABLE reading IS 'Readings of article versions. One row a version and extractor.';
COMMENT ON COLUMN reading.reading_id IS 'A key of version and extractor.';
COMMENT ON COLUMN reading.version_id IS 'The article version: a key of the article and its text.';
COMMENT ON COLUMN reading.extractor_id IS 'The extractor and its version.';
COMMENT ON COLUMN reading.issue_code IS 'Why no claims could be looked for, as a code.';
COMMENT ON COLUMN reading.issue_message IS 'The same for a person.';
COMMENT ON COLUMN reading.claims IS 'Claims found.';
COMMENT ON COLUMN reading.read_at IS 'When it was read (UTC).';
COMMENT ON COLUMN reading.run_id IS 'The run that brought it.';

COMMENT ON TABLE reading_claim IS 'Which claims a reading made. One row a reading and claim.';
COMMENT ON COLUMN reading_claim.reading_id IS 'The reading.';
COMMENT ON COLUMN reading_claim.claim_id IS 'The claim: a key of the article version and of all that is claimed.';
COMMENT ON COLUMN reading_claim.confidence IS 'How sure the reading is, 0 to 1.';

COMMENT ON TABLE claim IS 'What one version of one article says about one act of aid. One row a claim.';
COMMENT ON COLUMN claim.claim_id IS 'The claim: a key of the article version and of all that is claimed.';
COMMENT ON COLUMN claim.version_id IS 'The article version: a key of the article and its text.';
COMMENT ON COLUMN claim.aid_type IS 'military, humanitarian, financial or development; null where it is not told.';
COMMENT ON COLUMN claim.stage IS 'requested, under_discussion, pledged, committed, delivered or withheld.';
COMMENT ON COLUMN claim.novelty IS 'new (the news of the text) or background (an earlier act, told as history).';
COMMENT ON COLUMN claim.announced_on IS 'The day of the announcement; null where it cannot be known.';
COMMENT ON COLUMN claim.attribution IS 'On whose word: donor_official, recipient_official, third_party_official, anonymous_official, document or outlet.';
COMMENT ON COLUMN claim.official_name IS 'The official who says it, where named.';
COMMENT ON COLUMN claim.official_role IS 'The office of that official.';

COMMENT ON TABLE claim_party IS 'Donors and recipients of claims. One row a party and role.';
COMMENT ON COLUMN claim_party.claim_id IS 'The claim: a key of the article version and of all that is claimed.';
COMMENT ON COLUMN claim_party.role IS 'donor or recipient.';
COMMENT ON COLUMN claim_party.party_no IS 'Place among the parties of this role, from 0.';
COMMENT ON COLUMN claim_party.party_id IS 'The party: ISO 3166-1 alpha-3 of a state, the code of an organisation, or ORG:, REG: or GROUP: and a name.';

COMMENT ON TABLE claim_item IS 'Things that claims name. One row a thing.';
COMMENT ON COLUMN claim_item.claim_id IS 'The claim: a key of the article version and of all that is claimed.';
COMMENT ON COLUMN claim_item.item_no IS 'Place among the items, from 0.';
COMMENT ON COLUMN claim_item.item_id IS 'The item in the catalogue; null for what is not in it.';
COMMENT ON COLUMN claim_item.name IS 'The thing as the text names it, without its number.';
COMMENT ON COLUMN claim_item.quantity_min IS 'At least so many; null where no lower bound is said.';
COMMENT ON COLUMN claim_item.quantity_max IS 'At most so many; null where no upper bound is said.';
COMMENT ON COLUMN claim_item.quantity_kind IS 'How the number is said: exact, at_least, up_to, approx, range, vague, withheld (declined to say) or not_stated.';
COMMENT ON COLUMN claim_item.unit IS 'The unit of the number; null for pieces.';

COMMENT ON TABLE claim_amount IS 'Sums that claims name. One row a sum.';
COMMENT ON COLUMN claim_amount.claim_id IS 'The claim: a key of the article version and of all that is claimed.';
COMMENT ON COLUMN claim_amount.amount_no IS 'Place among the sums, from 0.';
COMMENT ON COLUMN claim_amount.value IS 'The sum as said, in units of the currency.';
COMMENT ON COLUMN claim_amount.value_min IS 'Lower bound of a range; null where none is said.';
COMMENT ON COLUMN claim_amount.value_max IS 'Upper bound of a range; null where none is said.';
COMMENT ON COLUMN claim_amount.currency IS 'Currency (ISO 4217).';
COMMENT ON COLUMN claim_amount.role IS 'What the sum is: package, part, running_total, annual, fund or unit_price. Never add different roles.';

COMMENT ON TABLE evidence IS 'The words behind each field of a claim. One row a field and place.';
COMMENT ON COLUMN evidence.claim_id IS 'The claim: a key of the article version and of all that is claimed.';
COMMENT ON COLUMN evidence.evidence_no IS 'Place among the evidence of the claim, from 0.';
COMMENT ON COLUMN evidence.field IS 'The field that the words say: donors[0], items[1].quantity, stage, act.';
COMMENT ON COLUMN evidence.char_start IS 'Where the words begin in the reading text, in code points; null where inferred.';
COMMENT ON COLUMN evidence.char_end IS 'Where they end; null where inferred.';
COMMENT ON COLUMN evidence.quote IS 'The words.';
COMMENT ON COLUMN evidence.how IS 'explicit, context (taken from elsewhere in the document) or inferred (no words).';
COMMENT ON COLUMN evidence.rule IS 'The rule that read it.';

COMMENT ON TABLE pending_claim IS 'Claims that wait to be resolved. One row a claim and cause.';
COMMENT ON COLUMN pending_claim.claim_id IS 'The claim: a key of the article version and of all that is claimed.';
COMMENT ON COLUMN pending_claim.cause IS 'new, article_edited, correction, reparse or review.';
COMMENT ON COLUMN pending_claim.run_id IS 'The run that brought it.';
