// question = "What do two people have in common?"
// columns = ["what", "type", "a_by", "b_by", "fact", "b_fact"]
// scans = "the names of all people, then everything that the two are tied to"
// sentence = "Both have {what} in common ({a_by}; {b_by})."
// [parameters.a]
// default = "Donald Trump"
// help = "a name"
// [parameters.b]
// default = "Kamala Harris"
// help = "another name"
// [parameters.limit]
// default = 100
// help = "rows at most"
// [parameters.skip]
// default = 0
// help = "rows to pass over: the next page begins where the last one ends"
MATCH (a:Person) WHERE toLower(a.name) = toLower($a)
MATCH (b:Person) WHERE toLower(b.name) = toLower($b) AND a.id <> b.id
CALL {
  WITH a, b
  UNWIND [a, b] AS p
  MATCH (p)-[r]->(x)
  WITH x, collect(DISTINCT CASE WHEN p.id = a.id THEN r.id END) AS a_edges, collect(DISTINCT CASE WHEN p.id = b.id THEN r.id END) AS b_edges
  UNWIND a_edges AS fact
  UNWIND b_edges AS b_fact
  RETURN x.name AS what, labels(x)[0] AS type, toLower(replace(split(fact, '|')[0], '_', ' ')) AS a_by,
    toLower(replace(split(b_fact, '|')[0], '_', ' ')) AS b_by, fact, b_fact
  UNION
  WITH a, b
  UNWIND [a, b] AS p
  MATCH (p)-[:APPEARED_IN]->(x:Appearance)-[:EPISODE_OF|ON|DISCUSSED|AT]->(y)
  WITH y, collect(DISTINCT CASE WHEN p.id = a.id THEN x.id END) AS a_at, collect(DISTINCT CASE WHEN p.id = b.id THEN x.id END) AS b_at,
    min(CASE WHEN p.id = a.id THEN x.id END) AS fact, min(CASE WHEN p.id = b.id THEN x.id END) AS b_fact
  WHERE size(a_at) > 0 AND size(b_at) > 0 AND (size(a_at) > 1 OR size(b_at) > 1 OR a_at[0] <> b_at[0])
  RETURN y.name AS what, labels(y)[0] AS type, 'appearing' AS a_by, 'appearing' AS b_by, fact, b_fact
}
RETURN DISTINCT what, type, a_by, b_by, fact, b_fact
ORDER BY type, what, a_by, b_by, fact, b_fact
SKIP $skip LIMIT $limit
