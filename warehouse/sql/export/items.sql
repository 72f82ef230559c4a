SELECT i.announcement_id, i.item_no, i.item_id, i.name, i.quantity_min, i.quantity_max, i.quantity_kind, i.unit,
    n.name AS catalogue_name, n.category
FROM announcement_item i
JOIN announcement_version a USING (announcement_id, version_no)
LEFT JOIN item n USING (item_id)
WHERE a.recorded_from <= $moment AND (a.recorded_to IS NULL OR a.recorded_to > $moment)
ORDER BY i.announcement_id, i.item_no;
