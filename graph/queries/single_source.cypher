// question = "What does only one outlet report?"
// definition = """
// Appearances and relations of which articles of a single outlet tell, though others write of the same people: `others` counts the outlets, this one
// left out, that mention one who takes part. The more others could have told it and did not, the further up it stands: an exclusive, or a
// claim to be checked. Articles without an outlet each count as one of their own."""
// columns = ["what", "name", "outlet", "articles", "others", "fact"]
// scans = "every appearance and relation with its evidence"
// sentence = "Only {outlet}: {name} ({others} other outlets write of those involved)."
// [parameters.outlet]
// default = ""
// help = "part of the outlet's name; empty for all"
// [parameters.limit]
// default = 100
// help = "rows at most"
// [parameters.skip]
// default = 0
// help = "rows to pass over: the next page begins where the last one ends"
CALL {
  MATCH (f:Appearance)-[:EVIDENCED_BY]->(:Evidence)-[:IN]->(article:Article)
  WITH f, collect(DISTINCT coalesce(article.outlet, article.title)) AS outlets, count(DISTINCT coalesce(article.story, article.id)) AS articles
  WHERE size(outlets) = 1
  MATCH (f)<-[:APPEARED_IN|HOSTED]-(who)
  RETURN 'Appearance' AS what, f.name AS name, outlets[0] AS outlet, articles, f.id AS fact, who
  UNION
  MATCH (x)-[r:OWNS|BANNED_FROM|PARTNERED_WITH|ENDORSED|SUPPORTS|CRITICIZED|SUED|TARGETS]->(y)
  MATCH (v:Evidence {fact: r.id})-[:IN]->(article:Article)
  WITH x, r, y, collect(DISTINCT coalesce(article.outlet, article.title)) AS outlets, count(DISTINCT coalesce(article.story, article.id)) AS articles
  WHERE size(outlets) = 1
  RETURN 'Relation' AS what, x.name + ' ' + toLower(replace(type(r), '_', ' ')) + ' ' + y.name AS name, outlets[0] AS outlet, articles, r.id AS fact,
         x AS who
}
WITH what, name, outlet, articles, fact, who
WHERE $outlet = '' OR toLower(outlet) CONTAINS toLower($outlet)
MATCH (who)<-[:MENTIONS]-(other:Article)
WITH what, name, outlet, articles, fact, collect(DISTINCT coalesce(other.outlet, other.title)) AS writing
RETURN what, name, outlet, articles, size([o IN writing WHERE o <> outlet]) AS others, fact
ORDER BY others DESC, what, name, fact
SKIP $skip LIMIT $limit
