// question = "On what do sources disagree?"
// computed = "disagreements"
// definition = """
// Two articles that cannot both be right. Figures: the same subject, unit and platform, for days at most a month apart, with values that no
// qualifier ("about", "at least", "at most") lets agree; about means within a tenth. Occasions: two shows, two places or two days for one
// appearance, each told by articles that do not tell the other. Both stay in the graph; which is right is for the reader to say."""
// columns = ["what", "about", "one", "one_by", "other", "other_by", "fact", "other_fact"]
// scans = "every figure, and every show, place and day of an appearance, with their evidence"
// sentence = "{about}: {one} ({one_by}), but {other} ({other_by})."
// [parameters.name]
// default = ""
// help = "part of the name of what it is about; empty for all"
// [parameters.limit]
// default = 100
// help = "rows at most"
// [parameters.skip]
// default = 0
// help = "rows to pass over: the next page begins where the last one ends"
MATCH (f:Reach)-[:OF]->(x)
MATCH (f)-[:EVIDENCED_BY]->(:Evidence)-[:IN]->(article:Article)
WHERE $name = '' OR toLower(x.name) CONTAINS toLower($name)
RETURN DISTINCT 'figure' AS what, x.id AS about, x.name AS about_name, f.id AS fact, f.name AS value, f.value AS number, f.qualifier AS qualifier,
       f.unit AS unit, f.as_of AS date, head(COLLECT { MATCH (f)-[:MEASURED_ON]->(p) RETURN p.id AS n ORDER BY n }) AS platform,
       article.id AS article, coalesce(article.outlet, article.title) AS told_by
UNION
MATCH (x:Appearance)-[r:EPISODE_OF|AT|ON_DATE]->(y)
MATCH (v:Evidence {fact: r.id})-[:IN]->(article:Article)
WHERE $name = '' OR toLower(x.name) CONTAINS toLower($name)
RETURN DISTINCT type(r) AS what, x.id AS about, x.name AS about_name, r.id AS fact, y.name AS value, null AS number, null AS qualifier, null AS unit,
       null AS date, null AS platform, article.id AS article, coalesce(article.outlet, article.title) AS told_by
