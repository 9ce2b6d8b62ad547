// question = "Which are the biggest audiences, by figure?"
// columns = ["who", "type", "value", "unit", "qualifier", "platform", "as_of", "articles", "fact"]
// scans = "every figure"
// sentence = "{who}: {qualifier} {value} {unit}[ on {platform}][, as of {as_of}]."
// [parameters.unit]
// default = ""
// help = "viewers, listeners, followers, subscribers, users, views, downloads, attendees or people; empty for all"
// [parameters.limit]
// default = 50
// help = "rows at most"
// [parameters.skip]
// default = 0
// help = "rows to pass over: the next page begins where the last one ends"
MATCH (f:Reach)-[:OF]->(x)
WHERE $unit = '' OR f.unit = $unit
WITH f, x
ORDER BY f.value DESC, x.name, f.unit, f.id
SKIP $skip LIMIT $limit
OPTIONAL MATCH (f)-[:MEASURED_ON]->(p)
RETURN x.name AS who, labels(x)[0] AS type, f.value AS value, f.unit AS unit, f.qualifier AS qualifier, p.name AS platform,
       f.as_of AS as_of, COUNT { MATCH (f)-[:EVIDENCED_BY]->(:Evidence)-[:IN]->(a:Article) RETURN DISTINCT coalesce(a.story, a.id) } AS articles, f.id AS fact
ORDER BY value DESC, who, unit, fact
