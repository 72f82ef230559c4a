-- Which of the given addresses are those of articles.
SELECT url FROM article_address SEMI JOIN (SELECT unnest($urls) AS url) AS asked USING (url);
