SELECT source_id, url, reason_code, reason_message, raw_sha256, raw_segment, raw_offset, loaded_at FROM quarantine;
