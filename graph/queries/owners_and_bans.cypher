// question = "Who owns, founded, leads or is banned from which platform, show or outlet?"
// columns = ["who", "relation", "what", "type", "articles", "first_seen", "fact"]
// sentence = "{who} {relation} {what}[ (told in {articles} of the articles)]."
// [parameters.name]
// default = ""
// help = "part of either name; empty for all"
// [parameters.limit]
// default = 100
// help = "rows at most"
MATCH (who)-[r:OWNS|FOUNDED|LEADS|BANNED_FROM]->(what)
WHERE (what:Platform OR what:Outlet OR what:Show)
  AND ($name = '' OR toLower(who.name) CONTAINS toLower($name) OR toLower(what.name) CONTAINS toLower($name))
RETURN who.name AS who, toLower(replace(type(r), '_', ' ')) AS relation, what.name AS what, labels(what)[0] AS type,
       r.articles AS articles, r.first_seen AS first_seen, r.id AS fact
ORDER BY what, relation, who, fact
LIMIT $limit
