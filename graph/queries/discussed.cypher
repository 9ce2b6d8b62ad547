// question = "What was discussed, by whom, where?"
// columns = ["topic", "guest", "occasion", "date", "fact"]
// scans = "every topic of every appearance"
// sentence = "{guest} spoke of {topic}[ in {occasion}][, {date}]."
// [parameters.topic]
// default = ""
// help = "part of the topic; empty for all"
// [parameters.person]
// default = ""
// help = "part of the guest's name; empty for everybody"
// [parameters.limit]
// default = 100
// help = "rows at most"
// [parameters.skip]
// default = 0
// help = "rows to pass over: the next page begins where the last one ends"
MATCH (topic:Topic)<-[r:DISCUSSED]-(a:Appearance)
WHERE $topic = '' OR toLower(topic.name) CONTAINS toLower($topic)
MATCH (a)<-[:APPEARED_IN]-(guest)
WHERE $person = '' OR toLower(guest.name) CONTAINS toLower($person)
RETURN topic.name AS topic, guest.name AS guest, a.name AS occasion, a.date AS date, r.id AS fact
ORDER BY topic, coalesce(date, '') DESC, guest, fact
SKIP $skip LIMIT $limit
