"""What pages show: hits of a search, the neighbourhood of nodes, the evidence for a fact, an article with its facts, counts."""

from graph.subgraph.article import ArticleView, FactView, MentionView, article
from graph.subgraph.evidence import EvidenceRow, evidence
from graph.subgraph.neighbourhood import Edge, Node, Subgraph, counts, neighbourhood, nodes
from graph.subgraph.search import Hit, search

__all__ = [
    "ArticleView", "Edge", "EvidenceRow", "FactView", "Hit", "MentionView", "Node", "Subgraph",
    "article", "counts", "evidence", "neighbourhood", "nodes", "search",
]  # fmt: skip
