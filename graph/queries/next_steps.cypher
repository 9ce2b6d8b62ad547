// question = "Which wanted audiences are not reached yet, and who could reach them?"
// computed = "next_steps"
// definition = """
// White spots with a way out of them. An audience is wanted when an article says that the person, or an organization the person leads, works for or
// belongs to, courts it; it is reached when the person has appeared on a show, platform or with a host whose described public has it. For each
// wanted audience that is not reached, whatever is said to have such a public is named: first those described in the same words, then those of whose
// description all telling words are in the other; among these, those on which more others have been, then those told in more articles. `why` spells
// the reasons out, and both sentences are given. An audience that nothing is said to reach is named last, with no way."""
// columns = ["audience", "wanted_by", "through", "type", "described_as", "match", "been_there", "largest_figure", "why", "wanted_sentence", "sentence", "wanted_fact", "fact"]
// scans = "every edge that leads to an audience, and every appearance with its places"
// sentence = "{why}"
// [parameters.person]
// default = ""
// help = "the name of the person; empty: everybody who courts somebody"
// [parameters.limit]
// default = 100
// help = "rows at most"
// [parameters.skip]
// default = 0
// help = "rows to pass over: the next page begins where the last one ends"
MATCH (w)-[r:TARGETS]->(u:Audience)
RETURN 'wanted' AS part, w.id AS one, w.name AS one_name, u.id AS other, u.name AS other_name, r.articles AS articles, r.id AS fact,
       head(COLLECT { MATCH (v:Evidence {fact: r.id}) RETURN v.quote AS q ORDER BY q LIMIT 1 }) AS quote
UNION
MATCH (w)-[r:HAS_AUDIENCE]->(u:Audience)
RETURN 'offered' AS part, w.id AS one, w.name AS one_name, u.id AS other, u.name AS other_name, r.articles AS articles, r.id AS fact,
       head(COLLECT { MATCH (v:Evidence {fact: r.id}) RETURN v.quote AS q ORDER BY q LIMIT 1 }) AS quote
UNION
MATCH (w)-[r:LEADS|WORKS_FOR|MEMBER_OF]->(o)
RETURN 'belongs' AS part, w.id AS one, w.name AS one_name, o.id AS other, o.name AS other_name, r.articles AS articles, r.id AS fact, null AS quote
UNION
MATCH (w)-[r:APPEARED_IN]->(a:Appearance)-[:EPISODE_OF|ON]->(o)
WHERE a.status = 'occurred'
RETURN 'been' AS part, w.id AS one, w.name AS one_name, o.id AS other, o.name AS other_name, a.articles AS articles, a.id AS fact, null AS quote
UNION
MATCH (w)-[r:APPEARED_IN]->(a:Appearance)<-[:HOSTED]-(o)
WHERE a.status = 'occurred'
RETURN 'been' AS part, w.id AS one, w.name AS one_name, o.id AS other, o.name AS other_name, a.articles AS articles, a.id AS fact, null AS quote
UNION
MATCH (f:Reach)-[:OF]->(o)
RETURN 'figure' AS part, o.id AS one, f.name AS one_name, f.id AS other, f.name AS other_name, f.value AS articles, f.id AS fact, null AS quote
