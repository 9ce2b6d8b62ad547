// question = "What was discussed, by whom, where?"
// columns = ["topic", "guest", "occasion", "date", "fact"]
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
MATCH (guest)-[:APPEARED_IN]->(a:Appearance)-[r:DISCUSSED]->(topic:Topic)
WHERE ($topic = '' OR toLower(topic.name) CONTAINS toLower($topic)) AND ($person = '' OR toLower(guest.name) CONTAINS toLower($person))
RETURN topic.name AS topic, guest.name AS guest, a.name AS occasion, a.date AS date, r.id AS fact
ORDER BY topic, coalesce(date, '') DESC, guest, fact
LIMIT $limit
