// question = "Which shows, platforms and people share an audience?"
// definition = """
// Two places of appearing overlap when articles describe a public of both in the same words. `share` is the Jaccard index of their described
// publics (those of both, divided by those of either: 0 to 1), `guests` counts the people who have appeared on both. Words are compared, not
// people: it tells where the same segment is said to be met, not how many persons are counted twice."""
// columns = ["one", "one_type", "other", "other_type", "shared", "share", "guests", "articles", "fact"]
// scans = "every audience, and all that is said to have it"
// sentence = "{one} and {other} share {shared}[; {guests} people have been on both]."
// [parameters.place]
// default = ""
// help = "part of the name of one of the two shows, platforms or people; empty for all"
// [parameters.limit]
// default = 100
// help = "rows at most"
// [parameters.skip]
// default = 0
// help = "rows to pass over: the next page begins where the last one ends"
MATCH (x)-[r:HAS_AUDIENCE]->(u:Audience)<-[s:HAS_AUDIENCE]-(y)
WHERE x.id < y.id AND ($place = '' OR toLower(x.name) CONTAINS toLower($place) OR toLower(y.name) CONTAINS toLower($place))
WITH x, y, collect(DISTINCT u.name) AS publics, max(r.articles + s.articles) AS articles, min(r.id) AS fact
WITH x, y, publics, articles, fact,
     COUNT { MATCH (x)-[:HAS_AUDIENCE]->(v:Audience) RETURN DISTINCT v.id } AS of_x,
     COUNT { MATCH (y)-[:HAS_AUDIENCE]->(v:Audience) RETURN DISTINCT v.id } AS of_y
WITH x, y, publics, articles, fact, toFloat(size(publics)) / (of_x + of_y - size(publics)) AS share
ORDER BY size(publics) DESC, share DESC, x.name, y.name, x.id, y.id
SKIP $skip LIMIT $limit
UNWIND publics AS public
WITH x, y, articles, fact, share, public
ORDER BY public
WITH x, y, articles, fact, share, collect(public) AS shared
RETURN x.name AS one, labels(x)[0] AS one_type, y.name AS other, labels(y)[0] AS other_type, shared, share,
       COUNT {
         MATCH (x)<-[:EPISODE_OF|ON]-(a:Appearance)<-[:APPEARED_IN]-(p)-[:APPEARED_IN]->(b:Appearance)-[:EPISODE_OF|ON]->(y)
         WHERE a.status = 'occurred' AND b.status = 'occurred'
         RETURN DISTINCT p.id
       } AS guests, articles, fact
ORDER BY size(shared) DESC, share DESC, one, other, fact
