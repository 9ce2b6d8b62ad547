// question = "What do two people have in common?"
// columns = ["what", "type", "a_by", "b_by"]
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
MATCH (a:Person), (b:Person)
WHERE toLower(a.name) = toLower($a) AND toLower(b.name) = toLower($b) AND a.id <> b.id
CALL {
  WITH a, b
  MATCH (a)-[r]->(x)<-[s]-(b)
  RETURN x.name AS what, labels(x)[0] AS type, toLower(replace(type(r), '_', ' ')) AS a_by, toLower(replace(type(s), '_', ' ')) AS b_by
  UNION
  WITH a, b
  MATCH (a)-[:APPEARED_IN]->(x:Appearance)-[r:EPISODE_OF|ON|DISCUSSED|AT]->(y)<-[s:EPISODE_OF|ON|DISCUSSED|AT]-(z:Appearance)<-[:APPEARED_IN]-(b)
  WHERE x.id <> z.id
  RETURN y.name AS what, labels(y)[0] AS type, 'appearing' AS a_by, 'appearing' AS b_by
}
RETURN DISTINCT what, type, a_by, b_by
ORDER BY type, what, a_by, b_by
LIMIT $limit
