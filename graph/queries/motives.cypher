// question = "Why do they do it, in the articles' own words?"
// columns = ["actor", "motive", "occasion", "said_by", "article", "published", "fact"]
// scans = "every motive with its evidence"
// sentence = "{actor}: “{motive}”[ – for {occasion}][, says {said_by}]."
// [parameters.person]
// default = ""
// help = "part of the actor's name; empty for everybody"
// [parameters.limit]
// default = 100
// help = "rows at most"
// [parameters.skip]
// default = 0
// help = "rows to pass over: the next page begins where the last one ends"
MATCH (m:Motive)<-[:AIMED_TO]-(actor)
WHERE $person = '' OR toLower(actor.name) CONTAINS toLower($person)
MATCH (m)-[:EVIDENCED_BY]->(v:Evidence)-[:IN]->(article:Article)
WITH actor, m, article, min(v.attributed_to) AS speaker
ORDER BY actor.name, coalesce(article.published, ''), m.id
SKIP $skip LIMIT $limit
OPTIONAL MATCH (m)-[:FOR]->(a:Appearance)
OPTIONAL MATCH (article)-[:MENTIONS]->(s) WHERE s.id = speaker
RETURN actor.name AS actor, m.text AS motive, a.name AS occasion, s.name AS said_by,
       article.title AS article, article.published AS published, m.id AS fact
ORDER BY actor, coalesce(published, ''), fact
