// question = "Who appears with whom, and how often?"
// columns = ["guest", "with", "type", "times", "first", "last"]
// sentence = "{guest} appeared {times} times with {with}[, last {last}]."
// [parameters.person]
// default = ""
// help = "part of the guest's name; empty for everybody"
// [parameters.limit]
// default = 100
// help = "rows at most"
MATCH (guest)-[:APPEARED_IN]->(a:Appearance)<-[:HOSTED|APPEARED_IN]-(other)
WHERE guest.id <> other.id AND a.status = 'occurred' AND ($person = '' OR toLower(guest.name) CONTAINS toLower($person))
WITH guest, other, collect(DISTINCT a) AS occasions
UNWIND occasions AS a
RETURN guest.name AS guest, other.name AS with, labels(other)[0] AS type, count(a) AS times, min(a.date) AS first, max(a.date) AS last
ORDER BY times DESC, guest, with
LIMIT $limit
