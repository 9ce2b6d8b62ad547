// question = "Whose audiences has a person not reached yet?"
// columns = ["audience", "through", "type", "articles", "fact"]
// scans = "every audience, and the names of all people"
// sentence = "Not reached yet: {audience}, through {through}[ (told in {articles} of the articles)]."
// [parameters.person]
// default = "Kamala Harris"
// help = "the name of the person"
// [parameters.limit]
// default = 100
// help = "rows at most"
// [parameters.skip]
// default = 0
// help = "rows to pass over: the next page begins where the last one ends"
WITH COLLECT {
    MATCH (p:Person)-[:APPEARED_IN]->(a:Appearance)-[:EPISODE_OF|ON]->(y)-[:HAS_AUDIENCE]->(u:Audience)
    WHERE toLower(p.name) = toLower($person) AND a.status = 'occurred'
    RETURN DISTINCT u.id
  } AS by_show, COLLECT {
    MATCH (p:Person)-[:APPEARED_IN]->(a:Appearance)<-[:HOSTED]-(y)-[:HAS_AUDIENCE]->(u:Audience)
    WHERE toLower(p.name) = toLower($person) AND a.status = 'occurred'
    RETURN DISTINCT u.id
  } AS by_host
MATCH (audience:Audience)<-[r:HAS_AUDIENCE]-(x)
WHERE NOT audience.id IN by_show AND NOT audience.id IN by_host AND toLower(x.name) <> toLower($person)
RETURN audience.name AS audience, x.name AS through, labels(x)[0] AS type, r.articles AS articles, r.id AS fact
ORDER BY articles DESC, audience, through, fact
SKIP $skip LIMIT $limit
