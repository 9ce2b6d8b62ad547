// question = "What is the media profile of a person, campaign or brand, before and after a date?"
// computed = "profile"
// definition = """
// What articles tell of one subject, by aspect: shows, platforms, places and topics of appearances that occurred, with whom, before which described
// publics, of what kind; whom it courts and uses; the tone of coverage as relations that articles state (supported, endorsed, criticised or sued by whom,
// and whom it supports or attacks); its motives in the articles' words. `times` counts occasions, or relations, and `before` and `after` split
// them at the date; what has no date counts in `times` alone. Occasions count by the day they happened, relations by when they were first told."""
// columns = ["aspect", "value", "type", "times", "before", "after", "first", "last", "fact"]
// scans = "the names of all things, then all that the subject is tied to"
// sentence = "{aspect}: {value} ({times})."
// [parameters.subject]
// default = "Donald Trump"
// help = "the name, or another name, of the person, campaign or brand"
// [parameters.date]
// default = ""
// help = "ISO date that divides before from after; empty: no division"
// [parameters.limit]
// default = 100
// help = "rows at most"
// [parameters.skip]
// default = 0
// help = "rows to pass over: the next page begins where the last one ends"
MATCH (s:Person|Organization|Outlet|Platform|Show|Audience|Topic|Place) WHERE toLower(s.name) = toLower($subject) OR $subject IN coalesce(s.aliases, [])
WITH s MATCH (s)-[r:APPEARED_IN|HOSTED]->(a:Appearance)-[q:EPISODE_OF|ON|DISCUSSED|AT]->(x)
WHERE a.status = 'occurred'
RETURN type(q) AS aspect, x.name AS value, labels(x)[0] AS type, a.date AS date, a.id AS fact
UNION
MATCH (s:Person|Organization|Outlet|Platform|Show|Audience|Topic|Place) WHERE toLower(s.name) = toLower($subject) OR $subject IN coalesce(s.aliases, [])
WITH s MATCH (s)-[r:APPEARED_IN|HOSTED]->(a:Appearance)
WHERE a.status = 'occurred'
RETURN 'KIND' AS aspect, a.kind AS value, 'Appearance' AS type, a.date AS date, a.id AS fact
UNION
MATCH (s:Person|Organization|Outlet|Platform|Show|Audience|Topic|Place) WHERE toLower(s.name) = toLower($subject) OR $subject IN coalesce(s.aliases, [])
WITH s MATCH (s)-[r:APPEARED_IN|HOSTED]->(a:Appearance)<-[q:APPEARED_IN|HOSTED]-(x)
WHERE a.status = 'occurred' AND x.id <> s.id
RETURN 'WITH' AS aspect, x.name AS value, labels(x)[0] AS type, a.date AS date, a.id AS fact
UNION
MATCH (s:Person|Organization|Outlet|Platform|Show|Audience|Topic|Place) WHERE toLower(s.name) = toLower($subject) OR $subject IN coalesce(s.aliases, [])
WITH s MATCH (s)-[r:APPEARED_IN]->(a:Appearance)-[:EPISODE_OF|ON]->(y)-[:HAS_AUDIENCE]->(x)
WHERE a.status = 'occurred'
RETURN 'REACHED' AS aspect, x.name AS value, labels(x)[0] AS type, a.date AS date, a.id AS fact
UNION
MATCH (s:Person|Organization|Outlet|Platform|Show|Audience|Topic|Place) WHERE toLower(s.name) = toLower($subject) OR $subject IN coalesce(s.aliases, [])
WITH s MATCH (s)-[r:TARGETS|HAS_AUDIENCE|USES|BANNED_FROM|PARTNERED_WITH|ENDORSED|SUPPORTS|CRITICIZED|SUED]->(x)
RETURN type(r) AS aspect, x.name AS value, labels(x)[0] AS type, r.first_seen AS date, r.id AS fact
UNION
MATCH (s:Person|Organization|Outlet|Platform|Show|Audience|Topic|Place) WHERE toLower(s.name) = toLower($subject) OR $subject IN coalesce(s.aliases, [])
WITH s MATCH (s)<-[r:ENDORSED|SUPPORTS|CRITICIZED|SUED]-(x)
RETURN type(r) + '_BY' AS aspect, x.name AS value, labels(x)[0] AS type, r.first_seen AS date, r.id AS fact
UNION
MATCH (s:Person|Organization|Outlet|Platform|Show|Audience|Topic|Place) WHERE toLower(s.name) = toLower($subject) OR $subject IN coalesce(s.aliases, [])
WITH s MATCH (s)-[r:AIMED_TO]->(x:Motive)-[:EVIDENCED_BY]->(:Evidence)-[:IN]->(article:Article)
RETURN 'MOTIVE' AS aspect, x.text AS value, 'Motive' AS type, article.published AS date, x.id AS fact
