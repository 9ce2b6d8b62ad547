// question = "Who opens doors between platforms, shows and audiences?"
// computed = "brokers"
// definition = """
// A broker is a person or organization over whom many of the shortest ways between platforms, shows and audiences lead: betweenness centrality
// (Freeman 1977, computed after Brandes 2008 for pairs of places only) in the network that ties people to the shows and platforms on which they
// have appeared or which they host, and whatever has a described public to that public. `share` is the part of all pairs of places that can be
// joined at all whose shortest ways lead over the broker. In very large graphs ways are counted from a fixed sample of places."""
// columns = ["broker", "type", "share", "platforms", "shows", "audiences", "appearances", "fact"]
// scans = "every appearance with its places, and every edge that leads to an audience"
// sentence = "{broker} stands between {platforms} platforms, {shows} shows and {audiences} audiences."
// [parameters.limit]
// default = 100
// help = "rows at most"
// [parameters.skip]
// default = 0
// help = "rows to pass over: the next page begins where the last one ends"
MATCH (p)-[r:APPEARED_IN|HOSTED]->(a:Appearance)-[:EPISODE_OF|ON]->(x)
WHERE a.status = 'occurred'
RETURN p.id AS one, p.name AS one_name, x.id AS other, x.name AS other_name, r.id AS fact, a.id AS occasion
UNION
MATCH (p)-[r:HOSTS|HAS_AUDIENCE]->(x)
RETURN p.id AS one, p.name AS one_name, x.id AS other, x.name AS other_name, r.id AS fact, null AS occasion
