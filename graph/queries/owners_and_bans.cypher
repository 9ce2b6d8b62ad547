// question = "Who owns, founded, leads or is banned from which platform, show or outlet?"
// columns = ["who", "relation", "what", "type", "articles", "first_seen", "fact"]
// scans = "every edge of the four relation types"
// sentence = "{who} {relation} {what}[ (told in {articles} of the articles)]."
// [parameters.name]
// default = ""
// help = "part of either name; empty for all"
// [parameters.limit]
// default = 100
// help = "rows at most"
// [parameters.skip]
// default = 0
// help = "rows to pass over: the next page begins where the last one ends"
MATCH (what:Platform|Outlet|Show)<-[r:OWNS|FOUNDED|LEADS|BANNED_FROM]-(who)
WHERE ($name = '' OR toLower(who.name) CONTAINS toLower($name) OR toLower(what.name) CONTAINS toLower($name))
RETURN who.name AS who, toLower(replace(type(r), '_', ' ')) AS relation, what.name AS what, labels(what)[0] AS type,
       r.articles AS articles, r.first_seen AS first_seen, r.id AS fact
ORDER BY what, relation, who, fact
SKIP $skip LIMIT $limit
