// question = "Which are the biggest audiences, by figure?"
// columns = ["who", "type", "value", "unit", "qualifier", "platform", "as_of", "articles", "fact"]
// sentence = "{who}: {qualifier} {value} {unit}[ on {platform}][, as of {as_of}]."
// [parameters.unit]
// default = ""
// help = "viewers, listeners, followers, subscribers, users, views, downloads, attendees or people; empty for all"
// [parameters.limit]
// default = 50
// help = "rows at most"
MATCH (f:Reach)-[:OF]->(x)
WHERE $unit = '' OR f.unit = $unit
OPTIONAL MATCH (f)-[:MEASURED_ON]->(p)
RETURN x.name AS who, labels(x)[0] AS type, f.value AS value, f.unit AS unit, f.qualifier AS qualifier, p.name AS platform,
       f.as_of AS as_of, COUNT { MATCH (f)-[:EVIDENCED_BY]->(:Evidence)-[:IN]->(a:Article) RETURN DISTINCT a.id } AS articles, f.id AS fact
ORDER BY value DESC, who, unit, fact
LIMIT $limit
