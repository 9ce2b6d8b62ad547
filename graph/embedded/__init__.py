"""The embedded store: ArcadeDB in a process of its own, behind Bolt, started on demand and shared by all who need it.

`python -m graph.embedded FOLDER` is that process; `graph.embedded.lease` is what a client holds while it uses it.
"""
