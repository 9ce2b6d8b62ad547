// question = "Which platforms, shows and people reach or court which audiences?"
// columns = ["who", "type", "how", "audience", "articles", "fact"]
// scans = "every edge that leads to an audience"
// sentence = "{who} {how} {audience}[ (told in {articles} of the articles)]."
// [parameters.audience]
// default = ""
// help = "part of the audience's description; empty for all"
// [parameters.limit]
// default = 100
// help = "rows at most"
// [parameters.skip]
// default = 0
// help = "rows to pass over: the next page begins where the last one ends"
MATCH (audience:Audience)<-[r:HAS_AUDIENCE|TARGETS]-(x)
WHERE $audience = '' OR toLower(audience.name) CONTAINS toLower($audience)
RETURN x.name AS who, labels(x)[0] AS type, CASE type(r) WHEN 'TARGETS' THEN 'courts' ELSE 'reaches' END AS how,
       audience.name AS audience, r.articles AS articles, r.id AS fact
ORDER BY articles DESC, who, audience, how, fact
SKIP $skip LIMIT $limit
