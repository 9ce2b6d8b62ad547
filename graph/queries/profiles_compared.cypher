// question = "How do two campaigns, people or brands differ in where, with whom and before whom they appear?"
// computed = "profiles_compared"
// definition = """
// The profiles of two subjects (see `profile`) side by side: for each aspect and value how many occasions or relations of either speak of it, and the
// difference of their shares within the aspect, from -1 (only b) to 1 (only a). Shares, because one of the two is always written about more."""
// columns = ["aspect", "value", "type", "a_times", "b_times", "difference", "fact", "b_fact"]
// scans = "the names of all things, then all that the two are tied to"
// sentence = "{aspect}: {value} ({a_times} against {b_times})."
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
MATCH (s:Person|Organization|Outlet|Platform|Show|Audience|Topic|Place) WHERE toLower(s.name) IN [toLower($a), toLower($b)] OR $a IN coalesce(s.aliases, []) OR $b IN coalesce(s.aliases, [])
WITH s MATCH (s)-[r:APPEARED_IN|HOSTED]->(a:Appearance)-[q:EPISODE_OF|ON|DISCUSSED|AT]->(x)
WHERE a.status = 'occurred'
RETURN CASE WHEN toLower(s.name) = toLower($a) OR $a IN coalesce(s.aliases, []) THEN 'a' ELSE 'b' END AS asked, type(q) AS aspect, x.name AS value, labels(x)[0] AS type, a.date AS date, a.id AS fact
UNION
MATCH (s:Person|Organization|Outlet|Platform|Show|Audience|Topic|Place) WHERE toLower(s.name) IN [toLower($a), toLower($b)] OR $a IN coalesce(s.aliases, []) OR $b IN coalesce(s.aliases, [])
WITH s MATCH (s)-[r:APPEARED_IN|HOSTED]->(a:Appearance)
WHERE a.status = 'occurred'
RETURN CASE WHEN toLower(s.name) = toLower($a) OR $a IN coalesce(s.aliases, []) THEN 'a' ELSE 'b' END AS asked, 'KIND' AS aspect, a.kind AS value, 'Appearance' AS type, a.date AS date, a.id AS fact
UNION
MATCH (s:Person|Organization|Outlet|Platform|Show|Audience|Topic|Place) WHERE toLower(s.name) IN [toLower($a), toLower($b)] OR $a IN coalesce(s.aliases, []) OR $b IN coalesce(s.aliases, [])
WITH s MATCH (s)-[r:APPEARED_IN|HOSTED]->(a:Appearance)<-[q:APPEARED_IN|HOSTED]-(x)
WHERE a.status = 'occurred' AND x.id <> s.id
RETURN CASE WHEN toLower(s.name) = toLower($a) OR $a IN coalesce(s.aliases, []) THEN 'a' ELSE 'b' END AS asked, 'WITH' AS aspect, x.name AS value, labels(x)[0] AS type, a.date AS date, a.id AS fact
UNION
MATCH (s:Person|Organization|Outlet|Platform|Show|Audience|Topic|Place) WHERE toLower(s.name) IN [toLower($a), toLower($b)] OR $a IN coalesce(s.aliases, []) OR $b IN coalesce(s.aliases, [])
WITH s MATCH (s)-[r:APPEARED_IN]->(a:Appearance)-[:EPISODE_OF|ON]->(y)-[:HAS_AUDIENCE]->(x)
WHERE a.status = 'occurred'
RETURN CASE WHEN toLower(s.name) = toLower($a) OR $a IN coalesce(s.aliases, []) THEN 'a' ELSE 'b' END AS asked, 'REACHED' AS aspect, x.name AS value, labels(x)[0] AS type, a.date AS date, a.id AS fact
UNION
MATCH (s:Person|Organization|Outlet|Platform|Show|Audience|Topic|Place) WHERE toLower(s.name) IN [toLower($a), toLower($b)] OR $a IN coalesce(s.aliases, []) OR $b IN coalesce(s.aliases, [])
WITH s MATCH (s)-[r:TARGETS|HAS_AUDIENCE|USES|BANNED_FROM|PARTNERED_WITH|ENDORSED|SUPPORTS|CRITICIZED|SUED]->(x)
RETURN CASE WHEN toLower(s.name) = toLower($a) OR $a IN coalesce(s.aliases, []) THEN 'a' ELSE 'b' END AS asked, type(r) AS aspect, x.name AS value, labels(x)[0] AS type, r.first_seen AS date, r.id AS fact
UNION
MATCH (s:Person|Organization|Outlet|Platform|Show|Audience|Topic|Place) WHERE toLower(s.name) IN [toLower($a), toLower($b)] OR $a IN coalesce(s.aliases, []) OR $b IN coalesce(s.aliases, [])
WITH s MATCH (s)<-[r:ENDORSED|SUPPORTS|CRITICIZED|SUED]-(x)
RETURN CASE WHEN toLower(s.name) = toLower($a) OR $a IN coalesce(s.aliases, []) THEN 'a' ELSE 'b' END AS asked, type(r) + '_BY' AS aspect, x.name AS value, labels(x)[0] AS type, r.first_seen AS date, r.id AS fact
UNION
MATCH (s:Person|Organization|Outlet|Platform|Show|Audience|Topic|Place) WHERE toLower(s.name) IN [toLower($a), toLower($b)] OR $a IN coalesce(s.aliases, []) OR $b IN coalesce(s.aliases, [])
WITH s MATCH (s)-[r:AIMED_TO]->(x:Motive)-[:EVIDENCED_BY]->(:Evidence)-[:IN]->(article:Article)
RETURN CASE WHEN toLower(s.name) = toLower($a) OR $a IN coalesce(s.aliases, []) THEN 'a' ELSE 'b' END AS asked, 'MOTIVE' AS aspect, x.text AS value, 'Motive' AS type, article.published AS date, x.id AS fact
