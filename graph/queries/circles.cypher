// question = "Who appears with whom, and how often?"
// columns = ["guest", "with", "type", "times", "first", "last", "fact"]
// scans = "every pair of people at every appearance"
// sentence = "{guest} appeared {times} times with {with}[, last {last}]."
// [parameters.person]
// default = ""
// help = "part of the guest's name; empty for everybody"
// [parameters.limit]
// default = 100
// help = "rows at most"
// [parameters.skip]
// default = 0
// help = "rows to pass over: the next page begins where the last one ends"
MATCH (a:Appearance)<-[:APPEARED_IN]-(guest)
WHERE a.status = 'occurred' AND ($person = '' OR toLower(guest.name) CONTAINS toLower($person))
MATCH (a)<-[:HOSTED|APPEARED_IN]-(other)
WHERE guest.id <> other.id
WITH guest, other, guest.id AS one, other.id AS two, count(DISTINCT a) AS times, min(a.date) AS first, max(a.date) AS last,
  split(max(coalesce(a.date, '') + '|' + a.id), '|')[1] AS fact
ORDER BY times DESC, guest.name, other.name, one, two
SKIP $skip LIMIT $limit
RETURN guest.name AS guest, other.name AS with, labels(other)[0] AS type, times, first, last, fact
ORDER BY times DESC, guest, with, one, two
