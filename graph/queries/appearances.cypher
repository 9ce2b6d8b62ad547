// question = "Who appeared where, with whom, and when?"
// columns = ["guest", "kind", "status", "hosts", "shows", "platforms", "places", "date", "articles", "fact"]
// scans = "every guest of every appearance"
// sentence = "{guest} appeared in a {kind}[ with {hosts}][ on {shows}][ ({platforms})][ in {places}][, {date}]."
// [parameters.person]
// default = ""
// help = "part of a guest's name; empty for everybody"
// [parameters.since]
// default = ""
// help = "ISO date; empty for all times, with undated ones"
// [parameters.limit]
// default = 100
// help = "rows at most"
// [parameters.skip]
// default = 0
// help = "rows to pass over: the next page begins where the last one ends"
MATCH (a:Appearance)<-[:APPEARED_IN]-(guest)
WHERE ($person = '' OR toLower(guest.name) CONTAINS toLower($person)) AND ($since = '' OR a.date >= $since)
WITH guest, a
ORDER BY coalesce(a.date, '') DESC, guest.name, a.id
SKIP $skip LIMIT $limit
RETURN guest.name AS guest, a.kind AS kind, a.status AS status,
       COLLECT { MATCH (h)-[:HOSTED]->(a) RETURN h.name AS n ORDER BY n } AS hosts,
       COLLECT { MATCH (a)-[:EPISODE_OF]->(s:Show) RETURN s.name AS n ORDER BY n } AS shows,
       COLLECT { MATCH (a)-[:ON]->(p) RETURN p.name AS n ORDER BY n } AS platforms,
       COLLECT { MATCH (a)-[:AT]->(p:Place) RETURN p.name AS n ORDER BY n } AS places,
       a.date AS date, a.articles AS articles, a.id AS fact
ORDER BY coalesce(date, '') DESC, guest, fact
