// question = "Whose audiences has a person not reached yet?"
// columns = ["audience", "through", "type", "articles", "fact"]
// sentence = "Not reached yet: {audience}, through {through}[ (told in {articles} of the articles)]."
// [parameters.person]
// default = "Kamala Harris"
// help = "the name of the person"
// [parameters.limit]
// default = 100
// help = "rows at most"
MATCH (x)-[r:HAS_AUDIENCE]->(audience:Audience)
WHERE NOT EXISTS {
    MATCH (p:Person)-[:APPEARED_IN]->(a:Appearance)-[:EPISODE_OF|ON]->(y)-[:HAS_AUDIENCE]->(audience)
    WHERE toLower(p.name) = toLower($person) AND a.status = 'occurred'
  }
  AND NOT EXISTS {
    MATCH (p:Person)-[:APPEARED_IN]->(a:Appearance)<-[:HOSTED]-(y)-[:HAS_AUDIENCE]->(audience)
    WHERE toLower(p.name) = toLower($person) AND a.status = 'occurred'
  }
  AND toLower(x.name) <> toLower($person)
RETURN audience.name AS audience, x.name AS through, labels(x)[0] AS type, r.articles AS articles, r.id AS fact
ORDER BY articles DESC, audience, through
LIMIT $limit
