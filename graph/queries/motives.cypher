// question = "Why do they do it, in the articles' own words?"
// columns = ["actor", "motive", "occasion", "said_by", "article", "published", "fact"]
// sentence = "{actor}: “{motive}”[ – for {occasion}][, says {said_by}]."
// [parameters.person]
// default = ""
// help = "part of the actor's name; empty for everybody"
// [parameters.limit]
// default = 100
// help = "rows at most"
MATCH (actor)-[:AIMED_TO]->(m:Motive)-[:EVIDENCED_BY]->(v:Evidence)-[:IN]->(article:Article)
WHERE $person = '' OR toLower(actor.name) CONTAINS toLower($person)
WITH actor, m, article, min(v.attributed_to) AS speaker
OPTIONAL MATCH (m)-[:FOR]->(a:Appearance)
OPTIONAL MATCH (s:Person|Organization|Outlet|Platform|Show) WHERE s.id = speaker
RETURN actor.name AS actor, m.text AS motive, a.name AS occasion, s.name AS said_by,
       article.title AS article, article.published AS published, m.id AS fact
ORDER BY actor, coalesce(published, ''), fact
LIMIT $limit
