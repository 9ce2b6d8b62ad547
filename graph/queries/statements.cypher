// question = "Who said what, about whom or what?"
// columns = ["speaker", "said", "direct", "about", "article", "published", "fact"]
// scans = "every statement with its evidence"
// sentence = "{speaker} said: “{said}”."
// [parameters.speaker]
// default = ""
// help = "part of the speaker's name; empty for everybody"
// [parameters.about]
// default = ""
// help = "part of the name of what it is about; empty for anything"
// [parameters.limit]
// default = 100
// help = "rows at most"
// [parameters.skip]
// default = 0
// help = "rows to pass over: the next page begins where the last one ends"
MATCH (s:Statement)<-[:SAID]-(speaker)
WHERE ($speaker = '' OR toLower(speaker.name) CONTAINS toLower($speaker))
  AND ($about = '' OR EXISTS { MATCH (s)-[:ABOUT]->(x) WHERE toLower(x.name) CONTAINS toLower($about) })
MATCH (s)-[:EVIDENCED_BY]->(:Evidence)-[:IN]->(article:Article)
WITH DISTINCT speaker, s, article
ORDER BY speaker.name, coalesce(article.published, ''), s.id
SKIP $skip LIMIT $limit
RETURN speaker.name AS speaker, s.text AS said, s.direct AS direct,
       COLLECT { MATCH (s)-[:ABOUT]->(x) RETURN x.name AS n ORDER BY n } AS about,
       article.title AS article, article.published AS published, s.id AS fact
ORDER BY speaker, coalesce(published, ''), fact
