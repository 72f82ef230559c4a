-- What the ledger says a window brought is there: a database that lost rows no longer matches its ledger.
SELECT w.source_id, w.window_key, w.run_id, w.pages, count(p.url) AS pages_found
FROM load_window w
LEFT JOIN page_outcome p USING (source_id, window_key, run_id)
GROUP BY ALL
HAVING count(p.url) < w.pages;
