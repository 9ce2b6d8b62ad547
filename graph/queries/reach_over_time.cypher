// question = "What is known of the audience of a person, show or platform, over time and by source?"
// definition = """
// Every figure that an article gives for somebody's public, one row for each article that gives it, in the order of the days for which the figures
// hold. Figures are never added up and never averaged: followers on one platform are not viewers on another, and two sources that differ are two
// rows. `said_by` is whoever the article names as the source; empty means the article says so itself."""
// columns = ["who", "type", "as_of", "value", "unit", "qualifier", "platform", "said_by", "outlet", "published", "sentence", "fact"]
// scans = "every figure with its evidence"
// sentence = "{who}: {qualifier} {value} {unit}[ on {platform}][, as of {as_of}][, says {said_by}][ ({outlet})]."
// [parameters.name]
// default = ""
// help = "part of the name; empty for everybody and everything"
// [parameters.unit]
// default = ""
// help = "viewers, listeners, followers, subscribers, users, views, downloads, attendees or people; empty for all"
// [parameters.limit]
// default = 100
// help = "rows at most"
// [parameters.skip]
// default = 0
// help = "rows to pass over: the next page begins where the last one ends"
MATCH (f:Reach)-[:OF]->(x)
WHERE ($name = '' OR toLower(x.name) CONTAINS toLower($name)) AND ($unit = '' OR f.unit = $unit)
MATCH (f)-[:EVIDENCED_BY]->(v:Evidence)-[:IN]->(article:Article)
WITH f, x, v, article
ORDER BY x.name, f.unit, coalesce(f.as_of, ''), f.value DESC, coalesce(article.published, ''), f.id, v.id
SKIP $skip LIMIT $limit
OPTIONAL MATCH (p1:Person {id: v.attributed_to})
OPTIONAL MATCH (p2:Organization {id: v.attributed_to})
OPTIONAL MATCH (p3:Outlet {id: v.attributed_to})
OPTIONAL MATCH (p4:Platform {id: v.attributed_to})
OPTIONAL MATCH (p5:Show {id: v.attributed_to})
RETURN x.name AS who, labels(x)[0] AS type, f.as_of AS as_of, f.value AS value, f.unit AS unit, f.qualifier AS qualifier,
       head(COLLECT { MATCH (f)-[:MEASURED_ON]->(p) RETURN p.name AS n ORDER BY n }) AS platform,
       coalesce(p1.name, p2.name, p3.name, p4.name, p5.name) AS said_by,
       article.outlet AS outlet, article.published AS published, v.quote AS sentence, f.id AS fact
ORDER BY who, unit, coalesce(as_of, ''), value DESC, coalesce(published, ''), fact, v.id
