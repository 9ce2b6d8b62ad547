// question = "What is new since a date?"
// definition = """
// Appearances, relations, figures and statements of which no article published before the date tells. `first_told` is the day of the earliest article
// that tells of it, which is not when it happened: a report of this week may bring an interview of last year."""
// columns = ["what", "name", "first_told", "happened", "articles", "fact"]
// scans = "every fact with its evidence"
// sentence = "New on {first_told}: {name}[ ({happened})]."
// [parameters.since]
// default = ""
// help = "ISO date, included; empty: the day of the latest article"
// [parameters.name]
// default = ""
// help = "part of a name that the fact's own name holds; empty for all"
// [parameters.limit]
// default = 100
// help = "rows at most"
// [parameters.skip]
// default = 0
// help = "rows to pass over: the next page begins where the last one ends"
MATCH (latest:Article)
WITH CASE $since WHEN '' THEN coalesce(max(latest.published), '') ELSE $since END AS since
CALL {
  WITH since
  MATCH (f)-[:EVIDENCED_BY]->(:Evidence)-[:IN]->(article:Article)
  WITH since, f, min(article.published) AS first_told, count(DISTINCT coalesce(article.story, article.id)) AS articles
  WHERE first_told >= since
  RETURN labels(f)[0] AS what, f.name AS name, first_told, CASE labels(f)[0] WHEN 'Appearance' THEN f.date WHEN 'Reach' THEN f.as_of END AS happened,
         articles, f.id AS fact
  UNION
  WITH since
  MATCH (x)-[r]->(y)
  WHERE r.first_seen >= since AND type(r) IN ['OWNS', 'FOUNDED', 'LEADS', 'WORKS_FOR', 'MEMBER_OF', 'HOSTS', 'AIRS_ON', 'PART_OF', 'USES', 'BANNED_FROM',
        'PARTNERED_WITH', 'RUNNING_MATE_OF', 'OPPONENT_OF', 'RELATED_TO', 'ENDORSED', 'SUPPORTS', 'CRITICIZED', 'SUED', 'TARGETS', 'HAS_AUDIENCE']
  RETURN 'Relation' AS what, x.name + ' ' + toLower(replace(type(r), '_', ' ')) + ' ' + y.name AS name, r.first_seen AS first_told,
         null AS happened, r.articles AS articles, r.id AS fact
}
WITH what, name, first_told, happened, articles, fact
WHERE $name = '' OR toLower(name) CONTAINS toLower($name)
RETURN what, name, first_told, happened, articles, fact
ORDER BY first_told DESC, what, articles DESC, name, fact
SKIP $skip LIMIT $limit
