// question = "Which hosts and guests belong together, and what binds them?"
// computed = "communities"
// definition = """
// People and organizations who appear with each other more than with others: the Louvain method (Blondel and others 2008, resolution 1, fixed
// order and seed) on the network of who was at the same occasion as whom. An occasion of n people adds 1/(n-1) to each of their pairs (Newman
// 2001), so that a crowded debate does not outweigh ten conversations. `bound_by` lists the shows, platforms and topics that at least two of
// the members' occasions have in common, the commonest first."""
// columns = ["community", "members", "size", "occasions", "inside", "bound_by", "fact"]
// scans = "every appearance with all who took part"
// sentence = "{size} who belong together, at {occasions} occasions[, bound by {bound_by}]: {members}."
// [parameters.person]
// default = ""
// help = "part of the name of a member; empty for all"
// [parameters.limit]
// default = 100
// help = "rows at most"
// [parameters.skip]
// default = 0
// help = "rows to pass over: the next page begins where the last one ends"
MATCH (a:Appearance)<-[r:APPEARED_IN|HOSTED]-(n)
WHERE a.status = 'occurred'
RETURN a.id AS occasion, 'who' AS part, n.id AS id, n.name AS name, r.id AS fact
UNION
MATCH (a:Appearance)-[r:EPISODE_OF|ON|DISCUSSED]->(n)
WHERE a.status = 'occurred'
RETURN a.id AS occasion, 'what' AS part, n.id AS id, n.name AS name, r.id AS fact
